import { monthly, stay, type Calendar } from '@fairwell-tools/sprigletter';
import type { CaseGroup } from './case.ts';

export function steps(calendar: Calendar): CaseGroup {
  const accepted = calendar.day(-20);
  const { period } = calendar;
  return {
    name: 'Steps',
    cases: [
      {
        id: 'follow_up',
        name: 'Follow-up questions',
        shows:
          'Each reason asks on, in options, in words or in both. “Too many boxes” has an offer for each option.',
        flow: 'follow-up',
        subscriptions: [monthly('follow_up', calendar)],
      },
      {
        id: 'rating',
        name: 'Step of the product’s own',
        shows: 'A rating: an element of the page, <sprig-rating>, within the flow.',
        flow: 'rating',
        subscriptions: [monthly('rating', calendar)],
      },
      {
        id: 'active_discount',
        name: 'A discount in force',
        shows:
          'They took a discount three weeks ago, and the flow begins by saying that it still runs.',
        subscriptions: [
          monthly('active_discount', calendar, {
            discounts: [{ coupon: stay, start: accepted, end: calendar.monthsFrom(accepted, 3) }],
          }),
        ],
      },
      {
        id: 'active_pause',
        name: 'A pause in force',
        shows: 'They took a pause that begins after this period, and the flow begins by saying so.',
        subscriptions: [
          monthly('active_pause', calendar, {
            status: {
              name: 'paused',
              pause: { start: period.end, end: calendar.monthsFrom(period.end, 2) },
              currentPeriod: period,
            },
          }),
        ],
      },
      {
        id: 'signed_out',
        name: 'Not signed in',
        shows:
          'Who they are is found out by a code. It is mailed to the mailbox behind the scenes.',
        isSignedOut: true,
        subscriptions: [monthly('signed_out', calendar)],
      },
    ],
  };
}
