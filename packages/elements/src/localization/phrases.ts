import type { BillingInterval, Coupon, Price } from '@fairwell/contract';
import { formatDuration, formatMoney, formatPercent, type Issue } from '@fairwell/core';
import { msg, str } from './localization.js';

/** What stands at the field when the machine did not go on. */
export function issueText(issue: Issue): string {
  switch (issue.code) {
    case 'choice_required':
      return msg('Please choose an answer.', { id: 'issueChoiceRequired' });
    case 'text_required':
      return msg('Please write a few words.', { id: 'issueTextRequired' });
    case 'text_too_short':
      return msg(str`A little more, please: ${issue.length} of ${issue.minLength} characters.`, {
        id: 'issueTextTooShort',
      });
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
    const duration = formatDuration(coupon.durationInMonths ?? 1, 'month', locale);
    return msg(str`${reduction(coupon, locale)} off for ${duration}`, { id: 'discountRepeating' });
  },
  forever: (coupon, locale) =>
    msg(str`${reduction(coupon, locale)} off every payment`, { id: 'discountEvery' }),
};

/** A discount in words: `30% off for 3 months`. */
export function couponText(coupon: Coupon, locale: string): string {
  return couponTexts[coupon.duration](coupon, locale);
}

const perInterval: Record<BillingInterval, (price: string) => string> = {
  day: (price) => msg(str`${price} per day`, { id: 'pricePerDay' }),
  week: (price) => msg(str`${price} per week`, { id: 'pricePerWeek' }),
  month: (price) => msg(str`${price} per month`, { id: 'pricePerMonth' }),
  year: (price) => msg(str`${price} per year`, { id: 'pricePerYear' }),
};

/** A price with its period: `€14.00 per month`, `€40.00 every 3 months`. */
export function priceText(
  price: Pick<Price, 'amount' | 'interval' | 'intervalCount'>,
  locale: string,
): string {
  const money = formatMoney(price.amount, locale);
  if (price.intervalCount === 1) return perInterval[price.interval](money);
  const period = formatDuration(price.intervalCount, price.interval, locale);
  return msg(str`${money} every ${period}`, { id: 'pricePerPeriod' });
}
