import type { PlanOption, Subscription } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/plan-change-offer.js';
import { expectAccessible } from '../testing/accessible.js';
import { lite, monthly, yearly } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { PlanChangeOfferElement } from './plan-change-offer.js';

async function plans(
  options: PlanOption[],
  properties: Partial<PlanChangeOfferElement> = {},
): Promise<PlanChangeOfferElement> {
  const element = await fixture<PlanChangeOfferElement>(
    html`<fw-plan-change-offer></fw-plan-change-offer>`,
  );
  Object.assign(element, {
    offer: { type: 'planChange', options },
    subscription: monthly,
    ...properties,
  });
  await element.updateComplete;
  return element;
}

/** Takes the offer, and gives what was sent. */
function taken(element: PlanChangeOfferElement) {
  const events = recorded(element, 'fw-accept');
  part(element, 'primary-button').click();
  return events.map(({ detail }) => detail.selection);
}

function withItem(change: Partial<Subscription['items'][number]>): Subscription {
  return { ...monthly, items: monthly.items.map((item) => ({ ...item, ...change })) };
}

describe('fw-plan-change-offer', () => {
  describe('what is paid for already', () => {
    it.each([
      ['a cheaper plan', lite, true, 'taken off your next payment'],
      ['a plan of another rhythm', yearly, true, 'You are charged for the new plan today'],
      ['a plan that is not prorated', lite, false, 'the new price from your next payment on'],
    ])('is told for %s', async (_name, option, prorated, sentence) => {
      const element = await plans([option], { prorated });
      expect(words(part(element, 'notice'))).to.contain(sentence);
    });

    it('is told for the plan picked, and for none before one is', async () => {
      const element = await plans([lite, yearly], { prorated: true });
      expect(parts(element, 'notice')).to.be.empty;
      part(element, 'option-input', 1).click();
      await element.updateComplete;
      expect(words(part(element, 'notice'))).to.contain('today');
      await expectAccessible(element);
    });

    it('is passed over in silence where nobody knows', async () => {
      expect(parts(await plans([lite]), 'notice')).to.be.empty;
    });
  });

  it('shows a plan with its name, tagline, highlights and price', async () => {
    const element = await plans([lite]);
    expect(words(part(element, 'plan-name'))).to.equal('Lite');
    expect(words(part(element, 'plan-tagline'))).to.equal('For one project at a time');
    expect(words(part(element, 'price'))).to.equal('€6.00 per month');
    const features = part(element, 'plan-features');
    expect(features).to.have.attribute('aria-label', 'Highlights');
    expect([...features.children].map(words)).to.deep.equal(lite.features);
    expect(parts(element, 'price-before')).to.have.length(0);
  });

  it('tells the price of each interval', async () => {
    const rare = { ...yearly, price: yearly.price && { ...yearly.price, intervalCount: 3 } };
    const element = await plans([yearly, rare]);
    expect(parts(element, 'price').map(words)).to.deep.equal([
      '€120.00 per year',
      '€120.00 every 3 years',
    ]);
  });

  it('strikes the regular price through, and says so to whoever listens', async () => {
    const element = await plans([yearly]);
    const regular = part(element, 'price-before');
    expect(regular.localName).to.equal('s');
    expect(words(regular)).to.equal('instead of €168.00');
  });

  it('shows a price of the author’s in place of the amount', async () => {
    const element = await plans([{ ...lite, priceOverride: 'Just €6' }]);
    expect(words(part(element, 'price'))).to.equal('Just €6');
  });

  it('makes do with what is known of a plan', async () => {
    const element = await plans([
      { priceId: 'p', price: { ...lite.price, name: 'Basic' } as PlanOption['price'] },
      { priceId: 'q' },
    ]);
    expect(parts(element, 'plan-name').map(words)).to.deep.equal(['Basic', 'Another plan']);
    expect(words(part(element, 'plan', 1))).to.equal('Another plan');
  });

  it('names the plan they have now', async () => {
    expect(words(part(await plans([lite]), 'body'))).to.contain(
      'Your plan now: Plus, €14.00 per month.',
    );
    const [item] = monthly.items;
    const { name: _name, ...price } = item?.price ?? {};
    const unnamed = await plans([lite], {
      subscription: withItem({ price: price as Subscription['items'][number]['price'] }),
    });
    expect(words(part(unnamed, 'body'))).to.contain('Your plan now: €14.00 per month.');
    const unknown = await plans([lite], { subscription: undefined });
    expect(words(part(unknown, 'body'))).not.to.contain('Your plan now');
  });

  it('counts the same number of seats before and after', async () => {
    const element = await plans([lite], { subscription: withItem({ quantity: 3 }) });
    expect(words(part(element, 'body'))).to.contain('Plus, €42.00 per month.');
    expect(words(part(element, 'price'))).to.equal('€18.00 per month');
  });

  it('sends the one plan there is', async () => {
    expect(taken(await plans([lite]))).to.deep.equal([{ priceId: 'price_lite' }]);
  });

  it('picks no plan of several for the customer', async () => {
    const element = await plans([lite, yearly]);
    expect(element.shadowRoot?.querySelectorAll(':checked')).to.have.length(0);
    expect(taken(element)).to.deep.equal([{ priceId: undefined }]);
  });

  it('sends the plan that was picked, anywhere on its card', async () => {
    const element = await plans([lite, yearly]);
    const events = recorded(element, 'fw-select');
    await userEvent.click(part(element, 'plan', 1));
    expect(events.map(({ detail }) => detail.id)).to.deep.equal(['price_year']);
    expect(taken(element)).to.deep.equal([{ priceId: 'price_year' }]);
  });

  it('is taken with the keyboard alone', async () => {
    const element = await plans([lite, yearly]);
    const events = recorded(element, 'fw-accept');
    element.focus();
    await userEvent.keyboard('{Tab} {ArrowDown}{Tab}{Enter}');
    expect(events.map(({ detail }) => detail.selection)).to.deep.equal([{ priceId: 'price_year' }]);
  });

  it('names each radio button by its plan and describes it by the rest of the card', async () => {
    const element = await plans([lite, yearly]);
    const radio = part(element, 'option-input', 1) as HTMLInputElement;
    expect([...(radio.labels ?? [])].map(words)).to.deep.equal(['Plus, yearly']);
    const details = element.shadowRoot?.getElementById(
      radio.getAttribute('aria-describedby') ?? '',
    );
    expect(details && words(details)).to.contain('€120.00 per year');
  });

  it('stands side by side where there is room, and one below the other where there is none', async () => {
    const element = await plans([lite, yearly]);
    const tops = () => parts(element, 'plan').map((plan) => plan.getBoundingClientRect().top);
    const width = async (pixels: number) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`fw-plan-change-offer { inline-size: ${String(pixels)}px; }`);
      document.adoptedStyleSheets = [sheet];
      await element.updateComplete;
    };
    await width(416);
    expect(new Set(tops()).size).to.equal(1);
    await width(280);
    expect(new Set(tops()).size).to.equal(2);
    expect(part(element, 'body').scrollWidth).to.be.at.most(280);
    document.adoptedStyleSheets = [];
  });

  it('says at the plans that one is to be chosen', async () => {
    const element = await plans([lite, yearly], { issue: { code: 'selection_invalid' } });
    const group = element.shadowRoot?.querySelector('[role="radiogroup"]');
    expect(group).to.have.attribute('aria-describedby', part(element, 'alert').id);
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'option-input'));
  });

  it('sends nothing while something is in flight', async () => {
    const element = await plans([lite, yearly], { busy: true });
    const events = recorded(element, 'fw-decline', 'fw-select');
    part(element, 'secondary-button').click();
    part(element, 'plan-name').click();
    expect(taken(element)).to.deep.equal([]);
    expect(events).to.have.length(0);
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await plans([lite]));
    await expectAccessible(await plans([lite, yearly]));
    await expectAccessible(await plans([lite, yearly], { selected: yearly.priceId }));
    await expectAccessible(await plans([lite, yearly], { issue: { code: 'selection_invalid' } }));
    await expectAccessible(await plans([lite, yearly], { busy: true }));
  });
});
