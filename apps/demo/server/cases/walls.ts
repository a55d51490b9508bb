import type { Subscription } from '@fairwell/contract';
import type { Invoice } from '@fairwell/service';
import { box } from './catalogue.ts';
import { monthly, type Calendar, type Case, type CaseGroup } from './case.ts';

function paused(id: string, calendar: Calendar): Subscription {
  const { period } = calendar;
  const pause = { start: calendar.day(-10), end: calendar.day(51) };
  return monthly(id, calendar, { status: { name: 'paused', pause, currentPeriod: period } });
}

/** The last payment failed so many days ago. */
function overdue(
  id: string,
  days: number,
  calendar: Calendar,
): Pick<Case, 'subscriptions' | 'invoices'> {
  const end = calendar.day(30 - days);
  const currentPeriod = { start: calendar.day(-days), end };
  const subscription = monthly(id, calendar, { status: { name: 'unpaid', currentPeriod } });
  const invoice: Invoice = {
    id: `in_${id}`,
    subscriptionId: subscription.id,
    state: 'open',
    amountDue: box.amount,
    createdAt: currentPeriod.start,
    dueAt: currentPeriod.start,
    attempted: true,
  };
  return { subscriptions: [subscription], invoices: [invoice] };
}

export function walls(calendar: Calendar): CaseGroup {
  const graceDays = 7;
  return {
    name: 'Walls',
    cases: [
      {
        id: 'paused',
        name: 'Paused',
        shows: 'A hard wall: resume, cancel or log out.',
        walls: { isPauseSoft: false },
        subscriptions: [paused('paused', calendar)],
      },
      {
        id: 'paused_soft',
        name: 'Paused, and let in',
        shows: 'A soft wall, which can be stepped past.',
        subscriptions: [paused('paused_soft', calendar)],
      },
      {
        id: 'grace',
        name: 'Payment failed three days ago',
        shows: 'A soft wall for seven days of grace, four of which are left.',
        walls: { graceDays },
        ...overdue('grace', 3, calendar),
      },
      {
        id: 'overdue',
        name: 'Payment failed twelve days ago',
        shows:
          'A hard wall: give another card in the page. The practice card pays or is declined, as you like.',
        walls: { graceDays },
        ...overdue('overdue', 12, calendar),
      },
      {
        id: 'bank',
        name: 'The bank wants to be asked',
        shows:
          'Choose the practice card whose bank asks: its window opens over the wall (3-D Secure).',
        walls: { graceDays },
        ...overdue('bank', 12, calendar),
      },
      {
        id: 'hosted',
        name: 'No form for a card',
        shows:
          'The form cannot be loaded here, and a page of the payment provider takes its place.',
        walls: { graceDays, hasCardForm: false },
        ...overdue('hosted', 12, calendar),
      },
    ],
  };
}
