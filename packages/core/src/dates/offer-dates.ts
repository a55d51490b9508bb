import type { ActionMap, PauseOffer, Subscription } from '@fairwell/contract';
import { addDays, addMonths } from './dates.js';

/**
 * The start of a pause: the end of the paid period where the offer waits for it and there is one to
 * wait for, else now. A period that is over is not waited for.
 */
export function pauseStart(
  { startAt }: PauseOffer,
  subscriptions: readonly Subscription[],
  now: Date,
): Date {
  const status = subscriptions[0]?.status;
  const end = status?.name === 'active' ? new Date(status.currentPeriod.end) : now;
  return startAt === 'periodEnd' && end > now ? end : now;
}

/** ISO 8601 UTC. */
export function pauseEnd(
  { until, interval, length = 1 }: Pick<ActionMap['pause'], 'until' | 'interval' | 'length'>,
  start: Date,
): string {
  if (until) return until;
  return (
    interval === 'month' ? addMonths(start, length) : addDays(start, length * 7)
  ).toISOString();
}

/** When the trial would end after `days` more, ISO 8601 UTC; undefined without a trial. */
export function trialEnd(subscriptions: readonly Subscription[], days: number): string | undefined {
  const status = subscriptions[0]?.status;
  return status?.name === 'trial'
    ? addDays(new Date(status.trial.end), days).toISOString()
    : undefined;
}
