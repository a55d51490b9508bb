import type { Hearing } from '../options/translate.js';

/**
 * Tells of the events of one element that a call has put into the page. They arrive at the document.
 * @param isOurs Does an event come from there.
 * @returns a function that ends it.
 */
export function hear<Context>(
  hearings: readonly Hearing<Context>[],
  isOurs: (event: Event) => boolean,
  context: Context,
): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  for (const { name, tell } of hearings)
    document.addEventListener(name, (event) => isOurs(event) && tell(event, context), { signal });
  return () => controller.abort();
}

/** Comes it from the element that was given this very object? */
export function carries(event: Event, i18n: object): boolean {
  return event.target instanceof Element && Reflect.get(event.target, 'i18n') === i18n;
}

/** Aborted by us, or by the signal that a call was given. */
export function controllerFor(signal: AbortSignal | undefined): AbortController {
  const controller = new AbortController();
  if (signal?.aborted) controller.abort();
  signal?.addEventListener('abort', () => controller.abort(), { once: true });
  return controller;
}
