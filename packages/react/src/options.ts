import { canOpen, fillOptions, type FlowOptions, type HostOptions } from '@fairwell/core';
import { createContext, useContext } from 'react';

export const Defaults = createContext<HostOptions>({});

/** These props, and the options of the providers around where they lack one. */
export function useFlowOptions<Given extends FlowOptions>(given: Given) {
  return fillOptions(given, useContext(Defaults));
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
  if (canOpen(options)) return undefined;
  return `${user} has no serviceUrl, and no flow with a customer. Pass them to it, or to a <FairwellProvider> around it.`;
}
