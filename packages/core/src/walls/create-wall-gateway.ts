import type {
  CheckWallRequest,
  Customer,
  OverdueInvoice,
  PauseInForce,
  PaymentOverdue,
  Subscription,
} from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import type { Credential } from '../gateway/http.js';
import {
  createHandlersFailedPaymentWallGateway,
  createHandlersPauseWallGateway,
} from './handlers-wall-gateway.js';
import { createServiceWallGateway } from './service-wall-gateway.js';
import type { WallGateway } from './wall-gateway.js';
import type { WallHandlers } from './wall-handlers.js';

/** How a host asks for a wall: from the service (`serviceUrl`), or from its own data and handlers. */
export interface PauseWallRequest extends Omit<
  CheckWallRequest,
  'kind' | 'forceCheck' | 'ignoreInvoicesWithoutAttempt'
> {
  serviceUrl?: string | undefined;
  session?: Credential;
  customer?: Customer | undefined;
  subscriptions?: readonly Subscription[] | undefined;
  handlers?: WallHandlers | undefined;
}

export interface FailedPaymentWallRequest extends PauseWallRequest {
  invoice?: OverdueInvoice | undefined;
  ignoreInvoicesWithoutAttempt?: boolean | undefined;
}

/** A wall that is asked for wrongly lets the customer in, and says what is wrong. */
function unanswerable(): { check: () => Promise<never> } {
  const error = new FairwellError(
    'invalid_request',
    'customer is missing: give a serviceUrl, or a customer with what they have and handlers.',
    { field: 'customer' },
  );
  return { check: () => Promise.reject(error) };
}

/** The gateway that the options ask for. */
export function createPauseWallGateway(request: PauseWallRequest): WallGateway<PauseInForce> {
  const { serviceUrl, customer, subscriptions, handlers = {}, ...rest } = request;
  if (serviceUrl) return createServiceWallGateway('pause', { ...rest, serviceUrl, handlers });
  const { subscriptionId } = rest;
  return customer
    ? createHandlersPauseWallGateway({ customer, subscriptions, subscriptionId, handlers })
    : unanswerable();
}

/** The gateway that the options ask for. */
export function createFailedPaymentWallGateway(
  request: FailedPaymentWallRequest,
): WallGateway<PaymentOverdue> {
  const { serviceUrl, customer, subscriptions, invoice, handlers = {}, ...rest } = request;
  if (serviceUrl)
    return createServiceWallGateway('failedPayment', { ...rest, serviceUrl, handlers });
  const { subscriptionId } = rest;
  return customer
    ? createHandlersFailedPaymentWallGateway({
        customer,
        subscriptions,
        subscriptionId,
        invoice,
        handlers,
      })
    : unanswerable();
}
