import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/survey-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { choices } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { SurveyStepElement } from './survey-step.js';

const survey = (properties: Partial<SurveyStepElement> = {}) =>
  fixture<SurveyStepElement>(html`<fw-survey-step></fw-survey-step>`).then(async (element) => {
    Object.assign(element, { choices }, properties);
    await element.updateComplete;
    return element;
  });

describe('fw-survey-step', () => {
  it('shows the choices in the order given, as one group named by the question', async () => {
    const element = await survey({ header: 'Why are you leaving?' });
    expect(parts(element, 'option').map(words)).to.deep.equal(choices.map(({ label }) => label));
    const group = element.shadowRoot?.querySelector('[role="radiogroup"]');
    const name = group?.getAttribute('aria-labelledby') ?? '';
    expect(element.shadowRoot?.getElementById(name)).to.have.text('Why are you leaving?');
  });

  it('has a question of its own when none is given', async () => {
    const element = await survey();
    expect(words(part(element, 'heading'))).to.equal('What is your main reason for leaving?');
  });

  it('tells which choice was picked with the pointer, anywhere on its row', async () => {
    const element = await survey();
    const events = recorded(element, 'fw-select');
    await userEvent.click(part(element, 'option', 1));
    expect(events.map(({ detail }) => detail.id)).to.deep.equal(['unused']);
    expect(element.selected).to.equal('unused');
  });

  it('is answered with the keyboard alone', async () => {
    const element = await survey();
    const events = recorded(element, 'fw-select', 'fw-next');
    element.focus();
    await userEvent.keyboard('{Tab}{ArrowDown}{Enter}');
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-select', 'fw-next']);
  });

  it('goes on without a reason', async () => {
    const element = await survey();
    const events = recorded(element, 'fw-skip');
    part(element, 'text-button').click();
    expect(events).to.have.length(1);
  });

  it('says at the choices what is missing, and puts the focus there', async () => {
    const element = await survey({ issue: { code: 'choice_required' } });
    const alert = part(element, 'alert');
    expect(words(alert)).to.equal('Please choose an answer.');
    const group = element.shadowRoot?.querySelector('[role="radiogroup"]');
    expect(group).to.have.attribute('aria-describedby', alert.id);
    expect(group).to.have.attribute('aria-invalid', 'true');
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'option-input'));
  });

  it('offers the way back only when there is one', async () => {
    const element = await survey();
    expect(parts(element, 'back-button')).to.have.length(0);
    element.canGoBack = true;
    await element.updateComplete;
    const events = recorded(element, 'fw-back');
    part(element, 'back-button').click();
    expect(events).to.have.length(1);
  });

  it('sends nothing while something is in flight', async () => {
    const element = await survey({ busy: true });
    const events = recorded(element, 'fw-next', 'fw-skip');
    part(element, 'primary-button').click();
    part(element, 'text-button').click();
    expect(events).to.have.length(0);
  });

  it('shows rich text, and a customer’s value as text', async () => {
    const element = await survey({ description: '<p>For <strong>Ada</strong> &lt;b&gt;</p>' });
    const strong = (): Element | null => part(element, 'description').querySelector('strong');
    await waitUntil(strong, 'the code that reads markup is loaded');
    expect(strong()).to.have.text('Ada');
    expect(words(part(element, 'description'))).to.equal('For Ada <b>');
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await survey());
    await expectAccessible(await survey({ selected: 'other', canGoBack: true }));
    await expectAccessible(await survey({ issue: { code: 'choice_required' } }));
    await expectAccessible(await survey({ description: '<a href="/help">Help</a>' }));
    await expectAccessible(await survey({ busy: true, selected: 'other' }));
  });
});
