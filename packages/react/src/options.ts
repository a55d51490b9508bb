import { createGateway, FairwellError, type FlowOptions, type Gateway } from '@fairwell/core';
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

/**
 * The gateway that the options ask for.
 * @throws {FairwellError} `invalid_request` naming the option that is missing, and where to give it.
 */
export function gatewayFor(options: FlowOptions, user: string): Gateway {
  try {
    return createGateway(options);
  } catch (error) {
    if (!(error instanceof FairwellError)) throw error;
    const { code, message, field } = error;
    const advice = `Pass them to ${user}, or to a <FairwellProvider> around it.`;
    throw new FairwellError(code, `${message} ${advice}`, { field, cause: error });
  }
}

/** What is missing before a flow can be opened with these options, and where to give it; undefined where nothing is. */
export function missingFrom(options: FlowOptions, user: string): string | undefined {
  try {
    gatewayFor(options, user);
  } catch (error) {
    return String(error);
  }
  return undefined;
}
