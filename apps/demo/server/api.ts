import type { Customer, SessionRecord, Subscription } from '@fairwell/contract';

/** What the demo's own back end answers to its page. */

/** `GET /api/customers` */
export interface CustomersAnswer {
  /** Name of the billing provider. */
  billing: string;
  canReset: boolean;
  customers: readonly Customer[];
}

/** `GET /api/customers/:id` */
export interface AccountAnswer {
  customer: Customer;
  subscriptions: readonly Subscription[];
}

/** `GET /api/customers/:id/session`: the last one, if there is any. */
export interface SessionAnswer {
  session: SessionRecord | null;
}

/** `POST /api/session-token` */
export interface TokenRequest {
  customerId: string;
}
export interface TokenAnswer {
  token: string;
}
