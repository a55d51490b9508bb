import type { Coupon, Subscription } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import '../define/discount-offer.js';
import { expectAccessible } from '../testing/accessible.js';
import { monthly, threeMonths } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { DiscountOfferElement } from './discount-offer.js';

async function discount(
  coupon: Coupon | undefined,
  subscription: Subscription | undefined = monthly,
  lang = 'en',
): Promise<DiscountOfferElement> {
  const element = await fixture<DiscountOfferElement>(
    html`<fw-discount-offer lang=${lang}></fw-discount-offer>`,
  );
  element.offer = { type: 'discount', couponId: 'STAY', ...(coupon && { coupon }) };
  element.subscription = subscription;
  await element.updateComplete;
  return element;
}

const withDiscount = (end?: string): Subscription => ({
  ...monthly,
  discounts: [
    {
      coupon: { id: 'OLD', percentOff: 20, duration: 'forever' },
      start: '2026-01-10T09:00:00.000Z',
      ...(end && { end }),
    },
  ],
});

describe('fw-discount-offer', () => {
  it('shows the price before and after, how long it holds and what comes then', async () => {
    const element = await discount(threeMonths);
    expect(words(part(element, 'badge'))).to.equal('30% off');
    expect(words(part(element, 'price'))).to.equal('€9.80 per month');
    expect(words(part(element, 'price-before'))).to.equal('instead of €14.00');
    expect(words(part(element, 'body'))).to.contain('For 3 months, then €14.00 per month.');
  });

  it('speaks of one month in the singular', async () => {
    const element = await discount({ ...threeMonths, durationInMonths: 1 });
    expect(words(part(element, 'body'))).to.contain('For 1 month,');
  });

  it('takes an amount off the next payment alone', async () => {
    const element = await discount({
      id: 'FIVE',
      amountOff: 500,
      currency: 'eur',
      duration: 'once',
    });
    expect(words(part(element, 'price'))).to.equal('€9.00');
    expect(words(part(element, 'body'))).to.contain('On your next payment, then €14.00');
  });

  it('promises no return to the full price when the discount has no end', async () => {
    const element = await discount({ id: 'EVER', percentOff: 12.5, duration: 'forever' });
    const text = words(part(element, 'body'));
    expect(text).to.contain('12.5% off');
    expect(text).not.to.contain('then');
  });

  it('writes money in the way of the nearest language', async () => {
    const element = await discount(threeMonths, monthly, 'de');
    expect(words(part(element, 'price'))).to.contain('9,80 €');
  });

  it('counts yen without cents and several seats together', async () => {
    const [item] = monthly.items;
    const seats: Subscription = {
      ...monthly,
      items: item
        ? [
            {
              quantity: 3,
              price: { ...item.price, amount: { value: 1000, currency: 'jpy' } },
            },
          ]
        : [],
    };
    const element = await discount(threeMonths, seats);
    expect(words(part(element, 'price'))).to.equal('¥2,100 per month');
    expect(words(part(element, 'price-before'))).to.contain('¥3,000');
  });

  it('says what it takes off where no price is known', async () => {
    const element = await discount(threeMonths, { ...monthly, items: [] });
    expect(words(part(element, 'price'))).to.equal('30% off for 3 months');
    expect(parts(element, 'price-before')).to.have.length(0);
  });

  it('tells of the discount that would be replaced, and compares with what is paid now', async () => {
    const element = await discount(threeMonths, withDiscount('2999-01-31T12:00:00.000Z'));
    expect(words(part(element, 'notice'))).to.equal(
      'This replaces your current discount: 20% off every payment, valid until January 31, 2999.',
    );
    expect(words(part(element, 'price-before'))).to.contain('€11.20');
  });

  it('adds to a discount in force where the business stacks them', async () => {
    const element = await discount(threeMonths, withDiscount());
    element.stacks = true;
    await element.updateComplete;
    expect(words(part(element, 'notice'))).to.equal(
      'This comes on top of your current discount: 20% off every payment.',
    );
    expect(words(part(element, 'price-before'))).to.contain('€11.20');
    expect(words(part(element, 'price'))).to.equal('€7.84 per month');
    expect(words(part(element, 'body'))).to.contain('For 3 months, then €11.20 per month.');
  });

  it('says nothing of a discount that has ended', async () => {
    const element = await discount(threeMonths, withDiscount('2020-01-31T12:00:00.000Z'));
    expect(parts(element, 'notice')).to.have.length(0);
  });

  it('sends the answer, and no answer while something is in flight', async () => {
    const element = await discount(threeMonths);
    const events = recorded(element, 'fw-accept', 'fw-decline');
    part(element, 'primary-button').click();
    part(element, 'secondary-button').click();
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-accept', 'fw-decline']);
    expect(events.map(({ cancelable }) => cancelable)).to.deep.equal([true, false]);
    element.busy = true;
    await element.updateComplete;
    part(element, 'primary-button').click();
    expect(events).to.have.length(2);
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await discount(threeMonths));
    await expectAccessible(await discount(threeMonths, withDiscount()));
    await expectAccessible(await discount(undefined));
  });
});
