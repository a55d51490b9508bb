import type { Visit } from './visit.js';

/** How a subscription stands, as the page says it. */
export type Standing = 'active' | 'discounted' | 'paused' | 'overdue' | 'ending';

/** `GET /api/account` */
export interface Account {
  /** What the plan is called. */
  readonly plan: string;
  readonly standing: Standing;
}

/** A product takes the customer from its own sign-in, and never from the page. */
async function ask(visit: Visit, path: string): Promise<unknown> {
  const url = new URL(path, visit.service);
  url.searchParams.set('customer', visit.customer);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.pathname} answers ${response.status}.`);
  return response.json();
}

/** Rejects where the back end does not answer, or does not know the customer. */
export async function fetchAccount(visit: Visit): Promise<Account> {
  return (await ask(visit, '/api/account')) as Account;
}

/** A session token for the customer, signed by the product's back end. Rejects as `fetchAccount` does. */
export async function fetchSession(visit: Visit): Promise<string> {
  const { token } = (await ask(visit, '/api/session')) as { token: string };
  return token;
}
