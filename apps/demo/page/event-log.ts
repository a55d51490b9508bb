import type { FairwellEventMap } from '@fairwell/elements';
import { element } from './dom.ts';

type Words = {
  [T in keyof FairwellEventMap]: (detail: FairwellEventMap[T]['detail']) => string;
};

const nothing = (): string => '';
const outcome = ({ outcome: facts }: { outcome: object }): string => {
  const { type: _named, ...rest } = { type: '', ...facts };
  return JSON.stringify(rest);
};

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
  'fw-accept': ({ selection }) => JSON.stringify(selection),
  'fw-decline': nothing,
  'fw-confirm': nothing,
  'fw-retry': nothing,
  'fw-continue': nothing,
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
