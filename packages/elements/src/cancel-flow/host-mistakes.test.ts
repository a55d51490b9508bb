import { aTimeout, expect, fixture, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi, type MockInstance } from 'vitest';
import '../define/cancel-flow.js';
import {
  cancelFlow,
  opened,
  press,
  shownStep,
  toConfirmation,
  toDiscount,
} from '../testing/flow-page.js';
import { flow, heldHandlers, recordingHandlers } from '../testing/sample-flow.js';
import { customer, monthly } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { CancelFlowElement } from './cancel-flow.js';

let errors: MockInstance<typeof console.error>;
const failures: unknown[] = [];
const notice = (event: PromiseRejectionEvent | globalThis.ErrorEvent): void => {
  failures.push('reason' in event ? event.reason : event.error);
  event.preventDefault();
};

beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  failures.length = 0;
  window.addEventListener('unhandledrejection', notice);
  window.addEventListener('error', notice);
});
afterEach(() => {
  window.removeEventListener('unhandledrejection', notice);
  window.removeEventListener('error', notice);
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const told = (): string => errors.mock.calls.map(([message]) => String(message)).join('\n');

describe('a flow that was given nothing', () => {
  it.each<[string, Partial<CancelFlowElement>, string]>([
    ['anything', {}, 'serviceUrl, or flow and customer, is missing'],
    ['the customer', { flow }, 'customer is missing'],
  ])('says that it lacks %s, and can be closed', async (_name, properties, message) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const element = document.createElement('fw-cancel-flow');
    Object.assign(element, properties, { open: true });
    document.body.append(element);
    await vi.advanceTimersByTimeAsync(1000);
    expect(told()).to.equal('');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told()).to.equal(`<fw-cancel-flow> is open and has nothing to show: ${message}.`);
    vi.useRealTimers();
    press(element, 'close-button');
    await waitUntil(() => !element.open, 'it is closed');
    element.remove();
  });

  it('says nothing where the options came late', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const element = document.createElement('fw-cancel-flow');
    element.open = true;
    document.body.append(element);
    await vi.advanceTimersByTimeAsync(1000);
    Object.assign(element, { flow, customer, handlers: recordingHandlers() });
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    await shownStep(element, 'fw-survey-step');
    expect(told()).to.equal('');
    element.remove();
  });
});

describe('what a page without types can get wrong', () => {
  it.each<[string, object, string]>([
    ['a flow that is a text', { flow: '{}' }, 'flow: expected an object, got "{}"'],
    [
      'a survey without choices',
      { flow: { id: 'f', steps: [{ id: 'why', type: 'survey', choices: [] }] } },
      'steps[0].choices: expected a list of at least 1, got an empty list',
    ],
    ['subscriptions that are one', { subscriptions: monthly }, 'subscriptions: expected a list'],
    ['a customer that is a text', { customer: 'cus_1' }, 'customer: expected an object'],
    ['a customer named by a number', { customer: { id: 'c', name: 5 } }, 'customer.name: expected'],
    [
      'a handler that is a text',
      { handlers: { ...recordingHandlers(), handlePause: 'x' } },
      'handlers.handlePause',
    ],
  ])('%s is named, and the customer can still cancel', async (_name, properties, message) => {
    const element = await cancelFlow(properties);
    element.show();
    await waitUntil(() =>
      element.shadowRoot?.querySelector('[part~="step"], fw-survey-step, fw-confirm-step'),
    );
    expect(told()).to.contain(message);
    const confirm = element.shadowRoot?.querySelector('fw-confirm-step');
    if (confirm) press(confirm, 'danger-button');
    else press(element, 'text-button');
    await shownStep(element, 'fw-complete-step');
    expect(failures).to.deep.equal([]);
  });

  it('an address of the service that is none', async () => {
    const element = await fixture<CancelFlowElement>('<fw-cancel-flow></fw-cancel-flow>');
    Object.assign(element, { serviceUrl: 42, session: 'x', open: true });
    await shownStep(element, 'fw-error-step');
    expect(told()).to.contain('serviceUrl: expected a text');
    expect(failures).to.deep.equal([]);
  });

  it('events of an own element that bring nothing along', async () => {
    const element = await opened();
    const survey = await shownStep(element, 'fw-survey-step');
    for (const type of ['fw-select', 'fw-write', 'fw-acknowledge', 'fw-accept', 'fw-next'])
      survey.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true }));
    await toDiscount(element);
    const offer = await shownStep(element, 'fw-discount-offer');
    offer.dispatchEvent(new Event('fw-accept', { bubbles: true, composed: true }));
    await shownStep(element, 'fw-complete-step');
    expect(failures).to.deep.equal([]);
  });

  it('a property unset by a framework: it is what it was at first', async () => {
    const element = await opened();
    Object.assign(element, { variant: 'inline', theme: 'dark' });
    await element.updateComplete;
    Object.assign(element, { variant: undefined, theme: undefined, preview: undefined });
    await element.updateComplete;
    expect(element).to.include({ variant: 'modal', theme: 'auto', preview: false, open: true });
  });
});

