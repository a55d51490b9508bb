import type { BillingInterval, Coupon, Price } from '@fairwell/contract';
import { formatMoney, formatNumber, formatPercent, type Issue } from '@fairwell/core';
import { msg, plural, str } from './localization.js';

const durations: Record<
  BillingInterval | 'second',
  (count: string) => Parameters<typeof plural>[1]
> = {
  second: (count) => ({
    one: () => msg(str`${count} second`, { id: 'second.one' }),
    other: () => msg(str`${count} seconds`, { id: 'second.other' }),
  }),
  day: (count) => ({
    one: () => msg(str`${count} day`, { id: 'day.one' }),
    other: () => msg(str`${count} days`, { id: 'day.other' }),
  }),
  week: (count) => ({
    one: () => msg(str`${count} week`, { id: 'week.one' }),
    other: () => msg(str`${count} weeks`, { id: 'week.other' }),
  }),
  month: (count) => ({
    one: () => msg(str`${count} month`, { id: 'month.one' }),
    other: () => msg(str`${count} months`, { id: 'month.other' }),
  }),
  year: (count) => ({
    one: () => msg(str`${count} year`, { id: 'year.one' }),
    other: () => msg(str`${count} years`, { id: 'year.other' }),
  }),
};

/** `3 months`: words of our own, for browsers know the units of only some languages. */
export function durationText(count: number, unit: keyof typeof durations, locale: string): string {
  return plural(count, durations[unit](formatNumber(count, locale)));
}

function tooShort({ length, minLength }: Extract<Issue, { code: 'text_too_short' }>): string {
  return plural(minLength, {
    one: () =>
      msg(str`A little more, please: ${length} of ${minLength} character.`, {
        id: 'issueTextTooShort.one',
      }),
    other: () =>
      msg(str`A little more, please: ${length} of ${minLength} characters.`, {
        id: 'issueTextTooShort.other',
      }),
  });
}

/** What stands at the field when the machine did not go on. */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case 'choice_required':
      return msg('Please choose an answer.', { id: 'issueChoiceRequired' });
    case 'text_required':
      return msg('Please write a few words.', { id: 'issueTextRequired' });
    case 'text_too_short':
      return tooShort(issue);
    case 'acknowledgement_required':
      return msg('Please tick the box first.', { id: 'issueAcknowledgementRequired' });
    case 'selection_invalid':
      return msg('Please choose one of these.', { id: 'issueSelectionInvalid' });
  }
}

/** `30%` or `€5.00`. */
function reduction(coupon: Coupon, locale: string): string {
  return 'percentOff' in coupon
    ? formatPercent(coupon.percentOff, locale)
    : formatMoney({ value: coupon.amountOff, currency: coupon.currency }, locale);
}

/** `30% off`. */
export function reductionText(coupon: Coupon, locale: string): string {
  return msg(str`${reduction(coupon, locale)} off`, { id: 'discountOff' });
}

const couponTexts: Record<Coupon['duration'], (coupon: Coupon, locale: string) => string> = {
  once: (coupon, locale) =>
    msg(str`${reduction(coupon, locale)} off your next payment`, { id: 'discountOnce' }),
  repeating: (coupon, locale) => {
    const duration = durationText(coupon.durationInMonths ?? 1, 'month', locale);
    return msg(str`${reduction(coupon, locale)} off for ${duration}`, { id: 'discountRepeating' });
  },
  forever: (coupon, locale) =>
    msg(str`${reduction(coupon, locale)} off every payment`, { id: 'discountEvery' }),
};

/** A discount in words: `30% off for 3 months`. */
export function couponText(coupon: Coupon, locale: string): string {
  return couponTexts[coupon.duration](coupon, locale);
}

const perInterval: Record<BillingInterval, (cost: string) => string> = {
  day: (cost) => msg(str`${cost} per day`, { id: 'pricePerDay' }),
  week: (cost) => msg(str`${cost} per week`, { id: 'pricePerWeek' }),
  month: (cost) => msg(str`${cost} per month`, { id: 'pricePerMonth' }),
  year: (cost) => msg(str`${cost} per year`, { id: 'pricePerYear' }),
};

/** A price with its period: `€14.00 per month`, `€40.00 every 3 months`. */
export function priceText(
  price: Pick<Price, 'amount' | 'interval' | 'intervalCount'>,
  locale: string,
): string {
  const cost = formatMoney(price.amount, locale);
  if (price.intervalCount === 1) return perInterval[price.interval](cost);
  const period = durationText(price.intervalCount, price.interval, locale);
  return msg(str`${cost} every ${period}`, { id: 'pricePerPeriod' });
}
