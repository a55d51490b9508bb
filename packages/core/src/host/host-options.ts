import type { FlowHandlers } from '../gateway/handlers.js';
import type { FlowOptions } from '../gateway/create-gateway.js';
import type { WallHandlers } from '../walls/wall-handlers.js';

/** What a host says once for every flow and wall on its pages. */
export interface HostOptions extends FlowOptions {
  handlers?: (FlowHandlers & WallHandlers) | undefined;
}

export type WallOptions = Pick<
  HostOptions,
  | 'customer'
  | 'subscriptions'
  | 'serviceUrl'
  | 'session'
  | 'customerId'
  | 'authHash'
  | 'subscriptionId'
  | 'appId'
  | 'mode'
  | 'handlers'
  | 'locale'
>;

/** What of them concerns a wall. */
export function wallOptions(options: HostOptions): WallOptions {
  const { customer, subscriptions, serviceUrl, session, customerId, authHash } = options;
  const { subscriptionId, appId, mode, handlers, locale } = options;
  return {
    customer,
    subscriptions,
    serviceUrl,
    session,
    customerId,
    authHash,
    subscriptionId,
    appId,
    mode,
    handlers,
    locale,
  };
}

/**
 * The options of one flow or wall, and what its host said for all of them where it lacks one.
 * Handlers are filled up one by one.
 */
export function fillOptions<Given extends object, Defaults extends Partial<HostOptions>>(
  given: Given,
  defaults: Defaults,
): Given & Defaults {
  const own = Object.entries(given).filter(([, value]) => value !== undefined);
  const options = { ...given, ...defaults, ...Object.fromEntries(own) };
  if ('handlers' in given && given.handlers && defaults.handlers)
    options.handlers = { ...defaults.handlers, ...given.handlers };
  return options;
}

/**
 * The options as an element takes them: the language as HTML says it, and nothing that only a machine
 * is told. A language that is undefined would be a language of that name.
 */
export function forElement<
  Options extends Pick<HostOptions, 'locale' | 'locales' | 'handles'> & {
    lang?: string | undefined;
  },
>({ locale, locales, handles, lang = locale, ...options }: Options) {
  return lang === undefined ? options : { ...options, lang };
}

/** Is there what it takes to open a flow: a service to ask, or a flow and for whom it is. */
export function canOpen({ serviceUrl, flow, customer }: FlowOptions): boolean {
  return Boolean(serviceUrl || (flow && customer));
}
