import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/feedback-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { FeedbackStepElement } from './feedback-step.js';

async function feedback(
  properties: Partial<FeedbackStepElement> = {},
): Promise<FeedbackStepElement> {
  const element = await fixture<FeedbackStepElement>(html`<fw-feedback-step></fw-feedback-step>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
}

describe('fw-feedback-step', () => {
  it('tells all that was written, with each stroke', async () => {
    const element = await feedback();
    const events = recorded(element, 'fw-write');
    await userEvent.type(part(element, 'textarea'), 'Hi!');
    expect(events.map(({ detail }) => detail.text)).to.deep.equal(['H', 'Hi', 'Hi!']);
    expect(element.text).to.equal('Hi!');
  });

  it('shows what was written before', async () => {
    const element = await feedback({ text: 'As I said' });
    expect(part(element, 'textarea')).to.have.value('As I said');
  });

  it('counts towards the length that is asked for, without the space around', async () => {
    const element = await feedback({ minLength: 20, text: '  Too dear  ' });
    expect(words(part(element, 'counter'))).to.equal('8 of at least 20 characters');
    element.minLength = 0;
    await element.updateComplete;
    expect(parts(element, 'counter')).to.have.length(0);
  });

  it('goes on, and offers to go on without words only where they are asked for', async () => {
    const element = await feedback();
    const events = recorded(element, 'fw-next', 'fw-skip');
    part(element, 'primary-button').click();
    expect(parts(element, 'text-button')).to.have.length(0);
    element.required = true;
    await element.updateComplete;
    part(element, 'text-button').click();
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-next', 'fw-skip']);
  });

  it('says at the field how much is missing, and puts the focus there', async () => {
    const element = await feedback({
      text: 'Dear',
      issue: { code: 'text_too_short', minLength: 20, length: 4 },
    });
    const field = part(element, 'textarea');
    const described = (field.getAttribute('aria-describedby') ?? '').split(' ');
    expect(described).to.contain(part(element, 'alert').id);
    expect(words(part(element, 'alert'))).to.contain('4 of 20');
    expect(field).to.have.attribute('aria-invalid', 'true');
    expect(element.shadowRoot?.activeElement).to.equal(field);
  });

  it('is named by its label, or else by the heading', async () => {
    const element = await feedback({ header: 'One more thing' });
    expect(part(element, 'textarea')).to.have.attribute('aria-labelledby', 'heading');
    element.label = 'Your words';
    await element.updateComplete;
    const label = element.shadowRoot?.querySelector('label');
    expect(label?.control).to.equal(part(element, 'textarea'));
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await feedback());
    await expectAccessible(await feedback({ label: 'Your words', minLength: 10, required: true }));
    await expectAccessible(await feedback({ issue: { code: 'text_required' }, canGoBack: true }));
    await expectAccessible(await feedback({ busy: true, text: 'Words' }));
  });
});
