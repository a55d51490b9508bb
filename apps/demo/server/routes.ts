import { signSessionToken } from '@fairwell/node';
import type { SessionRecord } from '@fairwell/contract';
import type { FastifyInstance } from 'fastify';
import type { Accounts } from './accounts.ts';
import type {
  AccountAnswer,
  PeopleAnswer,
  ReceivedMail,
  TokenAnswer,
  TokenRequest,
} from './api.ts';

export interface Host {
  accounts: Accounts;
  appId: string;
  secret: string;
  sessionsOf: (customerId: string) => Promise<SessionRecord[]>;
  mailsTo: (address: string | undefined) => Promise<ReceivedMail[]>;
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
  { accounts, appId, secret, sessionsOf, mailsTo }: Host,
): void {
  const { provider, mode, groups, sandbox } = accounts;
  const ids = new Set(groups.flatMap(({ people }) => people.map(({ customer }) => customer.id)));

  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get('/api/people', (): PeopleAnswer => ({ isSandbox: sandbox !== undefined, groups }));

  app.get<CustomerRoute>('/api/customers/:id', async ({ params }, reply) => {
    const customer = ids.has(params.id) ? await provider.getCustomer(params.id) : null;
    if (!customer) return reply.code(404).send({ message: 'No such customer' });
    const [subscriptions, invoices, [session = null], mails] = await Promise.all([
      provider.listSubscriptions(customer.id),
      provider.listInvoices(customer.id),
      sessionsOf(customer.id),
      mailsTo(customer.email),
    ]);
    return { customer, subscriptions, invoices, session, mails } satisfies AccountAnswer;
  });

  const tokenRequest = {
    type: 'object',
    required: ['customerId'],
    properties: { customerId: { type: 'string' } },
  };
  app.post<{ Body: TokenRequest }>(
    '/api/session-token',
    { schema: { body: tokenRequest } },
    async ({ body: { customerId } }, reply) => {
      if (!ids.has(customerId)) return reply.code(404).send({ message: 'No such customer' });
      return { token: signSessionToken({ appId, customerId, mode }, secret) } satisfies TokenAnswer;
    },
  );
}
