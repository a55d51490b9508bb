/*
 * A calendar day, `2026-12-24`, as `<input type="date">` speaks it. Which instant a day begins at
 * depends on the time zone: an IANA name, or the reader's own where it is absent.
 */
const dayLength = 86_400_000;

/** The day on the calendar of the zone. */
export function dayOf(instant: Date, timeZone: string | undefined): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const valueOf = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${valueOf('year')}-${valueOf('month')}-${valueOf('day')}`;
}

export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + dayLength).toISOString().slice(0, 10);
}

/** How far the clocks of the zone are ahead of UTC, in milliseconds. */
function offsetAt(instant: number, timeZone: string | undefined): number {
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -60_000 : 60_000);
}

/**
 * The first moment of a day; undefined for what is no day. On a day when the clocks change, one of
 * the offsets before and after gives a moment that belongs to it.
 */
export function startOfDay(day: string, timeZone: string | undefined): Date | undefined {
  const midnight = Date.parse(day);
  if (Number.isNaN(midnight)) return undefined;
  return [midnight - dayLength, midnight + dayLength]
    .map((near) => midnight - offsetAt(near, timeZone))
    .sort((a, b) => a - b)
    .map((instant) => new Date(instant))
    .find((instant) => dayOf(instant, timeZone) === day);
}
