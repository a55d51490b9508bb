import {
  fillOptions,
  forElement,
  wallOptions,
  type FlowOptions,
  type HostOptions,
} from '@fairwell/core';
import { createContext, useContext, useEffect } from 'react';
import { missingFromWall } from './mistakes.js';

export const Defaults = createContext<HostOptions>({});

/** These props, and the options of the providers around where they lack one. */
export function useFlowOptions<Given extends FlowOptions>(given: Given) {
  return fillOptions(given, useContext(Defaults));
}

/** The options of a wall; says what to do where nobody gives it any. */
export function useWallOptions<Given extends { lang?: string | undefined }>(
  given: Given,
  user: string,
) {
  const defaults = useContext(Defaults);
  const missing = missingFromWall({ ...defaults, ...given }, user);
  useEffect(() => {
    if (missing) console.error(missing);
  }, [missing]);
  return forElement(fillOptions(given, wallOptions(defaults)));
}
