const minute = 60_000;
const hour = 60 * minute;

/**
 * Milliseconds from each attempt to the next, as the Standard Webhooks specification proposes them:
 * ten attempts within a little more than three days.
 */
export const pauses: readonly number[] = [
  5_000,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
];

/** What a pause may be longer by, at random, so that what failed together is not tried together. */
const jitter = 0.2;

/**
 * The pause after an attempt that failed, in milliseconds; undefined after the last.
 * @param attempt From 1.
 * @param random From 0 to below 1.
 */
export function pauseAfter(attempt: number, random: number): number | undefined {
  const pause = pauses[attempt - 1];
  return pause === undefined ? undefined : Math.round(pause * (1 + jitter * random));
}
