import type { ActionType, Outcome, OutcomeMap } from '@fairwell/contract';
import { formatDate } from '@fairwell/core';
import { msg, str } from '../localization/localization.js';
import { couponText, priceText } from '../localization/phrases.js';

interface Words {
  header: string;
  /** Absent where there is nothing true to add. */
  message?: string | undefined;
}

type Describe<T extends ActionType> = (outcome: OutcomeMap[T], locale: string) => Words;

function isAhead(instant: string): boolean {
  return new Date(instant) > new Date();
}

const describe: { [T in ActionType]: Describe<T> } = {
  cancel({ endsAt }, locale) {
    const header = msg('Your subscription is cancelled', { id: 'cancelApplied' });
    if (endsAt && isAhead(endsAt))
      return {
        header,
        message: msg(
          str`You can use everything until ${formatDate(endsAt, locale)}, and nothing more is charged.`,
          { id: 'cancelAppliedDateMessage' },
        ),
      };
    return {
      header,
      message: msg('You will not be charged again.', { id: 'cancelAppliedMessage' }),
    };
  },
  discount: ({ coupon, until }, locale) => ({
    header: msg('Your discount is applied', { id: 'discountApplied' }),
    message: coupon && discountMessage(couponText(coupon, locale), until, locale),
  }),
  pause: ({ startsAt, resumesAt }, locale) => ({
    header:
      startsAt && isAhead(startsAt)
        ? msg('Your pause is booked', { id: 'pauseScheduled' })
        : msg('Your subscription is paused', { id: 'pauseApplied' }),
    message: pauseMessage(startsAt, resumesAt, locale),
  }),
  planChange: ({ price, startsAt }, locale) => ({
    header: msg('Your plan is changed', { id: 'planChanged' }),
    message: price && planMessage(price, startsAt, locale),
  }),
  trialExtension: ({ trialEnd }, locale) => ({
    header: msg('Your trial is extended', { id: 'trialExtended' }),
    message:
      trialEnd &&
      msg(str`It now ends on ${formatDate(trialEnd, locale)}.`, { id: 'trialExtendedMessage' }),
  }),
  contact: () => ({
    header: msg('Thanks for getting in touch', { id: 'contactApplied' }),
    message: msg('Your subscription stays as it is.', { id: 'unchanged' }),
  }),
  redirect: () => ({
    header: msg('On to the next page', { id: 'redirectApplied' }),
    message: msg('Your subscription stays as it is.', { id: 'unchanged' }),
  }),
  custom: () => ({ header: msg('All done', { id: 'offerAccepted' }) }),
};

function discountMessage(discount: string, until: string | undefined, locale: string): string {
  return until
    ? msg(str`${discount}, until ${formatDate(until, locale)}. We’re glad you’re staying.`, {
        id: 'discountAppliedUntil',
      })
    : msg(str`${discount}. We’re glad you’re staying.`, { id: 'discountAppliedMessage' });
}

function pauseMessage(
  startsAt: string | undefined,
  resumesAt: string | undefined,
  locale: string,
): string {
  const start = startsAt && isAhead(startsAt) ? formatDate(startsAt, locale) : undefined;
  const end = resumesAt && formatDate(resumesAt, locale);
  if (start && end)
    return msg(
      str`It pauses on ${start} and starts again on ${end}. In between, nothing is charged.`,
      {
        id: 'pauseScheduledMessage',
      },
    );
  return end
    ? msg(str`It starts again on ${end}. Until then, nothing is charged.`, {
        id: 'pauseAppliedResumeMessage',
      })
    : msg('Nothing is charged until it starts again.', { id: 'pauseAppliedMessage' });
}

function planMessage(
  price: NonNullable<OutcomeMap['planChange']['price']>,
  startsAt: string | undefined,
  locale: string,
): string {
  const cost = priceText(price, locale);
  const plan = price.name ? msg(str`${price.name}, ${cost}`, { id: 'planAndPrice' }) : cost;
  return startsAt && isAhead(startsAt)
    ? msg(str`From ${formatDate(startsAt, locale)}: ${plan}.`, { id: 'planChangedFrom' })
    : msg(str`You now have: ${plan}.`, { id: 'planChangedMessage' });
}

function describeAs<T extends ActionType>(type: T, outcome: OutcomeMap[T], locale: string): Words {
  return describe[type](outcome, locale);
}

/** What an outcome comes to in words; the host's own message goes before ours. */
export function outcomeWords(outcome: Outcome, locale: string): Words {
  const words = describeAs(outcome.type, outcome, locale);
  return { ...words, message: outcome.message ?? words.message };
}
