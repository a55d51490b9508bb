import { fillOptions, wallOptions, type FlowOptions, type HostOptions } from '@fairwell/core';
import { createContext, useContext, useEffect } from 'react';
import { missingFromWall } from './mistakes.js';

export const Defaults = createContext<HostOptions>({});

interface Language {
  lang?: string | undefined;
}

/** These props, and the options of the providers around where they lack one. */
export function useFlowOptions<Given extends FlowOptions>(given: Given) {
  return fillOptions(given, useContext(Defaults));
}

/** For an element, which takes the language as HTML does. Undefined would be a language of that name. */
export function forElement<Options extends Language & Pick<HostOptions, 'locale' | 'locales'>>({
  locale,
  locales,
  lang = locale,
  ...options
}: Options) {
  return lang === undefined ? options : { ...options, lang };
}

/** The options of a wall; says what to do where nobody gives it any. */
export function useWallOptions<Given extends Language>(given: Given, user: string) {
  const defaults = useContext(Defaults);
  const missing = missingFromWall({ ...defaults, ...given }, user);
  useEffect(() => {
    if (missing) console.error(missing);
  }, [missing]);
  return forElement(fillOptions(given, wallOptions(defaults)));
}
