/*
 * `fairwell.js`: puts the calls at `window.fairwell`, carries out those that were made before, and
 * loads the rest from beside its own address when it is needed. What its address says (`serviceUrl`,
 * `appId`) goes for every call.
 */
import type * as AllCalls from '../calls/calls.js';
import { createCalls } from '../create-calls.js';
import type { FoundFairwell, QueuedCall } from './page.js';

/** Where the rest is, as seen from this script; written by the build. */
declare const CALLS: string;

function replay(queued: QueuedCall, calls: Record<string, unknown>): void {
  const call = calls[queued.name];
  try {
    if (typeof call === 'function') queued.resolve(Reflect.apply(call, calls, queued.args));
  } catch (error) {
    queued.reject(error);
  }
}

const { currentScript } = document;
const found: FoundFairwell | undefined = window.fairwell;

if (!(currentScript instanceof HTMLScriptElement) || !currentScript.src)
  console.error(
    'fairwell: fairwell.js finds the rest by its own address, so include it as <script src="…/fairwell.js">, without type="module" and not inline. In a bundle, import @fairwell/embed.',
  );
else if (found?.loaded)
  console.warn('fairwell: fairwell.js is in this page twice; the second is ignored. Remove one.');
else {
  const { src } = currentScript;
  const { searchParams } = new URL(src);
  const defaults = {
    serviceUrl: searchParams.get('serviceUrl') ?? undefined,
    appId: searchParams.get('appId') ?? undefined,
  };
  const calls = createCalls(
    defaults,
    (): Promise<typeof AllCalls> => import(new URL(CALLS, src).href),
  );
  const queue = found?.queue ?? [];
  // The object that is there stays the one, as the page may hold it already.
  window.fairwell = Object.assign(found ?? {}, calls, {
    created: true,
    loaded: true,
    queue: undefined,
  });
  for (const call of queue) replay(call, { ...calls });
}
