import type { ActionType, OutcomeMap } from '@fairwell/contract';
import { formatDate } from '@fairwell/core';
import { msg, str } from '../localization/localization.js';
import { priceText } from '../localization/phrases.js';
import { isAhead, type Describe } from './describe.js';

/** What comes of an offer that is not a discount. */
export const describe: { [T in Exclude<ActionType, 'cancel' | 'discount'>]: Describe<T> } = {
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
