import type { RedirectOffer } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/redirect-offer.js';
import { expectAccessible } from '../testing/accessible.js';
import { part, recorded, words } from '../testing/shadow.js';
import type { RedirectOfferElement } from './redirect-offer.js';

const offer: RedirectOffer = { type: 'redirect', label: 'See the guide', url: '/guide' };
const redirect = () =>
  fixture<RedirectOfferElement>(html`<fw-redirect-offer .offer=${offer}></fw-redirect-offer>`);

describe('fw-redirect-offer', () => {
  it('has a heading of its own where the flow has none, and the label of the flow', async () => {
    const element = await redirect();
    expect(words(part(element, 'heading'))).to.equal('This might help');
    expect(words(part(element, 'primary-button'))).to.equal('See the guide');
  });

  it('leaves it to the flow to go there', async () => {
    const element = await redirect();
    const events = recorded(element, 'fw-accept');
    part(element, 'primary-button').click();
    expect(events.map(({ detail }) => detail.selection)).to.deep.equal([{}]);
    expect(element.shadowRoot?.querySelectorAll('a')).to.have.length(0);
  });

  it('says that nothing is changed by it', async () => {
    expect(words(part(await redirect(), 'body'))).to.equal('Your subscription stays as it is.');
  });

  it('sends the answer, with the keyboard alone', async () => {
    const element = await redirect();
    const events = recorded(element, 'fw-accept', 'fw-decline');
    element.focus();
    await userEvent.keyboard('{Tab}{Enter}{Tab}{Enter}');
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-accept', 'fw-decline']);
  });

  it('sends nothing while something is in flight', async () => {
    const element = await redirect();
    element.busy = true;
    await element.updateComplete;
    const events = recorded(element, 'fw-accept', 'fw-decline');
    part(element, 'primary-button').click();
    part(element, 'secondary-button').click();
    expect(events).to.have.length(0);
  });

  it('is accessible', async () => {
    await expectAccessible(await redirect());
  });
});
