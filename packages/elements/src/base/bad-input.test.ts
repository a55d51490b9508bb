import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi, type MockInstance } from 'vitest';
import '../define/confirm-step.js';
import '../define/discount-offer.js';
import '../define/feedback-step.js';
import '../define/pause-offer.js';
import '../define/plan-change-offer.js';
import '../define/survey-step.js';
import { lite, monthly, threeMonths } from '../testing/samples.js';
import { part, parts } from '../testing/shadow.js';
import type { StepElement } from './step-element.js';

let errors: MockInstance<typeof console.error>;
const rejections: unknown[] = [];
const notice = (event: PromiseRejectionEvent): number => rejections.push(event.reason);

beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  rejections.length = 0;
  window.addEventListener('unhandledrejection', notice);
});
afterEach(() => {
  window.removeEventListener('unhandledrejection', notice);
  vi.restoreAllMocks();
});

/** As a page without types sets them. */
async function given(tag: string, properties: object): Promise<StepElement> {
  const element: StepElement = await fixture(`<${tag}></${tag}>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
}

const told = (): string[] => errors.mock.calls.map(([message]) => String(message));

describe('a property of a wrong type', () => {
  it.each<[string, object, string]>([
    ['fw-survey-step', { choices: 'abc' }, '<fw-survey-step> choices: expected a list, got "abc"'],
    [
      'fw-feedback-step',
      { text: 12, minLength: 5 },
      '<fw-feedback-step> text: expected a text, got 12',
    ],
    ['fw-confirm-step', { discounts: 5 }, '<fw-confirm-step> discounts: expected a list, got 5'],
    [
      'fw-pause-offer',
      { offer: { type: 'pause', maxLength: 3, interval: 'month' }, now: 5 },
      '<fw-pause-offer> now: expected a function, got 5',
    ],
    [
      'fw-plan-change-offer',
      { offer: { type: 'planChange', options: [lite] }, subscription: 'sub_1' },
      '<fw-plan-change-offer> subscription: expected an object, got "sub_1"',
    ],
  ])('of <%s> is named once, and the customer can go on', async (tag, properties, message) => {
    const element = await given(tag, properties);
    await waitUntil(() => told().includes(message), message);
    element.requestUpdate();
    await element.updateComplete;
    expect(part(element, 'heading').textContent).not.to.equal('');
    expect(parts(element, 'footer')[0]?.querySelector('button')).to.exist;
    expect(told().filter((each) => each === message)).to.have.length(1);
    expect(rejections).to.deep.equal([]);
  });

  it('does not hide the rest of a step when a date is none', async () => {
    const element = await given('fw-confirm-step', { endsAt: 'soon', losses: ['12 reports'] });
    await waitUntil(() => told().length > 0, 'it is told');
    expect(told()[0]).to.contain('<fw-confirm-step>');
    expect(part(element, 'danger-button')).to.exist;
  });

  it('never takes more off than there is', async () => {
    const coupon = { ...threeMonths, percentOff: 150 };
    const offer = { type: 'discount', couponId: coupon.id, coupon };
    const element = await given('fw-discount-offer', { offer, subscription: monthly });
    expect(part(element, 'price').textContent).to.contain('€0.00');
  });
});

describe('a property that is unset', () => {
  it('is what it was at first', async () => {
    const element = await given('fw-feedback-step', { text: 'Hi', minLength: 5, issue: null });
    Object.assign(element, { text: undefined, minLength: undefined, issue: undefined });
    await element.updateComplete;
    expect(element).to.include({ text: '', minLength: 0, issue: null });
  });

  it('is what it was at first, although it was never set', async () => {
    const element = await fixture<StepElement>(
      html`<fw-survey-step .choices=${undefined} .busy=${undefined}></fw-survey-step>`,
    );
    expect(element).to.deep.include({ choices: [], busy: false });
    expect(told()).to.deep.equal([]);
  });
});
