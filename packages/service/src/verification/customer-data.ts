import { Metadata } from '@fairwell/contract';
import { authHash } from '@fairwell/node';
import { Type, type Static } from 'typebox';
import { Check } from 'typebox/value';

const id = Type.Optional(Type.String({ minLength: 1, maxLength: 255 }));

/** What the host's back end adds to a customer that was found by their address. */
const CustomerData = Type.Object({
  customerId: id,
  subscriptionId: id,
  customerAttributes: Type.Optional(Metadata),
});
export type CustomerData = Static<typeof CustomerData>;

/** How long the host's back end may take, in milliseconds: the customer waits for it. */
const patience = 5_000;

/**
 * Asks the host's own back end about a customer. The signature is the customer's `authHash`, by
 * which that back end knows who asks.
 * @throws {Error} if it does not answer in time, or with something else.
 */
export async function fetchCustomerData(
  endpoint: string,
  customerId: string,
  apiKey: string,
): Promise<CustomerData> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ customerId, signature: authHash(customerId, apiKey) }),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  });
  if (!response.ok) throw new Error(`The customer data endpoint answered ${response.status}`);
  const data: unknown = await response.json();
  if (!Check(CustomerData, data))
    throw new Error('The customer data endpoint answered with something else than customer data');
  return data;
}
