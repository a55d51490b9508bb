import type { InitOptions } from '../options/documented.js';

/** What `attach` takes: the options of `init`, and how long a customer is kept waiting. */
export interface AttachOptions extends InitOptions {
  /**
   * For how many milliseconds the flow may take to come, its code and the service's answer, before the
   * click goes on; 4000 where absent. Browsers let a click open another page for about five seconds.
   */
  patience?: number | undefined;
}

/** A flow that was asked for: `began` is settled when its first page is there, or cannot be. */
interface Opening {
  began: Promise<void>;
}

type Target = string | ((element: Element) => boolean);

/** The clicks that were let go on, so that they are not caught again. */
const passing = new WeakSet<Event>();

function matcherOf(target: Target): (element: Element) => boolean {
  if (typeof target === 'function') return target;
  try {
    document.createDocumentFragment().querySelector(target);
  } catch (cause) {
    throw new TypeError(`fairwell.attach: ${JSON.stringify(target)} is no CSS selector.`, {
      cause,
    });
  }
  return (element) => element.matches(target);
}

/** What a flow or a wall has inside is nobody else's, whatever matches it. */
function isOurs({ localName }: Element): boolean {
  return /^fw-(cancel-flow|pause-wall|failed-payment-wall)$/.test(localName);
}

function leadsElsewhere({ ctrlKey, metaKey, shiftKey, altKey, button }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey || button !== 0;
}

/** The same click, on what was clicked: with its default action, and for the page's own listeners. */
function pass(click: MouseEvent, path: readonly EventTarget[], matched: Element): void {
  const { type } = click;
  const again =
    click instanceof PointerEvent ? new PointerEvent(type, click) : new MouseEvent(type, click);
  passing.add(again);
  // What was inside may have been drawn anew since.
  const clicked = path.find((node) => node instanceof Element && node.isConnected);
  (clicked ?? matched).dispatchEvent(again);
}

function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The cancel flow took longer than ${milliseconds} ms to come.`)),
      milliseconds,
    );
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** How the flow comes. */
interface Flow {
  /** Loads its code, at the first sign of interest. */
  preload: () => Promise<void>;
  /** Begins to open it; the signal takes it down. */
  open: (options: InitOptions) => Promise<Opening>;
}

export function attach(
  target: Target,
  { patience = 4000, ...options }: AttachOptions,
  { preload, open }: Flow,
): () => void {
  const matches = matcherOf(target);
  const detached = new AbortController();
  let isOpening = false;
  const matchedBy = (event: Event): Element | undefined => {
    const elements = event.composedPath().filter((node) => node instanceof Element);
    return elements.some(isOurs) ? undefined : elements.find(matches);
  };

  const onClick = async (click: MouseEvent): Promise<void> => {
    if (passing.has(click) || click.defaultPrevented || leadsElsewhere(click)) return;
    const path = click.composedPath();
    const matched = matchedBy(click);
    if (!matched) return;
    click.preventDefault();
    click.stopImmediatePropagation();
    if (isOpening) return;
    isOpening = true;
    const given = new AbortController();
    const takeDown = (): void => given.abort();
    options.signal?.addEventListener('abort', takeDown, { once: true });
    try {
      const opening = open({ ...options, signal: given.signal });
      await within(
        patience,
        opening.then(({ began }) => began),
      );
    } catch (error) {
      console.error('fairwell.attach: the cancel flow did not come, and the click goes on.', error);
      takeDown();
      // Once it is off the page, so that nothing stands before what the page shows now.
      if (!options.signal?.aborted) setTimeout(() => pass(click, path, matched));
    } finally {
      isOpening = false;
    }
  };

  const approached = new AbortController();
  const onApproach = (event: Event): void => {
    if (!matchedBy(event)) return;
    approached.abort();
    // What fails here is asked for again by the click.
    preload().catch(() => undefined);
  };
  for (const type of ['pointerover', 'focusin'])
    window.addEventListener(type, onApproach, { capture: true, signal: approached.signal });

  // First of all in the way of a click, whatever stops it later.
  window.addEventListener('click', (event) => void onClick(event), {
    capture: true,
    signal: detached.signal,
  });
  const detach = (): void => {
    detached.abort();
    approached.abort();
  };
  options.signal?.addEventListener('abort', detach, { once: true });
  if (options.signal?.aborted) detach();
  return detach;
}
