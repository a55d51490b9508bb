import type { ContactOffer } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/contact-offer.js';
import { expectAccessible } from '../testing/accessible.js';
import { part, recorded, words } from '../testing/shadow.js';
import type { ContactOfferElement } from './contact-offer.js';

const contact = (offer: Partial<ContactOffer> = {}) =>
  fixture<ContactOfferElement>(
    html`<fw-contact-offer .offer=${{ type: 'contact', ...offer }}></fw-contact-offer>`,
  );

describe('fw-contact-offer', () => {
  it('has words of its own where the flow has none', async () => {
    const element = await contact();
    expect(words(part(element, 'heading'))).to.equal('Can we help you with something?');
    expect(words(part(element, 'primary-button'))).to.equal('Contact us');
  });

  it('shows the label the flow gives its button', async () => {
    const element = await contact({ label: 'Book a call' });
    expect(words(part(element, 'primary-button'))).to.equal('Book a call');
  });

  it('says that nothing is changed by it', async () => {
    expect(words(part(await contact(), 'body'))).to.equal('Your subscription stays as it is.');
  });

  it('sends the answer, with the keyboard alone', async () => {
    const element = await contact();
    const events = recorded(element, 'fw-accept', 'fw-decline');
    element.focus();
    await userEvent.keyboard('{Tab}{Enter}{Tab}{Enter}');
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-accept', 'fw-decline']);
  });

  it('sends nothing while something is in flight', async () => {
    const element = await contact();
    element.busy = true;
    await element.updateComplete;
    const events = recorded(element, 'fw-accept', 'fw-decline');
    part(element, 'primary-button').click();
    part(element, 'secondary-button').click();
    expect(events).to.have.length(0);
  });

  it('is accessible', async () => {
    await expectAccessible(await contact());
  });
});
