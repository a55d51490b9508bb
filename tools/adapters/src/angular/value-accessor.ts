import { untracked, type ModelSignal } from '@angular/core';
import type { ControlValueAccessor } from '@angular/forms';

/** The answer that an element asks for, as a control of a form. */
export function valueAccessor<V>(
  element: HTMLElement & { busy: boolean },
  answer: ModelSignal<V>,
): ControlValueAccessor {
  const none = untracked(answer);
  let change: (value: V) => void = () => undefined;
  let touch: () => void = () => undefined;
  let isWriting = false;
  answer.subscribe((value) => {
    if (!isWriting) change(value);
  });
  element.addEventListener('focusout', () => touch());
  return {
    writeValue(value: V | null | undefined) {
      isWriting = true;
      answer.set(value ?? none);
      isWriting = false;
    },
    registerOnChange: (listener: typeof change) => (change = listener),
    registerOnTouched: (listener: typeof touch) => (touch = listener),
    // What may not be changed is shown as while something is in flight.
    setDisabledState: (isDisabled) => (element.busy = isDisabled),
  };
}
