import type { Amount, Coupon, Subscription } from '@fairwell/contract';

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Making an `Intl` formatter costs far more than using one. */
function cached<F>(cache: Map<string, F>, key: string, make: () => F): F {
  let format = cache.get(key);
  if (!format) cache.set(key, (format = make()));
  return format;
}

function currencyFormat(currency: string, locale: string): Intl.NumberFormat {
  return cached(
    numberFormats,
    `${locale}|${currency}`,
    () => new Intl.NumberFormat(locale, { style: 'currency', currency }),
  );
}

/**
 * @param amount `value` in the currency's smallest unit: `{ value: 2999, currency: 'usd' }` is $29.99.
 * @throws {RangeError} for a locale or currency that is not well-formed.
 */
export function formatMoney({ value, currency }: Amount, locale: string): string {
  const format = currencyFormat(currency, locale);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  return format.format(value / 10 ** digits);
}

/** `30` → `30%`, in the locale's way. */
export function formatPercent(percent: number, locale: string): string {
  return cached(
    numberFormats,
    `${locale}|percent`,
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }),
  ).format(percent / 100);
}

/** `1,000`, in the locale's digits. */
export function formatNumber(number: number, locale: string): string {
  return cached(numberFormats, locale, () => new Intl.NumberFormat(locale)).format(number);
}

/**
 * @param instant ISO 8601.
 * @param timeZone IANA name; the reader's own zone when absent.
 */
export function formatDate(instant: string, locale: string, timeZone?: string): string {
  return cached(
    dateFormats,
    `${locale}|${timeZone ?? ''}`,
    () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...(timeZone && { timeZone }) }),
  ).format(new Date(instant));
}

/** What one period of the subscription costs before discounts; undefined where nothing is known. */
export function periodPrice({ items }: Subscription): Amount | undefined {
  const currency = items[0]?.price.amount.currency;
  if (!currency) return undefined;
  return {
    value: items.reduce(
      (sum, { price, quantity }) => sum + price.amount.value * (quantity ?? 1),
      0,
    ),
    currency,
  };
}

/** The amount less the coupon, never below zero, rounded to the smallest unit. */
export function discounted(amount: Amount, coupon: Coupon): Amount {
  const off =
    'percentOff' in coupon
      ? Math.round((amount.value * coupon.percentOff) / 100)
      : coupon.amountOff;
  return { ...amount, value: Math.max(0, amount.value - off) };
}
