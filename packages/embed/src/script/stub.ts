/*
 * The snippet for the head of a page. It stands in for `window.fairwell` until the script, which it
 * loads, has come. Always the same text, so that a policy can name it by its hash; the address of the
 * script is in `data-src` of its own tag, and what is in `data-integrity` and `nonce` is handed on.
 */
import type { Fairwell } from '../fairwell.js';
import type { FoundFairwell, QueuedCall } from './page.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

function isTrustedTypes(value: unknown): value is TrustedTypes {
  return !!value;
}

/** A page that trusts only what a policy made has to allow this one by its name, `fairwell`. */
function trusted(url: string): string {
  const trustedTypes: unknown = Reflect.get(window, 'trustedTypes');
  const rules = { createScriptURL: (script: string) => script };
  return isTrustedTypes(trustedTypes)
    ? trustedTypes.createPolicy('fairwell', rules).createScriptURL(url)
    : url;
}

const { currentScript, head } = document;
const found: FoundFairwell | undefined = window.fairwell;

if (found) console.warn('fairwell: the snippet is in this page twice; one is enough.');
else if (currentScript instanceof HTMLScriptElement) {
  const { dataset, nonce } = currentScript;
  const queue: QueuedCall[] = [];
  let failure: Error | undefined;
  const enqueue =
    (name: keyof Fairwell) =>
    (...args: unknown[]): Promise<never> =>
      new Promise((resolve, reject) => {
        if (failure) reject(failure);
        else queue.push({ name, args, resolve, reject });
      });
  const quietly = (name: keyof Fairwell) => (): void => void enqueue(name)().catch(() => undefined);
  const attach = enqueue('attach');
  const stub = {
    init: enqueue('init'),
    managedFlow: enqueue('managedFlow'),
    check: enqueue('check'),
    event: enqueue('event'),
    clearState: quietly('clearState'),
    hide: quietly('hide'),
    mountCancelButton: enqueue('mountCancelButton'),
    showRetentionView: enqueue('showRetentionView'),
    attach: (...args) => {
      const detach: Promise<() => void> = attach(...args);
      // Where the script does not come, clicks do what they did.
      detach.catch(() => undefined);
      return () => void detach.then((run) => run());
    },
    created: true,
    queue,
  } satisfies Fairwell & FoundFairwell;
  window.fairwell = stub;

  const fail = (cause: unknown): void => {
    failure = new Error(
      `fairwell: the script could not be loaded from ${dataset['src'] ?? ''}. Is data-src its address, and data-integrity of this version, and may it run here?`,
      { cause },
    );
    for (const call of queue.splice(0)) call.reject(failure);
  };
  const script = document.createElement('script');
  script.async = true;
  script.crossOrigin = 'anonymous';
  script.nonce = nonce;
  script.integrity = dataset['integrity'] ?? '';
  script.onerror = fail;
  try {
    script.src = trusted(dataset['src'] ?? '');
    head.append(script);
  } catch (error) {
    fail(error);
  }
}
