import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/cancel-button.js';
import type { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import { expectAccessible } from '../testing/accessible.js';
import { press, shownStep } from '../testing/flow-page.js';
import { flow, recordingHandlers } from '../testing/sample-flow.js';
import { customer, monthly } from '../testing/samples.js';
import { part, recorded, words } from '../testing/shadow.js';
import type { CancelButtonElement } from './cancel-button.js';

async function cancelButton(
  content = html`<a href="#cancel">Cancel my plan</a>`,
): Promise<CancelButtonElement> {
  const element = await fixture<CancelButtonElement>(
    html`<fw-cancel-button>${content}</fw-cancel-button>`,
  );
  Object.assign(element, {
    flow,
    customer,
    subscriptions: [monthly],
    handlers: recordingHandlers(),
  });
  return element;
}

function link(element: CancelButtonElement): HTMLAnchorElement {
  const found = element.querySelector('a');
  if (!found) throw new Error('There is no link.');
  return found;
}

async function ownButton(element: CancelButtonElement): Promise<Element> {
  const find = () => element.shadowRoot?.querySelector('fw-own-button');
  await waitUntil(() => find()?.shadowRoot?.querySelector('button'), 'there is a button');
  const found = find();
  if (!found) throw new Error('There is no button.');
  return found;
}

async function flowOf(element: CancelButtonElement): Promise<CancelFlowElement> {
  const find = (): CancelFlowElement | null | undefined =>
    element.shadowRoot?.querySelector('fw-cancel-flow');
  await waitUntil(() => find()?.open, 'the flow opens');
  const found = find();
  if (!found) throw new Error('There is no flow.');
  return found;
}

describe('fw-cancel-button', () => {
  it('opens the flow in place of following its link', async () => {
    const element = await cancelButton();
    await userEvent.click(link(element));
    await shownStep(await flowOf(element), 'fw-survey-step');
    expect(location.hash).to.equal('');
  });

  it('is opened with the keyboard, and has the focus again when the flow is closed', async () => {
    const element = await cancelButton();
    link(element).focus();
    await userEvent.keyboard('{Enter}');
    await shownStep(await flowOf(element), 'fw-survey-step');
    const closed = oneEvent(element, 'fw-closed');
    await userEvent.keyboard('{Escape}');
    await closed;
    expect(document.activeElement).to.equal(link(element));
  });

  it('has a button of its own when it is given nothing', async () => {
    const element = await cancelButton(html``);
    const own = await ownButton(element);
    expect(words(part(own, 'secondary-button'))).to.equal('Cancel subscription');
    press(own, 'secondary-button');
    await shownStep(await flowOf(element), 'fw-survey-step');
  });

  it('has its own button in the language of the host, and no other where something is given', async () => {
    const bare = await cancelButton(html``);
    bare.i18n = { lang: 'nl' };
    const own = await ownButton(bare);
    await waitUntil(
      () => words(part(own, 'secondary-button')) === 'Abonnement opzeggen',
      'in Dutch',
    );
    bare.append(document.createElement('a'));
    expect(own.getBoundingClientRect().height).to.equal(0);
  });

  it('hands its language on to the flow', async () => {
    const element = await cancelButton();
    element.i18n = { lang: 'nl' };
    link(element).click();
    const survey = await shownStep(await flowOf(element), 'fw-survey-step');
    await waitUntil(() => words(part(survey, 'primary-button')) === 'Verder', 'in Dutch');
  });

  it('starts nothing before it is pressed, and one session with each opening', async () => {
    const element = await cancelButton();
    const events = recorded(element, 'fw-open', 'fw-step-change');
    await userEvent.hover(link(element));
    link(element).focus();
    await waitUntil(() => element.shadowRoot?.querySelector('fw-cancel-flow'), 'its code is there');
    expect(events).to.have.length(0);
    link(element).click();
    link(element).click();
    await shownStep(await flowOf(element), 'fw-survey-step');
    expect(events.filter(({ type }) => type === 'fw-open')).to.have.length(1);
  });

  it('lets a press pass that opens the link elsewhere', async () => {
    const element = await cancelButton();
    const press = new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true });
    element.addEventListener('click', (event) => {
      expect(event.defaultPrevented).to.equal(false);
      event.preventDefault();
    });
    link(element).dispatchEvent(press);
    await aTimeout(0);
    expect(element.shadowRoot?.querySelector('fw-cancel-flow[open]')).to.equal(null);
  });

  it('tells all that the flow tells', async () => {
    const element = await cancelButton();
    const events = recorded(element, 'fw-open', 'fw-cancel', 'fw-closed');
    link(element).click();
    const shown = await flowOf(element);
    await shownStep(shown, 'fw-survey-step');
    press(shown, 'text-button');
    press(await shownStep(shown, 'fw-complete-step'), 'primary-button');
    await oneEvent(element, 'fw-closed');
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-open', 'fw-cancel', 'fw-closed']);
  });

  it('closes what it has opened when its host says so', async () => {
    const element = await cancelButton();
    link(element).click();
    await shownStep(await flowOf(element), 'fw-survey-step');
    element.hide();
    await oneEvent(element, 'fw-closed');
    expect(element.shadowRoot?.querySelector('fw-cancel-flow[open]')).to.equal(null);
  });

  it('hands on what a business adds to the flow, and its parts to the page’s styles', async () => {
    const element = await cancelButton(
      html`<a href="#cancel">Cancel</a>
        <p slot="footer-note">Call us.</p>`,
    );
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('fw-cancel-button::part(heading) { letter-spacing: 7px; }');
    document.adoptedStyleSheets.push(sheet);
    link(element).click();
    const survey = await shownStep(await flowOf(element), 'fw-survey-step');
    expect(getComputedStyle(part(survey, 'heading')).letterSpacing).to.equal('7px');
    const note = element.querySelector('p');
    expect(note?.getBoundingClientRect().height).to.be.greaterThan(0);
    document.adoptedStyleSheets.pop();
  });

  it('is accessible, closed and open', async () => {
    const bare = await cancelButton(html``);
    await ownButton(bare);
    await expectAccessible(bare);
    const element = await cancelButton();
    await expectAccessible(element);
    link(element).click();
    await shownStep(await flowOf(element), 'fw-survey-step');
    await expectAccessible(element);
  });
});
