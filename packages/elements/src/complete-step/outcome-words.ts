import type { ActionType, Outcome, OutcomeMap } from '@fairwell/contract';
import { formatDate } from '@fairwell/core';
import { msg, str } from '../localization/localization.js';
import { isAhead, type Describe, type Words } from './describe.js';
import { couponText } from '../localization/phrases.js';
import type { describe as furtherWords } from './further-outcome-words.js';

const describe: { [T in 'cancel' | 'discount']: Describe<T> } = {
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
};

function discountMessage(discount: string, until: string | undefined, locale: string): string {
  return until
    ? msg(str`${discount}, until ${formatDate(until, locale)}. We’re glad you’re staying.`, {
        id: 'discountAppliedUntil',
      })
    : msg(str`${discount}. We’re glad you’re staying.`, { id: 'discountAppliedMessage' });
}

/** Outcomes of offers that few flows make; their words are loaded with those. */
let further: typeof furtherWords | undefined;

/** Loads the words that an outcome of this type needs. @returns nothing where they are there. */
export function loadOutcomeWords(type: ActionType): Promise<void> | undefined {
  if (further || type in describe) return undefined;
  return import('./further-outcome-words.js').then((module) => {
    further = module.describe;
  });
}

function describeAs<T extends ActionType>(
  type: T,
  outcome: OutcomeMap[T],
  locale: string,
): Words | undefined {
  const all: { [K in ActionType]?: Describe<K> } = { ...describe, ...further };
  return all[type]?.(outcome, locale);
}

/** What an outcome comes to in words, once they are loaded; the host's own message goes before ours. */
export function outcomeWords(outcome: Outcome, locale: string): Words | undefined {
  const words = describeAs(outcome.type, outcome, locale);
  return words && { ...words, message: outcome.message ?? words.message };
}
