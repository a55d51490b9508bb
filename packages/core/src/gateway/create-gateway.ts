import type { Customer, Flow, StartSessionRequest, Subscription } from '@fairwell/contract';
import type { CompliancePreset } from '../compliance/policy.js';
import { FairwellError } from '../errors.js';
import type { Gateway } from './gateway.js';
import type { FlowHandlers } from './handlers.js';
import { createHandlersGateway } from './handlers-gateway.js';
import { createServiceGateway } from './service-gateway.js';

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

/**
 * The gateway that the options ask for.
 * @throws {FairwellError} `invalid_request` naming the option that is missing.
 */
export function createGateway(options: FlowOptions): Gateway {
  const { serviceUrl, flow, customer, subscriptions, handlers, compliance, ...rest } = options;
  if (serviceUrl) return createServiceGateway({ ...rest, serviceUrl, handlers });
  const missing = !flow ? 'flow' : !customer ? 'customer' : undefined;
  if (!flow || !customer)
    throw new FairwellError(
      'invalid_request',
      `${missing} is missing: give a serviceUrl, or a flow with a customer and handlers.`,
      { field: missing },
    );
  const { preview } = rest;
  return createHandlersGateway({
    flow,
    customer,
    subscriptions,
    handlers: handlers ?? {},
    compliance,
    preview,
  });
}
