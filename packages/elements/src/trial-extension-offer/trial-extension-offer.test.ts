import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/trial-extension-offer.js';
import { expectAccessible } from '../testing/accessible.js';
import { monthly, trialing } from '../testing/samples.js';
import { part, recorded, words } from '../testing/shadow.js';
import type { TrialExtensionOfferElement } from './trial-extension-offer.js';

async function extension(
  days: number,
  properties: Partial<TrialExtensionOfferElement> = {},
): Promise<TrialExtensionOfferElement> {
  const element = await fixture<TrialExtensionOfferElement>(
    html`<fw-trial-extension-offer time-zone="UTC"></fw-trial-extension-offer>`,
  );
  Object.assign(element, {
    offer: { type: 'trialExtension', days },
    subscription: trialing,
    ...properties,
  });
  await element.updateComplete;
  return element;
}

describe('fw-trial-extension-offer', () => {
  it('tells how much longer, until when, and when it ends as it is', async () => {
    const text = words(part(await extension(14), 'body'));
    expect(text).to.contain('14 days longer');
    expect(text).to.contain('Your trial would end on December 12, 2026.');
    expect(text).to.contain('As it is, it ends on November 28, 2026.');
  });

  it('speaks of one day in the singular', async () => {
    expect(words(part(await extension(1), 'badge'))).to.equal('1 day longer');
  });

  it('tells dates in the zone it is given', async () => {
    const text = words(part(await extension(14, { timeZone: 'Pacific/Kiritimati' }), 'body'));
    expect(text).to.contain('December 12, 2026');
    const early = await extension(14, {
      timeZone: 'Pacific/Kiritimati',
      subscription: {
        ...trialing,
        status: {
          name: 'trial',
          trial: { start: '2026-11-14T12:00:00.000Z', end: '2026-11-28T12:00:00.000Z' },
        },
      },
    });
    expect(words(part(early, 'body'))).to.contain('December 13, 2026');
  });

  it('names no date where there is no trial', async () => {
    for (const subscription of [undefined, monthly]) {
      const element = await extension(14, { subscription });
      expect(words(part(element, 'body'))).to.contain('14 days longer');
      expect(words(part(element, 'body'))).not.to.contain('would end');
    }
  });

  it('sends the answer, with the keyboard alone', async () => {
    const element = await extension(14);
    const events = recorded(element, 'fw-accept', 'fw-decline');
    element.focus();
    await userEvent.keyboard('{Tab}{Enter}{Tab}{Enter}');
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-accept', 'fw-decline']);
  });

  it('sends nothing while something is in flight', async () => {
    const element = await extension(14, { busy: true });
    const events = recorded(element, 'fw-accept', 'fw-decline');
    part(element, 'primary-button').click();
    part(element, 'secondary-button').click();
    expect(events).to.have.length(0);
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await extension(14));
    await expectAccessible(await extension(14, { subscription: undefined }));
    await expectAccessible(await extension(14, { busy: true }));
  });
});
