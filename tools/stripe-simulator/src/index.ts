import type { AddressInfo } from 'node:net';
import { Faults } from './faults.ts';
import { billingPortalEndpoints } from './resources/billing-portal.ts';
import { couponEndpoints } from './resources/coupons.ts';
import { customerEndpoints } from './resources/customers.ts';
import { invoiceEndpoints } from './resources/invoice-endpoints.ts';
import { paymentMethodEndpoints } from './resources/payment-methods.ts';
import { priceEndpoints } from './resources/prices.ts';
import { productEndpoints } from './resources/products.ts';
import { setupIntentEndpoints } from './resources/setup-intents.ts';
import { subscriptionCancelEndpoint } from './resources/subscription-cancel.ts';
import { subscriptionScheduleEndpoints } from './resources/subscription-schedules.ts';
import { subscriptionUpdateEndpoint } from './resources/subscription-update.ts';
import { subscriptionReadEndpoints } from './resources/subscriptions.ts';
import { createServer } from './server.ts';
import { SimulatorState } from './state.ts';

export type { Fault, Faults } from './faults.ts';
export type { TestCardId } from './resources/payment-methods.ts';
export type { CustomerSeed, ScheduleSeed, SimulatorState, SubscriptionSeed } from './state.ts';
export type { ReceivedRequest } from './store.ts';

export interface StripeSimulatorOptions {
  /** The account's time. It may be moved forward between requests; no other time is used. */
  readonly clock: () => Date;
  /** A TCP port; 0, the default, takes a free one. */
  readonly port?: number;
}

export interface StripeSimulator {
  readonly host: string;
  readonly port: number;
  readonly url: string;
  readonly state: SimulatorState;
  readonly faults: Faults;
  /** Stops the server and drops its connections, hanging requests included. */
  close(): Promise<void>;
}

const host = '127.0.0.1';

const endpoints = [
  ...billingPortalEndpoints,
  ...couponEndpoints,
  ...customerEndpoints,
  ...invoiceEndpoints,
  ...paymentMethodEndpoints,
  ...priceEndpoints,
  ...productEndpoints,
  ...setupIntentEndpoints,
  subscriptionCancelEndpoint,
  ...subscriptionReadEndpoints,
  ...subscriptionScheduleEndpoints,
  subscriptionUpdateEndpoint,
];

/**
 * Starts an account of its own, empty. Point the SDK at it with
 * `new Stripe('sk_test_x', { host, port, protocol: 'http' })`.
 */
export async function startStripeSimulator(
  options: StripeSimulatorOptions,
): Promise<StripeSimulator> {
  const state = new SimulatorState(options.clock);
  const faults = new Faults();
  const server = createServer(state, faults, endpoints);
  await server.listen({ host, port: options.port ?? 0 });
  const address = server.server.address();
  if (!isTcp(address)) throw new Error('The simulator has no port');
  const { port } = address;
  return {
    host,
    port,
    url: `http://${host}:${port}`,
    state,
    faults,
    close: () => server.close(),
  };
}

function isTcp(address: AddressInfo | string | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
