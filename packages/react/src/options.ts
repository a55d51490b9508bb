import type { FlowOptions } from '@fairwell/core';
import { createContext, useContext } from 'react';

export const Defaults = createContext<FlowOptions>({});

/** These props, and the options of the providers around where they lack one. Handlers are filled up one by one. */
export function useFlowOptions<Given extends FlowOptions>(given: Given): Given {
  const defaults = useContext(Defaults);
  const options = { ...given };
  for (const key of Object.keys(defaults) as (keyof FlowOptions)[])
    if (given[key] === undefined) Object.assign(options, { [key]: defaults[key] });
  if (defaults.handlers && given.handlers)
    options.handlers = { ...defaults.handlers, ...given.handlers };
  return options;
}

/** The same for an element, which takes the language as HTML does and has no property for `report` and `record`. */
export function useElementOptions<Given extends FlowOptions & { lang?: string | undefined }>(
  given: Given,
) {
  const { locale, report, record, ...options } = useFlowOptions(given);
  return { ...options, lang: options.lang ?? locale };
}

/** What to do before a flow can be opened with these options; undefined where one can. */
export function missingFrom(options: FlowOptions, user: string): string | undefined {
  const { serviceUrl, flow, customer } = options;
  if (serviceUrl || (flow && customer)) return undefined;
  return `${user} has no serviceUrl, and no flow with a customer. Pass them to it, or to a <FairwellProvider> around it.`;
}
