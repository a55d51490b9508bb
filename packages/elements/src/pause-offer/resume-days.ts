import type { PauseOffer } from '@fairwell/contract';
import { pauseEnd } from '@fairwell/core';
import { dayAfter, dayOf } from './calendar-day.js';

export interface ResumeDays {
  first: string;
  last: string;
  /** One interval after the start. */
  proposed: string;
}

/** The days of the calendar on which a pause that begins at `start` may end. */
export function resumeDays(
  { interval, maxLength }: PauseOffer,
  start: Date,
  timeZone: string | undefined,
): ResumeDays {
  const dayAt = (length: number): string =>
    dayOf(new Date(pauseEnd({ interval, length }, start)), timeZone);
  return { first: dayAfter(dayOf(start, timeZone)), last: dayAt(maxLength), proposed: dayAt(1) };
}
