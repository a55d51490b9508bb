import type { Amount, BillingInterval, Discount, Price, Subscription } from '@fairwell/contract';
import { discounted, formatDate, formatMoney, formatPercent, periodPrice } from '@fairwell/core';

/** A subscription in the words of the account page. */
export interface Terms {
  plan: string;
  status: { name: string; tone: 'good' | 'plain' | 'warning' };
  /** What a period costs now. */
  price: string | null;
  /** What it costs without the discount; null where there is none. */
  priceBefore: string | null;
  discounts: readonly string[];
  nextPayment: string;
  /** Access ends, or ended, on this day; null where no end is set. */
  end: string | null;
  since: string;
}

const statuses: Record<Subscription['status']['name'], Terms['status']> = {
  active: { name: 'Active', tone: 'good' },
  trial: { name: 'Trial', tone: 'good' },
  paused: { name: 'Paused', tone: 'plain' },
  canceled: { name: 'Ended', tone: 'plain' },
  unpaid: { name: 'Payment due', tone: 'warning' },
};

const perInterval: Record<BillingInterval, string> = {
  day: 'per day',
  week: 'per week',
  month: 'per month',
  year: 'per year',
};

/** When money is taken next, ISO 8601 UTC; null where nobody knows or nothing will be. */
function nextPaymentDate({ status, cancelAt }: Subscription): string | null {
  if (cancelAt) return null;
  if (status.name === 'trial') return status.trial.end;
  return status.name === 'active' ? status.currentPeriod.end : null;
}

function nextPayment(subscription: Subscription, full: Amount | undefined, locale: string): string {
  const { status, discounts = [] } = subscription;
  const date = nextPaymentDate(subscription);
  if (date && full)
    return `${formatMoney(chargedOn(date, full, discounts), locale)} on ${formatDate(date, locale)}`;
  return status.name === 'paused' && status.pause.end
    ? `None before ${formatDate(status.pause.end, locale)}`
    : 'None';
}

/** The amount less every discount that is still in force on that day. */
function chargedOn(date: string, full: Amount, discounts: readonly Discount[]): Amount {
  return discounts
    .filter(({ end }) => !end || new Date(end) > new Date(date))
    .reduce((amount, { coupon }) => discounted(amount, coupon), full);
}

function discountWords({ coupon, end }: Discount, locale: string): string {
  const off =
    'percentOff' in coupon
      ? formatPercent(coupon.percentOff, locale)
      : formatMoney({ value: coupon.amountOff, currency: coupon.currency }, locale);
  if (coupon.duration === 'once') return `${off} off the next payment`;
  return end ? `${off} off until ${formatDate(end, locale)}` : `${off} off every payment`;
}

function duration({ intervalCount, interval }: Price, locale: string): string {
  const unit = { style: 'unit', unit: interval, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale, unit).format(intervalCount);
}

/** @param locale BCP 47, for money and dates. */
export function termsOf(subscription: Subscription, locale: string): Terms {
  const { items, status, cancelAt, discounts = [], start } = subscription;
  const price = items[0]?.price;
  const full = periodPrice(subscription);
  const hasEnded = status.name === 'canceled';
  const lasting = discounts.filter(({ coupon }) => coupon.duration !== 'once');
  const now = full && lasting.reduce((amount, { coupon }) => discounted(amount, coupon), full);
  const period =
    price &&
    (price.intervalCount === 1 ? perInterval[price.interval] : `every ${duration(price, locale)}`);
  const end = status.name === 'canceled' ? status.canceledAt : cancelAt;
  return {
    plan: price?.name ?? items[0]?.product?.name ?? 'Subscription',
    status: cancelAt && !hasEnded ? { name: 'Cancelled', tone: 'warning' } : statuses[status.name],
    price: now && period ? `${formatMoney(now, locale)} ${period}` : null,
    priceBefore: now && now.value < full.value ? formatMoney(full, locale) : null,
    discounts: hasEnded ? [] : discounts.map((discount) => discountWords(discount, locale)),
    nextPayment: nextPayment(subscription, full, locale),
    end: end ? formatDate(end, locale) : null,
    since: formatDate(start, locale),
  };
}
