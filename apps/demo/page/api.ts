import type {
  AccountAnswer,
  PeopleAnswer,
  PracticePaymentAnswer,
  PracticePaymentRequest,
  PracticeRefusalRequest,
  TokenAnswer,
  TokenRequest,
} from '../server/api.ts';

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

function post<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

export const fetchPeople = (): Promise<PeopleAnswer> => ask('/api/people');

export const fetchAccount = (id: string): Promise<AccountAnswer> =>
  ask(`/api/customers/${encodeURIComponent(id)}`);

/** Signed at the moment of the click, so that it never is too old. */
export async function fetchSessionToken(customerId: string): Promise<string> {
  const request: TokenRequest = { customerId };
  const { token } = await post<TokenAnswer>('/api/session-token', request);
  return token;
}

export const payHosted = (payment: PracticePaymentRequest): Promise<PracticePaymentAnswer> =>
  post('/api/practice/payment', payment);

export const refuseApproval = (refusal: PracticeRefusalRequest): Promise<void> =>
  post('/api/practice/refusal', refusal);

export const resetDemo = (): Promise<void> => post('/api/reset', {});
