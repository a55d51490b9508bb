import { useEffect, useLayoutEffect, useRef } from 'react';

/** On a server there is no layout, and React 18 says so with a warning. */
export const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/** The value of the latest rendering that is on the screen. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useLayout(() => {
    latest.current = value;
  });
  return latest;
}

/**
 * Calls `begin` when the component is there, and what that returns when it is gone: unmounted, or
 * hidden with its route. StrictMode, which takes a component away and puts it back at once, is not noticed.
 */
export function useLifetime(begin: () => () => void): void {
  const isThere = useRef(false);
  const end = useRef<(() => void) | undefined>(undefined);
  useLayout(() => {
    isThere.current = true;
    end.current ??= begin();
    return () => {
      isThere.current = false;
      queueMicrotask(() => {
        if (isThere.current) return;
        end.current?.();
        end.current = undefined;
      });
    };
  }, []);
}
