import { signSessionToken } from '@fairwell/node';
import type { SessionRecord } from '@fairwell/contract';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from './accounts.ts';
import type {
  AccountAnswer,
  CustomersAnswer,
  SessionAnswer,
  TokenAnswer,
  TokenRequest,
} from './api.ts';

export interface Host {
  accounts: Accounts;
  appId: string;
  secret: string;
  latestSession: (customerId: string) => Promise<SessionRecord | null>;
}

interface CustomerRoute {
  Params: { id: string };
}

/**
 * The product's own back end. It lets the page choose who is signed in, which is what makes it a
 * demo: a product takes the customer from its own sign-in, never from the page.
 */
export function registerApi(
  app: FastifyInstance,
  { accounts, appId, secret, latestSession }: Host,
): void {
  const { provider, mode, customerIds, reset } = accounts;
  const isKnown = (id: string): boolean => customerIds.includes(id);

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/api/customers', async (): Promise<CustomersAnswer> => {
    const found = await Promise.all(customerIds.map((id) => provider.getCustomer(id)));
    return {
      billing: provider.name,
      canReset: reset !== undefined,
      customers: found.filter((customer) => customer !== null),
    };
  });

  app.get<CustomerRoute>('/api/customers/:id', async ({ params }, reply) => {
    const customer = isKnown(params.id) ? await provider.getCustomer(params.id) : null;
    if (!customer) return reply.code(404).send({ message: 'No such customer' });
    const subscriptions = await provider.listSubscriptions(customer.id);
    return { customer, subscriptions } satisfies AccountAnswer;
  });

  app.get<CustomerRoute>(
    '/api/customers/:id/session',
    async ({ params }): Promise<SessionAnswer> => ({ session: await latestSession(params.id) }),
  );

  const tokenRequest = {
    type: 'object',
    required: ['customerId'],
    properties: { customerId: { type: 'string' } },
  };
  app.post<{ Body: TokenRequest }>(
    '/api/session-token',
    { schema: { body: tokenRequest } },
    async ({ body: { customerId } }, reply) => {
      if (!isKnown(customerId)) return reply.code(404).send({ message: 'No such customer' });
      return { token: signSessionToken({ appId, customerId, mode }, secret) } satisfies TokenAnswer;
    },
  );

  if (reset)
    app.post('/api/reset', async (_request, reply) => {
      await reset();
      return reply.code(204).send();
    });
}
