import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/active-offer-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { threeMonths } from '../testing/samples.js';
import { part, recorded, words } from '../testing/shadow.js';
import type { ActiveOfferStepElement } from './active-offer-step.js';

const discount = {
  type: 'discount' as const,
  discount: {
    coupon: threeMonths,
    start: '2026-11-01T00:00:00.000Z',
    end: '2027-02-01T00:00:00.000Z',
  },
};
const pause = {
  type: 'pause' as const,
  since: '2026-11-01T00:00:00.000Z',
  resumesAt: '2027-01-01T00:00:00.000Z',
};

async function step(
  activeOffer: ActiveOfferStepElement['activeOffer'],
): Promise<ActiveOfferStepElement> {
  const element = await fixture<ActiveOfferStepElement>(
    html`<fw-active-offer-step time-zone="UTC"></fw-active-offer-step>`,
  );
  element.activeOffer = activeOffer;
  await element.updateComplete;
  return element;
}

describe('fw-active-offer-step', () => {
  it('tells the discount and the day it ends', async () => {
    const element = await step(discount);
    expect(element.heading).to.equal('Your discount is still running');
    expect(words(part(element, 'body'))).to.contain('30% off for 3 months');
    expect(words(part(element, 'body'))).to.contain('February 1, 2027');
  });

  it('names no day that is not known', async () => {
    const { end: _unknown, ...lasting } = discount.discount;
    const element = await step({ type: 'discount', discount: lasting });
    expect(words(part(element, 'body'))).not.to.contain('until');
  });

  it('tells when a pause ends', async () => {
    const element = await step(pause);
    expect(element.heading).to.equal('Your subscription is paused');
    expect(words(part(element, 'body'))).to.contain('January 1, 2027');
  });

  it('keeps it or goes on, with the keyboard alone', async () => {
    const element = await step(discount);
    const events = recorded(element, 'fw-close', 'fw-next');
    element.focus();
    await userEvent.keyboard('{Tab}{Enter}{Tab}{Enter}');
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-close', 'fw-next']);
  });

  it('is accessible', async () => {
    await expectAccessible(await step(discount));
    await expectAccessible(await step(pause));
  });
});
