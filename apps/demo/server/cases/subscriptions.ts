import { box, monthly, subscriptionOf, tools, type Calendar } from '@fairwell-tools/sprigletter';
import type { CaseGroup } from './case.ts';

export function subscriptions(calendar: Calendar): CaseGroup {
  const { period } = calendar;
  return {
    name: 'Subscriptions',
    cases: [
      {
        id: 'several',
        name: 'Several subscriptions',
        shows: 'Two subscriptions: one of them is cancelled, or both.',
        subscriptions: [
          monthly('several_box', calendar),
          monthly('several_tools', calendar, { price: tools }),
        ],
      },
      {
        id: 'canceling',
        name: 'Cancelled, not yet over',
        shows: 'Cancelled last week. Everything works until the end of the period.',
        subscriptions: [monthly('canceling', calendar, { cancelAt: period.end })],
      },
      {
        id: 'ended',
        name: 'Subscription that has ended',
        shows: 'Ended two weeks ago. There is nothing left to cancel.',
        subscriptions: [
          subscriptionOf('ended', box, calendar.day(-200), {
            status: { name: 'canceled', canceledAt: calendar.day(-14) },
          }),
        ],
      },
    ],
  };
}
