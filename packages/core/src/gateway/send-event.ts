import type { PageEvent } from '@fairwell/contract';
import { post, serviceAddress, tokenOf, type Credential } from './http.js';

export interface CustomerEvent extends PageEvent {
  /** Where the service is mounted, for example `https://billing.example.com`. */
  serviceUrl: string;
  session?: Credential;
}

/**
 * Tells the service what happened in the customer's page.
 * @throws {FairwellError} with the service's code, or `network`.
 */
export async function sendCustomerEvent({
  serviceUrl,
  session,
  ...event
}: CustomerEvent): Promise<void> {
  await post(serviceAddress(serviceUrl, 'events'), await tokenOf(session), event);
}
