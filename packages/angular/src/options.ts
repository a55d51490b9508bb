import { InjectionToken, signal, type Signal } from '@angular/core';
import type { HostOptions } from '@fairwell/core';

/** What `provideFairwell()` says, here and further out. */
export const Defaults = new InjectionToken<Signal<HostOptions>>('Fairwell', {
  providedIn: 'root',
  factory: () => signal({}),
});

/** Options, or a function that is asked for them whenever they are needed; a signal is one. */
export type Given<Options> = Options | (() => Options);

export function ask<Options extends object>(given: Given<Options>): Options {
  return typeof given === 'function' ? given() : given;
}
