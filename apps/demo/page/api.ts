import type {
  AccountAnswer,
  CustomersAnswer,
  SessionAnswer,
  TokenAnswer,
  TokenRequest,
} from '../server/api.ts';

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

const customer = (id: string): string => `/api/customers/${encodeURIComponent(id)}`;

export const fetchCustomers = (): Promise<CustomersAnswer> => ask('/api/customers');

export const fetchAccount = (id: string): Promise<AccountAnswer> => ask(customer(id));

export const fetchSession = (id: string): Promise<SessionAnswer> => ask(`${customer(id)}/session`);

/** Signed at the moment of the click, so that it never is too old. */
export async function fetchSessionToken(customerId: string): Promise<string> {
  const { token } = await ask<TokenAnswer>('/api/session-token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customerId } satisfies TokenRequest),
  });
  return token;
}

export const resetDemo = (): Promise<void> => ask('/api/reset', { method: 'POST' });
