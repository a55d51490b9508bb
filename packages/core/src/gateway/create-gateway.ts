import type { Customer, Flow, StartSessionRequest, Subscription } from '@fairwell/contract';
import type { CompliancePreset } from '../compliance/policy.js';
import { FairwellError } from '../errors.js';
import type { Gateway } from './gateway.js';
import type { FlowHandlers } from './handlers.js';

/** How a host asks for a flow: from the service (`serviceUrl`), or from its own data and handlers. */
export interface FlowOptions extends StartSessionRequest {
  serviceUrl?: string | undefined;
  session?: string | (() => string | Promise<string>) | undefined;
  flow?: Flow | undefined;
  customer?: Customer | undefined;
  subscriptions?: readonly Subscription[] | undefined;
  handlers?: FlowHandlers | undefined;
  compliance?: readonly CompliancePreset[] | undefined;
}

async function load(options: FlowOptions): Promise<Gateway> {
  const { serviceUrl, flow, customer, subscriptions, handlers, compliance, ...rest } = options;
  if (serviceUrl) {
    const { createServiceGateway } = await import('./service-gateway.js');
    return createServiceGateway({ ...rest, serviceUrl, handlers });
  }
  const missing = !flow ? 'flow' : !customer ? 'customer' : undefined;
  if (!flow || !customer)
    throw new FairwellError(
      'invalid_request',
      `${missing} is missing: give a serviceUrl, or a flow with a customer and handlers.`,
      { field: missing },
    );
  const { preview, bypassDiscountAppliedScreen, bypassPauseAppliedScreen } = rest;
  const { createHandlersGateway } = await import('./handlers-gateway.js');
  return createHandlersGateway({
    flow,
    customer,
    subscriptions,
    handlers: handlers ?? {},
    compliance,
    preview,
    bypassDiscountAppliedScreen,
    bypassPauseAppliedScreen,
  });
}

/**
 * The gateway that the options ask for. Only the code of that one is loaded, beginning now. Where an
 * option is missing, `start()` rejects with `invalid_request` naming it.
 */
export function createGateway(options: FlowOptions): Gateway {
  const loading = load(options);
  // Told by the first call.
  loading.catch(() => undefined);
  return {
    start: async () => (await loading).start(),
    record: async (event) => (await loading).record(event),
    act: async (action, key) => (await loading).act(action, key),
  };
}
