import type { Customer, Flow, StartSessionRequest, Subscription } from '@fairwell/contract';
import type { CompliancePreset } from '../compliance/policy.js';
import { FairwellError } from '../errors.js';
import type { Gateway } from './gateway.js';
import type { FlowHandlers } from './handlers.js';

/**
 * How a host asks for a flow: from the service (`serviceUrl`), or from its own data and handlers. With
 * a service a handler does its action in place of the service, which records that it did.
 */
export interface FlowOptions extends StartSessionRequest {
  serviceUrl?: string | undefined;
  session?: string | (() => string | Promise<string>) | undefined;
  flow?: Flow | undefined;
  customer?: Customer | undefined;
  subscriptions?: readonly Subscription[] | undefined;
  handlers?: FlowHandlers | undefined;
  compliance?: readonly CompliancePreset[] | undefined;
}

/**
 * Loads once: what is there is at hand within the same task, which a second `import()` is not. What
 * failed is tried again.
 */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

function unreachable(cause: unknown): never {
  throw new FairwellError('network', 'The code of the gateway could not be loaded.', { cause });
}

const loadService = once(() => import('./service-gateway.js').catch(unreachable));
const loadReplacement = once(() => import('./with-handlers.js').catch(unreachable));
const loadHandlers = once(() => import('./handlers-gateway.js').catch(unreachable));

async function load(options: FlowOptions): Promise<Gateway> {
  const { serviceUrl, flow, customer, subscriptions, handlers, compliance, ...rest } = options;
  if (serviceUrl) {
    if (typeof serviceUrl !== 'string')
      throw new FairwellError('invalid_request', 'serviceUrl: expected a text.', {
        field: 'serviceUrl',
      });
    const { createServiceGateway } = await loadService();
    if (!handlers || rest.preview) return createServiceGateway({ ...rest, serviceUrl });
    const { handledActions, withHandlers } = await loadReplacement();
    const handles = handledActions(handlers);
    return withHandlers(createServiceGateway({ ...rest, serviceUrl, handles }), handlers);
  }
  const missing = !flow ? 'flow' : !customer ? 'customer' : undefined;
  if (!flow || !customer)
    throw new FairwellError(
      'invalid_request',
      `${missing} is missing: give a serviceUrl, or a flow with a customer and handlers.`,
      { field: missing },
    );
  const { preview, returnUrls, bypassDiscountAppliedScreen, bypassPauseAppliedScreen } = rest;
  const { createHandlersGateway } = await loadHandlers();
  return createHandlersGateway({
    flow,
    customer,
    subscriptions,
    handlers: handlers ?? {},
    compliance,
    preview,
    returnUrls,
    bypassDiscountAppliedScreen,
    bypassPauseAppliedScreen,
  });
}

/**
 * The gateway that the options ask for. Only the code of that one is loaded, beginning now. Where an
 * option is missing, `start()` rejects with `invalid_request` naming it.
 */
export function createGateway(options: FlowOptions): Gateway {
  const gateway = once(() => load(options));
  const { handleSupportRequest } = options.handlers ?? {};
  // What fails now is told by the first call.
  gateway().catch(() => undefined);
  return {
    start: async () => (await gateway()).start(),
    record: async (event) => (await gateway()).record(event),
    act: async (action, key, answers) => (await gateway()).act(action, key, answers),
    requestSupport:
      handleSupportRequest &&
      (async (customer) => {
        await handleSupportRequest(customer);
      }),
  };
}
