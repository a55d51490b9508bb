import type { FlowOptions } from '@fairwell/core';
import { createContext, useContext } from 'react';

export const Defaults = createContext<FlowOptions>({});

function set<K extends keyof FlowOptions>(
  target: FlowOptions,
  key: K,
  value: FlowOptions[K],
): void {
  target[key] = value;
}

/** What is given wins over what is around it, option by option and handler by handler. */
export function withDefaults(defaults: FlowOptions, given: FlowOptions): FlowOptions {
  const merged = { ...defaults };
  for (const key of Object.keys(given) as (keyof FlowOptions)[])
    if (given[key] !== undefined) set(merged, key, given[key]);
  if (defaults.handlers && given.handlers)
    merged.handlers = { ...defaults.handlers, ...given.handlers };
  return merged;
}

/** These options, and those of the providers around where they lack one. */
export function useFlowOptions(options: FlowOptions): FlowOptions {
  return withDefaults(useContext(Defaults), options);
}
