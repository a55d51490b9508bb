import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { dayAfter, dayOf, startOfDay } from './calendar-day.js';

describe('a day on the calendar', () => {
  it('is the one that the clocks of the zone show', () => {
    const instant = new Date('2026-12-31T23:30:00.000Z');
    expect(dayOf(instant, 'UTC')).to.equal('2026-12-31');
    expect(dayOf(instant, 'Asia/Tokyo')).to.equal('2027-01-01');
    expect(dayAfter('2026-12-31')).to.equal('2027-01-01');
    expect(dayAfter('2028-02-28')).to.equal('2028-02-29');
  });

  for (const [day, zone, start] of [
    ['2026-12-24', 'UTC', '2026-12-24T00:00:00.000Z'],
    ['2026-12-24', 'Europe/Berlin', '2026-12-23T23:00:00.000Z'],
    ['2026-07-24', 'Europe/Berlin', '2026-07-23T22:00:00.000Z'],
    ['2026-12-24', 'Asia/Kolkata', '2026-12-23T18:30:00.000Z'],
    ['2026-12-24', 'America/Los_Angeles', '2026-12-24T08:00:00.000Z'],
    // The clocks change during these days, at two or three in the morning …
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z'],
    // … and at midnight: this day has none, and the one after repeats the hour before it.
    ['2026-09-06', 'America/Santiago', '2026-09-06T04:00:00.000Z'],
    ['2026-04-05', 'America/Santiago', '2026-04-05T04:00:00.000Z'],
  ] as const)
    it(`${day} begins in ${zone} at ${start}`, () => {
      expect(startOfDay(day, zone)?.toISOString()).to.equal(start);
    });

  it('begins at midnight in the reader’s own zone where none is named', () => {
    expect(startOfDay('2026-12-24', undefined)?.getTime()).to.equal(
      new Date(2026, 11, 24).getTime(),
    );
  });

  it('does not exist for what is no day', () => {
    expect(startOfDay('', 'UTC')).to.equal(undefined);
  });
});
