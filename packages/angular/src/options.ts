import { InjectionToken, signal, type Signal } from '@angular/core';
import { fillOptions, wallOptions, type HostOptions } from '@fairwell/core';

/** What `provideFairwell()` says, here and further out. */
export const Defaults = new InjectionToken<Signal<HostOptions>>('options of provideFairwell()', {
  providedIn: 'root',
  factory: () => signal({}),
});

/** Options, or a function that is asked for them whenever they are needed; a signal is one. */
export type Given<Options> = Options | (() => Options);

/** @see {Given} */
export function ask<Options extends object>(given: Given<Options>): Options {
  return typeof given === 'function' ? given() : given;
}

/** What an element has no property for; it takes the language as HTML does. */
interface Foreign extends Pick<HostOptions, 'locale' | 'locales' | 'handles'> {}

/** What is set on the element of a flow. */
export function flowProperties<Given extends object>(given: Given, defaults: HostOptions) {
  const { locale, locales, handles, ...properties } = fillOptions(given, defaults);
  return properties;
}

/** What is set on the element of a wall. */
export function wallProperties<Given extends object>(given: Given, defaults: HostOptions) {
  const { locale, ...properties } = fillOptions(given, wallOptions(defaults));
  return properties;
}

/** For a call, which takes the language as HTML does. Undefined would be a language of that name. */
export function forCall<Options extends Foreign>({ locale, locales, handles, ...rest }: Options) {
  return locale === undefined ? rest : { ...rest, lang: locale };
}
