import {
  DestroyRef,
  effect,
  ElementRef,
  inject,
  type InputSignalWithTransform,
  isSignal,
  type ModelSignal,
  type OutputRef,
} from '@angular/core';

interface Target<E> {
  addEventListener(name: string, listener: (event: E) => void): void;
  removeEventListener(name: string, listener: (event: E) => void): void;
}

/** The element that a directive stands on. */
export function injectElement<E>(): E {
  return inject<ElementRef<E>>(ElementRef).nativeElement;
}

/**
 * An event of the element, as an output. Listeners outlive the directive: what is in flight when it
 * goes away is carried out, and still told.
 * @param name Without the prefix.
 */
export function listen<E extends Event>(name: string): OutputRef<E> {
  const element = injectElement<Target<E>>();
  const owner = inject(DestroyRef);
  // Angular also listens for what the DOM calls like the output. One that comes out of the content,
  // such as the cancel event of a file input, is not ours.
  element.addEventListener(name, (event) => event.stopImmediatePropagation());
  return {
    subscribe(listener) {
      element.addEventListener(`fw-${name}`, listener);
      return {
        unsubscribe: () => {
          if (!owner.destroyed) element.removeEventListener(`fw-${name}`, listener);
        },
      };
    },
  };
}

interface ElementDirective {
  readonly element: HTMLElement;
  /** What is set on the element. */
  properties(): object;
}

/** Sets properties of the element as often as they change, beginning when there is something to set. */
export function setProperties(directive: ElementDirective): void {
  let present: object = {};
  effect(() => {
    const given = directive.properties();
    for (const [name, value] of Object.entries(given) as [string, unknown][])
      if (value !== Reflect.get(present, name)) Reflect.set(directive.element, name, value);
    present = given;
  });
}

/** The values of a directive's inputs, which are its signals. */
export function inputsOf(directive: object): object {
  const values = {};
  for (const [name, member] of Object.entries(directive))
    if (isSignal(member)) Reflect.set(values, name, member());
  return values;
}

/** Keeps a model at what becomes of the property by itself, of which this event tells. */
export function follow<V>(model: ModelSignal<V>, event: OutputRef<unknown>, read: () => V): void {
  const owner = inject(DestroyRef);
  event.subscribe(() => {
    if (!owner.destroyed) model.set(read());
  });
}

export type FlagInput = InputSignalWithTransform<boolean | undefined, boolean | '' | undefined>;

/** A flag may just be named, as in HTML. */
export function flag(value: boolean | '' | undefined): boolean | undefined {
  return value === '' ? true : value;
}
