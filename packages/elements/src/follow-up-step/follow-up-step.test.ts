import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/follow-up-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { followUps } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { FollowUpStepElement } from './follow-up-step.js';

async function step(properties: Partial<FollowUpStepElement>): Promise<FollowUpStepElement> {
  const element = await fixture<FollowUpStepElement>(
    html`<fw-follow-up-step header="It costs too much"></fw-follow-up-step>`,
  );
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
}

/** The words of the elements that an attribute of ARIA points to. */
function pointedTo(element: HTMLElement, attribute: string): string {
  const root = element.getRootNode() as ShadowRoot;
  const ids = element.getAttribute(attribute)?.split(' ') ?? [];
  return ids
    .flatMap((id) => root.getElementById(id) ?? [])
    .map(words)
    .join(' ');
}

const group = (element: FollowUpStepElement) => {
  const found = element.shadowRoot?.querySelector<HTMLElement>('[role="radiogroup"]');
  if (!found) throw new Error('There are no options.');
  return found;
};

describe('fw-follow-up-step', () => {
  it('is titled by the choice and asks its own question about it', async () => {
    const element = await step({ followUp: followUps.structured });
    expect(words(part(element, 'heading'))).to.equal('It costs too much');
    expect(pointedTo(group(element), 'aria-labelledby')).to.equal('What is it about the price?');
    expect(parts(element, 'option').map(words)).to.deep.equal(
      followUps.structured.options.map(({ label }) => label),
    );
    expect(parts(element, 'textarea')).to.have.length(0);
  });

  it('is named by its heading where it asks no question', async () => {
    const { mode, options } = followUps.structured;
    const element = await step({ followUp: { mode, options } });
    expect(pointedTo(group(element), 'aria-labelledby')).to.equal('It costs too much');
  });

  it('takes words alone, with the question as their label', async () => {
    const element = await step({ followUp: followUps.freeform });
    const events = recorded(element, 'fw-write');
    expect(parts(element, 'option')).to.have.length(0);
    expect(pointedTo(part(element, 'textarea'), 'aria-labelledby')).to.equal(
      'What would make it better?',
    );
    await userEvent.type(part(element, 'textarea'), 'Dark mode');
    expect(events.at(-1)?.detail.text).to.equal('Dark mode');
    expect(element.text).to.equal('Dark mode');
  });

  it('shows the label the flow gives the field', async () => {
    const element = await step({ followUp: { ...followUps.freeform, label: 'In your words' } });
    expect(element.shadowRoot?.querySelector('label[for="text"]')).to.have.text('In your words');
  });

  it('takes an option and words, each field with a name of its own', async () => {
    const { label: _label, ...both } = followUps.both;
    const element = await step({ followUp: both });
    const events = recorded(element, 'fw-select', 'fw-write');
    await userEvent.click(part(element, 'option', 2));
    await userEvent.type(part(element, 'textarea'), 'x');
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-select', 'fw-write']);
    expect(element.selected).to.equal('cheaper');
    expect(element.shadowRoot?.querySelector('label[for="text"]')).to.have.text('Anything to add?');
  });

  it('is answered with the keyboard alone', async () => {
    const element = await step({ followUp: followUps.structured });
    const events = recorded(element, 'fw-select', 'fw-next');
    element.focus();
    await userEvent.keyboard('{Tab}{ArrowDown}{Enter}');
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-select', 'fw-next']);
  });

  it('counts the characters as they are typed, where some are asked for', async () => {
    const element = await step({ followUp: followUps.required });
    await userEvent.type(part(element, 'textarea'), 'Cheaper');
    expect(words(part(element, 'counter'))).to.equal('7 of at least 20 characters');
    element.followUp = followUps.freeform;
    await element.updateComplete;
    expect(parts(element, 'counter')).to.have.length(0);
  });

  it('puts a missing choice at the options', async () => {
    const element = await step({ followUp: followUps.both, issue: { code: 'choice_required' } });
    expect(pointedTo(group(element), 'aria-describedby')).to.equal('Please choose an answer.');
    expect(part(element, 'textarea')).to.have.attribute('aria-invalid', 'false');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'option-input'));
  });

  it('puts missing words at the field', async () => {
    const element = await step({
      followUp: followUps.both,
      selected: 'cuts',
      issue: { code: 'text_too_short', minLength: 10, length: 2 },
    });
    const field = part(element, 'textarea');
    expect(pointedTo(field, 'aria-describedby')).to.contain('2 of 10 characters');
    expect(field).to.have.attribute('aria-invalid', 'true');
    expect(group(element)).to.have.attribute('aria-invalid', 'false');
    expect(element.shadowRoot?.activeElement).to.equal(field);
  });

  it('lets an answer that is asked for be withheld', async () => {
    for (const followUp of [followUps.structured, followUps.both, followUps.required]) {
      const element = await step({ followUp });
      const events = recorded(element, 'fw-skip');
      part(element, 'text-button').click();
      expect(events).to.have.length(1);
    }
    expect(parts(await step({ followUp: followUps.freeform }), 'text-button')).to.have.length(0);
  });

  it('sends nothing while something is in flight', async () => {
    const element = await step({ followUp: followUps.both, busy: true });
    const events = recorded(element, 'fw-next', 'fw-skip', 'fw-select', 'fw-write');
    part(element, 'primary-button').click();
    part(element, 'text-button').click();
    part(element, 'option').click();
    expect(events).to.have.length(0);
  });

  it('is accessible in every state', async () => {
    for (const followUp of Object.values(followUps))
      await expectAccessible(await step({ followUp, canGoBack: true }));
    await expectAccessible(
      await step({ followUp: followUps.both, issue: { code: 'choice_required' } }),
    );
    await expectAccessible(
      await step({
        followUp: followUps.required,
        issue: { code: 'text_too_short', minLength: 20, length: 2 },
      }),
    );
    await expectAccessible(await step({ followUp: followUps.both, busy: true }));
  });
});
