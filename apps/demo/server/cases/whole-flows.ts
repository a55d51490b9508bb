import {
  box,
  boxInEuros,
  boxYearly,
  monthly,
  subscriptionOf,
  welcome,
  type Calendar,
} from '@fairwell-tools/sprigletter';
import type { CaseGroup } from './case.ts';

export function wholeFlows(calendar: Calendar): CaseGroup {
  const { yearlyPeriod } = calendar;
  const welcomed = calendar.monthsFrom(calendar.period.end, -2);
  return {
    name: 'A whole flow',
    cases: [
      {
        id: 'monthly',
        name: 'Monthly plan',
        shows: 'Cancel, and choose a reason: each of the first four has another offer.',
        subscriptions: [monthly('monthly', calendar)],
      },
      {
        id: 'annual',
        name: 'Annual plan',
        shows: 'The same flow without the pause, which is for monthly plans.',
        subscriptions: [
          subscriptionOf('annual', boxYearly, calendar.monthsFrom(yearlyPeriod.end, -24), {
            status: { name: 'active', currentPeriod: yearlyPeriod },
          }),
        ],
      },
      {
        id: 'euro',
        name: 'Plan in euros',
        shows:
          'The same flow in another currency: of the smaller plans only the one in euros is offered.',
        subscriptions: [monthly('euro', calendar, { price: boxInEuros })],
      },
      {
        id: 'discounted',
        name: 'Plan with a discount',
        shows:
          'The discount that is offered would take the place of one they have already, and says so.',
        subscriptions: [
          subscriptionOf('discounted', box, welcomed, {
            status: { name: 'active', currentPeriod: calendar.period },
            discounts: [
              { coupon: welcome, start: welcomed, end: calendar.monthsFrom(welcomed, 3) },
            ],
          }),
        ],
      },
    ],
  };
}
