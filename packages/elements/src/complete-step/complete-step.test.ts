import type { Outcome } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import '../define/complete-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { threeMonths } from '../testing/samples.js';
import { part, recorded, words } from '../testing/shadow.js';
import type { CompleteStepElement } from './complete-step.js';

const complete = (outcome: Outcome, follow = false) =>
  fixture<CompleteStepElement>(
    html`<fw-complete-step .outcome=${outcome} .follow=${follow}></fw-complete-step>`,
  );

const ahead = '2999-12-10T12:00:00.000Z';
const past = '2020-12-10T12:00:00.000Z';
const price = {
  id: 'lite',
  name: 'Lite',
  amount: { value: 700, currency: 'eur' },
  interval: 'month',
  intervalCount: 1,
} as const;

describe('fw-complete-step', () => {
  const cases: [Outcome, header: string, message: string][] = [
    [
      { type: 'cancel', endsAt: ahead },
      'Your subscription is cancelled',
      'until December 10, 2999',
    ],
    [{ type: 'cancel', endsAt: past }, 'Your subscription is cancelled', 'not be charged again'],
    [{ type: 'cancel' }, 'Your subscription is cancelled', 'not be charged again'],
    [
      { type: 'discount', coupon: threeMonths, until: ahead },
      'Your discount is applied',
      '30% off for 3 months, until December 10, 2999.',
    ],
    [
      { type: 'discount', coupon: { ...threeMonths, duration: 'once' } },
      'Your discount is applied',
      '30% off your next payment.',
    ],
    [{ type: 'pause', resumesAt: ahead }, 'Your subscription is paused', 'on December 10, 2999'],
    [
      { type: 'pause', startsAt: '2999-11-10T12:00:00.000Z', resumesAt: ahead },
      'Your pause is booked',
      'pauses on November 10, 2999 and starts again on December 10, 2999',
    ],
    [{ type: 'pause' }, 'Your subscription is paused', 'Nothing is charged'],
    [{ type: 'planChange', price }, 'Your plan is changed', 'You now have: Lite, €7.00 per month.'],
    [
      { type: 'planChange', price, startsAt: ahead },
      'Your plan is changed',
      'From December 10, 2999: Lite, €7.00 per month.',
    ],
    [{ type: 'trialExtension', trialEnd: ahead }, 'Your trial is extended', 'December 10, 2999'],
    [{ type: 'contact' }, 'Thanks for getting in touch', 'stays as it is'],
    [{ type: 'redirect' }, 'On to the next page', 'stays as it is'],
  ];
  for (const [outcome, header, message] of cases)
    it(`says what was done: ${JSON.stringify(outcome)}`, async () => {
      const element = await complete(outcome);
      expect(words(part(element, 'heading'))).to.equal(header);
      expect(words(part(element, 'body'))).to.contain(message);
    });

  it('gives the host’s own message in place of ours', async () => {
    const element = await complete({ type: 'cancel', endsAt: ahead, message: 'So long, Ada!' });
    expect(words(part(element, 'body'))).to.equal('So long, Ada!');
  });

  it('asks to leave', async () => {
    const element = await complete({ type: 'cancel' });
    const events = recorded(element, 'fw-close');
    part(element, 'primary-button').click();
    expect(events).to.have.length(1);
  });

  describe('with a page to go to', () => {
    /** Stands in for a page that handles its links itself. */
    const followed = async (outcome: Outcome, follow: boolean): Promise<string[]> => {
      const urls: string[] = [];
      const route = (event: Event): void => {
        const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
        if (!link) return;
        event.preventDefault();
        urls.push(link.href);
      };
      document.addEventListener('click', route);
      await complete(outcome, follow);
      document.removeEventListener('click', route);
      return urls;
    };
    const outcome: Outcome = { type: 'redirect', url: 'https://example.com/plans' };

    it('links to it', async () => {
      const element = await complete(outcome);
      expect(part(element, 'primary-button')).to.have.attribute('href', outcome.url);
    });

    it('goes there by itself only when told to', async () => {
      expect(await followed(outcome, false)).to.deep.equal([]);
      expect(await followed(outcome, true)).to.deep.equal(['https://example.com/plans']);
      expect(await followed({ type: 'cancel' }, true)).to.deep.equal([]);
    });
  });

  it('is accessible in every state', async () => {
    for (const [outcome] of cases) await expectAccessible(await complete(outcome));
    await expectAccessible(await complete({ type: 'contact', url: 'https://example.com/help' }));
  });
});
