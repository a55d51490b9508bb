import { overdue, paused, type Calendar } from '@fairwell-tools/sprigletter';
import type { CaseGroup } from './case.ts';

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
