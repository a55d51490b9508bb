import { useImperativeHandle, useRef, type ForwardedRef, type RefObject } from 'react';
import { useLifetime } from './lifecycle.js';

/** A reference for an element, which passes it on. `begin` is as `useLifetime` has it. */
function useElement<E extends HTMLElement>(
  given: ForwardedRef<E>,
  begin: (element: E | null) => () => void,
): RefObject<E | null> {
  const element = useRef<E>(null);
  useImperativeHandle<E | null, E | null>(given, () => element.current, []);
  useLifetime(() => begin(element.current));
  return element;
}

interface Wall extends HTMLElement {
  check(): Promise<boolean>;
  hide(): void;
}

/**
 * A hard wall puts itself back when it is taken out of the page: so it is taken down with its
 * component, and asked again when that comes back.
 */
export function useWallElement<W extends Wall>(given: ForwardedRef<W>): RefObject<W | null> {
  const isDown = useRef(false);
  return useElement(given, (wall) => {
    if (isDown.current) void wall?.check();
    return () => {
      isDown.current = true;
      wall?.hide();
    };
  });
}

interface Flow extends HTMLElement {
  hide(): void;
}

/**
 * A flow closes with its component, also when that is only hidden: its dialog would keep the page out
 * of reach, unseen. What is in flight keeps it open, until there is something else to show.
 */
export function useFlowElement<F extends Flow>(given: ForwardedRef<F>): RefObject<F | null> {
  const back = useRef<AbortController>(null);
  return useElement(given, (flow) => {
    back.current?.abort();
    return () => {
      const close = () => flow?.hide();
      back.current = new AbortController();
      flow?.addEventListener('fw-step-change', close, back.current);
      close();
    };
  });
}
