import type { Outcome } from '@fairwell/contract';
import type { OfferSelection } from '@fairwell/core';
import type { FairwellEventMap } from '@fairwell/elements';
import { element } from '../dom.ts';

type Words = {
  [T in keyof FairwellEventMap]: (detail: FairwellEventMap[T]['detail']) => string;
};

const nothing = (): string => '';
const chosen = ({ length, until, priceId }: OfferSelection): string =>
  [length, until, priceId].filter((each) => each !== undefined).join(', ');
/** The facts of an outcome in a line; of a coupon or a price only its id. */
const outcome = ({ outcome: { type: _named, ...facts } }: { outcome: Outcome }): string =>
  Object.entries<string | { id: string }>(facts)
    .map(([name, fact]) => `${name}: ${typeof fact === 'object' ? fact.id : fact}`)
    .join(', ');

/** What to say of each event, besides its name. */
const words: Words = {
  'fw-open': nothing,
  'fw-step-change': ({ page }) => page.kind,
  'fw-select': ({ id }) => id,
  'fw-write': ({ text }) => text,
  'fw-acknowledge': ({ value }) => String(value),
  'fw-next': nothing,
  'fw-skip': nothing,
  'fw-back': nothing,
  'fw-accept': ({ selection }) => chosen(selection),
  'fw-decline': nothing,
  'fw-confirm': nothing,
  'fw-retry': nothing,
  'fw-continue': nothing,
  'fw-support': nothing,
  'fw-close': nothing,
  'fw-cancel': outcome,
  'fw-discount': outcome,
  'fw-pause': outcome,
  'fw-plan-change': outcome,
  'fw-trial-extension': outcome,
  'fw-contact': outcome,
  'fw-redirect': outcome,
  'fw-custom': outcome,
  'fw-error': ({ error }) => `${error.code}: ${error.message}`,
  'fw-closed': ({ result }) => result,
  'fw-pause-wall-activated': nothing,
  'fw-pause-wall-close': nothing,
  'fw-failed-payment-wall-activated': nothing,
  'fw-failed-payment-wall-close': nothing,
  'fw-resume': nothing,
  'fw-update-payment-information': nothing,
};

const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium', hourCycle: 'h23' });

/**
 * Lists every event of the elements, the newest first. Heard on the way down, so that an intent
 * stands before what it led to.
 */
export function logEvents(list: HTMLOListElement): void {
  const listen = <T extends keyof FairwellEventMap>(type: T): void =>
    document.body.addEventListener(
      type,
      (event: FairwellEventMap[T]) => {
        list.prepend(
          element(
            'li',
            { 'data-event': type },
            element('time', {}, time.format(new Date())),
            element('code', {}, type),
            element('span', {}, words[type](event.detail)),
          ),
        );
      },
      { capture: true },
    );
  for (const type in words) listen(type as keyof FairwellEventMap);
}
