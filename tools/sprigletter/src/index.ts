export { Calendar } from './calendar.ts';
export * from './catalogue.ts';
export { monthly, overdue, paused, subscriptionOf } from './subscriptions.ts';
export { watchSessions } from './watch-sessions.ts';
