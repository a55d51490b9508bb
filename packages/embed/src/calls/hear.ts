import type { Hearing } from '../options/translate.js';

/**
 * Tells of the events of one element that a call has put into the page. They arrive at the document.
 * @param isOurs Does an event come from there.
 * @param over Aborted when nothing more is to be told.
 */
export function hear<Context>(
  hearings: readonly Hearing<Context>[],
  isOurs: (event: Event) => boolean,
  context: Context,
  over: AbortSignal,
): void {
  for (const { name, tell } of hearings)
    document.addEventListener(name, (event) => isOurs(event) && tell(event, context), {
      signal: over,
    });
}

/** Does it come from the element that was given this very object? */
export function carries(event: Event, i18n: object): boolean {
  return event.target instanceof Element && Reflect.get(event.target, 'i18n') === i18n;
}
