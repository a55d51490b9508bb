/**
 * Aborted by us, or by the signal that a call was given.
 * @param over Aborted when the call has come to its end, and the signal no longer matters.
 */
export function controllerFor(signal: AbortSignal | undefined, over: AbortSignal): AbortController {
  const controller = new AbortController();
  if (signal?.aborted) controller.abort();
  signal?.addEventListener('abort', () => controller.abort(), { signal: over });
  return controller;
}
