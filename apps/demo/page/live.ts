/** Milliseconds between two looks; what happens elsewhere is seen so soon. */
const interval = 2_000;

/** Calls `show` with what is other than the last time. */
export function whenChanged<T>(show: (value: T) => void): (value: T) => void {
  let last: string | undefined;
  return (value) => {
    const text = JSON.stringify(value);
    if (text === last) return;
    last = text;
    show(value);
  };
}

/**
 * Does one thing at a time, and once more if it was asked for meanwhile.
 * @param work does not reject.
 */
export function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let isAsked = false;
  const run = async (): Promise<void> => {
    while (isAsked) {
      isAsked = false;
      await work();
    }
    running = undefined;
  };
  return () => {
    isAsked = true;
    return (running ??= run());
  };
}

/**
 * Calls back whenever the elements have had an answer from the service, and from time to time while
 * somebody looks. They talk to the service by themselves; the browser's own list of requests tells
 * when.
 */
export function keepUp(callback: () => void): void {
  new PerformanceObserver((list) => {
    const calls = list.getEntries().map(({ name }) => new URL(name).pathname);
    if (calls.some((path) => path.startsWith('/v1/'))) callback();
  }).observe({ type: 'resource' });
  setInterval(() => {
    if (document.visibilityState === 'visible') callback();
  }, interval);
}