describe('a handler that never settles', () => {
  it('shows a way out after 15 seconds, and none before', async () => {
    const element = await opened({ handlers: heldHandlers() });
    await toConfirmation(element);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    press(await shownStep(element, 'fw-confirm-step'), 'danger-button');
    await vi.advanceTimersByTimeAsync(14_900);
    const progress = element.shadowRoot?.querySelector('fw-progress-step');
    if (!progress) throw new Error('Nothing is under way.');
    expect(parts(progress, 'secondary-button')).to.be.empty;
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await waitUntil(() => parts(progress, 'secondary-button').length > 0, 'a way out');
    expect(words(part(progress, 'notice'))).to.contain('longer than usual');
    press(progress, 'secondary-button');
    await waitUntil(() => !element.open, 'it is closed');
    expect(failures).to.deep.equal([]);
  });
});

describe('a host that takes the flow away', () => {
  it('while something is in flight is told the outcome, and then that it is over', async () => {
    const handlers = heldHandlers();
    const element = await opened({ handlers });
    await toConfirmation(element);
    const names = recorded(element, 'fw-cancel', 'fw-closed');
    press(await shownStep(element, 'fw-confirm-step'), 'danger-button');
    await shownStep(element, 'fw-progress-step');
    element.remove();
    await aTimeout(0);
    expect(names).to.deep.equal([]);
    handlers.settle({});
    await waitUntil(() => names.length === 2, 'it is over');
    expect(names.map(({ type }) => type)).to.deep.equal(['fw-cancel', 'fw-closed']);
    expect(names[1]?.detail).to.deep.equal({ result: 'cancel' });
    expect(failures).to.deep.equal([]);
  });

  it('is told that it failed, and that it is over', async () => {
    const handlers = heldHandlers();
    const element = await opened({ handlers });
    await toDiscount(element);
    const names = recorded(element, 'fw-error', 'fw-closed');
    press(await shownStep(element, 'fw-discount-offer'), 'primary-button');
    await shownStep(element, 'fw-progress-step');
    element.remove();
    handlers.settle(Promise.reject(new Error('no')));
    await waitUntil(() => names.length === 2, 'it is over');
    expect(names[1]?.detail).to.deep.equal({ result: 'abort' });
    expect(failures).to.deep.equal([]);
  });
});

describe('restart', () => {
  it('begins anew, whatever was answered, in a flow that is open too', async () => {
    const element = await opened();
    await toConfirmation(element);
    const names = recorded(element, 'fw-closed', 'fw-open');
    await element.restart();
    const survey = await shownStep(element, 'fw-survey-step');
    await waitUntil(() => survey.selected === null, 'nothing is chosen');
    expect(names.map(({ type }) => type)).to.deep.equal(['fw-closed', 'fw-open']);
    expect(element.shadowRoot?.querySelector('dialog')?.open).to.be.true;
  });
});

it('tells the host what was asked for and said, with the outcome', async () => {
  const element = await opened();
  const outcomes = recorded(element, 'fw-discount');
  await toDiscount(element);
  press(await shownStep(element, 'fw-discount-offer'), 'primary-button');
  await shownStep(element, 'fw-complete-step');
  expect(outcomes[0]?.detail).to.deep.include({
    action: { type: 'discount', offerId: 'why/budget', couponId: 'STAY30' },
    answers: { surveyResponse: 'It costs too much', feedback: null, followupResponse: null },
  });
});

it('names its dialog in the language of the page', async () => {
  const element = await opened();
  const dialog = element.shadowRoot?.querySelector('dialog');
  const survey = await shownStep(element, 'fw-survey-step');
  expect(dialog?.getAttribute('aria-label')).to.equal(words(part(survey, 'heading')));
  expect(element.shadowRoot?.querySelector('[role="status"]')?.textContent).to.equal(
    survey.heading,
  );
});
