import type { CustomOffer, CustomStep } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { afterEach, describe, it, vi } from 'vitest';
import '../define/custom-step.js';
import { expectAccessible } from '../testing/accessible.js';
import '../testing/rating-element.js';
import type { RatingElement } from '../testing/rating-element.js';
import { customer, monthly } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { CustomStepElement } from './custom-step.js';

class BrokenElement extends HTMLElement {
  constructor() {
    super();
    throw new Error('Not today.');
  }
}
customElements.define('acme-broken', BrokenElement);

const custom = (properties: Partial<CustomStepElement>) =>
  fixture<CustomStepElement>(html`<fw-custom-step></fw-custom-step>`).then(async (element) => {
    Object.assign(element, { customer }, properties);
    await element.updateComplete;
    return element;
  });

const step = (changes: Partial<CustomStep> = {}): CustomStep => ({
  id: 'rating',
  type: 'custom',
  tag: 'acme-rating',
  ...changes,
});
const offer: CustomOffer = { type: 'custom', tag: 'acme-rating' };

/** The host's element within. */
function foreign(element: CustomStepElement): RatingElement {
  const found = element.querySelector('acme-rating');
  if (!found) throw new Error('It is not there.');
  return found;
}

function press(element: CustomStepElement, index = 0): void {
  foreign(element).querySelectorAll('button')[index]?.click();
}

afterEach(() => void vi.restoreAllMocks());

describe('fw-custom-step', () => {
  it('shows the host’s element and hands it the step, the customer and its properties', async () => {
    const element = await custom({ step: step({ properties: { best: 10 } }) });
    const { step: given, customer: who, best } = foreign(element);
    expect(given).to.equal(element.step);
    expect(who).to.equal(customer);
    expect(best).to.equal(10);
    expect(foreign(element)).to.have.text('Ada, how was it?10 of 10');
  });

  it('hands an offer what it would change', async () => {
    const element = await custom({ offer, subscription: monthly });
    expect(foreign(element).offer).to.equal(offer);
    expect(foreign(element).step).to.equal(undefined);
    expect(foreign(element)).to.have.property('subscription', monthly);
  });

  it('keeps the same element while what it is told changes', async () => {
    const element = await custom({ step: step() });
    const before = foreign(element);
    const other = { ...customer, firstName: 'Grace' };
    element.customer = other;
    element.header = 'Another heading';
    await element.updateComplete;
    expect(foreign(element)).to.equal(before);
    expect(before.customer).to.equal(other);
  });

  it('lets its intents through, with their answer', async () => {
    const asStep = await custom({ step: step() });
    const next = recorded(asStep, 'fw-next');
    press(asStep);
    expect(next.map(({ detail }) => detail.result)).to.deep.equal([{ mark: 5 }]);

    const asOffer = await custom({ offer });
    const accepted = recorded(asOffer, 'fw-accept');
    const declined = recorded(asOffer, 'fw-decline');
    press(asOffer, 0);
    press(asOffer, 1);
    expect(accepted.map(({ detail }) => detail.selection.result)).to.deep.equal([{ mark: 5 }]);
    expect(declined).to.have.length(1);
  });

  it('shows the heading of the flow, or leaves it to the element and has one to be read out', async () => {
    const element = await custom({ step: step(), header: 'One last question' });
    expect(part(element, 'heading').offsetHeight).to.be.above(20);
    element.header = undefined;
    await element.updateComplete;
    expect(part(element, 'heading').offsetHeight).to.equal(1);
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(part(element, 'heading'));
  });

  it('leaves the styles of the element to the page', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('acme-rating button { color: rgb(1 2 3); }');
    document.adoptedStyleSheets = [sheet];
    const button = foreign(await custom({ step: step() })).querySelector('button');
    expect(button && getComputedStyle(button).color).to.equal('rgb(1, 2, 3)');
    expect(button && getComputedStyle(button).borderStyle).to.equal('outset');
    document.adoptedStyleSheets = [];
  });

  it('takes the element along where it goes, and away with it', async () => {
    const element = await custom({ step: step() });
    const within = foreign(element);
    const parent = element.parentElement;
    element.remove();
    expect(within.isConnected).to.equal(false);
    parent?.append(element);
    expect(within.isConnected).to.equal(true);
    expect(within.offsetHeight).to.be.above(20);
    element.step = step({ tag: 'acme-lost' });
    vi.spyOn(console, 'error').mockReturnValue();
    await element.updateComplete;
    expect(within.isConnected).to.equal(false);
  });

  it('names a tag that is not registered, and lets the customer go on', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue();
    const element = await custom({ step: step({ tag: 'acme-lost' }) });
    element.busy = false;
    element.header = 'Still here';
    await element.updateComplete;
    expect(report.mock.calls).to.have.length(1);
    expect(report.mock.lastCall?.[0]).to.contain('<acme-lost>');
    expect(words(part(element, 'body'))).to.contain('could not be shown');
    const skipped = recorded(element, 'fw-skip');
    part(element, 'primary-button').click();
    expect(skipped).to.have.length(1);

    const lost = await custom({ offer: { ...offer, tag: 'acme-lost' } });
    const declined = recorded(lost, 'fw-decline');
    part(lost, 'primary-button').click();
    expect(declined).to.have.length(1);
  });

  it('lets the customer go on where the element cannot be made', async () => {
    const thrown = new Promise((resolve) => {
      window.addEventListener(
        'error',
        (event) => {
          event.preventDefault();
          event.stopImmediatePropagation();
          resolve(event.message);
        },
        { once: true, capture: true },
      );
    });
    const element = await custom({ step: step({ tag: 'acme-broken' }) });
    expect(await thrown).to.contain('Not today.');
    expect(parts(element, 'primary-button')).to.have.length(1);
  });

  it('makes no element that is not the host’s own', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    for (const tag of ['script', 'iframe', 'no tag']) {
      const element = await custom({ step: step({ tag }) });
      expect(parts(element, 'primary-button')).to.have.length(1);
    }
  });

  it('lets no flow write raw HTML into it', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue();
    const element = await custom({
      step: step({ properties: { innerHTML: '<b>bold</b>', onclick: 'x', best: 3 } }),
    });
    expect(foreign(element).querySelector('b')).to.equal(null);
    expect(foreign(element).best).to.equal(3);
    expect(report.mock.calls.flat().join()).to.contain('innerHTML').and.to.contain('onclick');
  });

  it('is accessible in every state', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    await expectAccessible(await custom({ step: step(), header: 'One last question' }));
    await expectAccessible(await custom({ offer, canGoBack: true }));
    await expectAccessible(await custom({ step: step({ tag: 'acme-lost' }) }));
  });
});
