import { box, monthly, subscriptionOf, type Calendar } from '@fairwell-tools/sprigletter';
import type { Case, CaseGroup } from './case.ts';

/** A customer with a monthly box, whose flow of the same name begins with the offer. */
function offered(calendar: Calendar): (id: string, name: string, shows: string) => Case {
  return (id, name, shows) => ({
    id,
    name,
    shows,
    flow: id.replaceAll('_', '-'),
    subscriptions: [monthly(id, calendar)],
  });
}

export function discounts(calendar: Calendar): CaseGroup {
  const customer = offered(calendar);
  return {
    name: 'Discounts',
    cases: [
      customer('discount_once', 'Discount on the next payment', 'Half off the next payment.'),
      customer(
        'discount_months',
        'Discount for months, in two tiers',
        'A discount at first, and a larger one before the end.',
      ),
      customer('discount_forever', 'Discount for good', 'A discount for as long as they stay.'),
      customer('discount_amount', 'Discount of an amount', 'Five dollars off, for six months.'),
    ],
  };
}

export function pauses(calendar: Calendar): CaseGroup {
  const customer = offered(calendar);
  return {
    name: 'Pauses',
    cases: [
      customer('pause_months', 'Pause in months', 'A pause of up to three months, from now on.'),
      customer('pause_weeks', 'Pause in weeks', 'A pause of up to eight weeks, from now on.'),
      customer(
        'pause_date',
        'Pause until a date',
        'The day on which it goes on is picked in a calendar.',
      ),
      customer(
        'pause_later',
        'Pause from the end of the period',
        'What is paid for is used up first: the pause begins after it.',
      ),
    ],
  };
}

export function otherOffers(calendar: Calendar): CaseGroup {
  const customer = offered(calendar);
  const trial = { start: calendar.day(-5), end: calendar.day(9) };
  return {
    name: 'Other offers',
    cases: [
      customer(
        'plans',
        'Other plans',
        'Two plans side by side; the one in another currency is not shown.',
      ),
      {
        id: 'trial',
        name: 'A longer trial',
        shows:
          'Two more weeks for a customer on trial. Discounts on what costs nothing are left out.',
        subscriptions: [
          subscriptionOf('trial', box, trial.start, {
            status: { name: 'trial', trial, currentPeriod: trial },
          }),
        ],
      },
      customer('contact', 'Help from a person', 'Leads to somebody who can help.'),
      customer('redirect', 'Another page', 'Leads to a page of the product.'),
      customer(
        'swap',
        'Offer of the product’s own',
        'The next box in another kind: an element of the page, <sprig-swap>, within the flow.',
      ),
    ],
  };
}
