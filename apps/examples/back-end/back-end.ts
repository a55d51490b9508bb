import { randomBytes } from 'node:crypto';
import type { SessionRecord, Subscription } from '@fairwell/contract';
import { watchSessions } from '@fairwell-tools/sprigletter';
import { signSessionToken } from '@fairwell/node';
import {
  fairwell,
  openDatabase,
  SandboxProvider,
  type Database,
  type Invoice,
} from '@fairwell/service';
import Fastify, { type FastifyInstance } from 'fastify';
import { accountOf, addCustomer, beginnings, type Beginning } from './customers.ts';
import { flows } from './flow.ts';

/** `GET /test/customers/:id`: what there is of a customer, whatever a page shows. */
export interface CustomerState {
  readonly subscription: Subscription;
  readonly invoices: readonly Invoice[];
  /** The latest first. */
  readonly sessions: readonly SessionRecord[];
  /** What custom steps were answered with, in order. */
  readonly customAnswers: readonly unknown[];
}

export interface BackEnd {
  readonly url: string;
  close(): Promise<void>;
}

const appId = 'examples';
const mode = 'sandbox';

interface Host {
  readonly database: Database;
  readonly provider: SandboxProvider;
  readonly secret: string;
  readonly sessionsOf: (customerId: string) => Promise<SessionRecord[]>;
}

/** The product's own API. A product takes the customer from its own sign-in, never from the page. */
function registerProduct(app: FastifyInstance, { provider, secret }: Host): void {
  const schema = {
    querystring: {
      type: 'object',
      required: ['customer'],
      properties: { customer: { type: 'string' } },
    },
  };

  app.get<{ Querystring: { customer: string } }>(
    '/api/account',
    { schema },
    async ({ query }, reply) => {
      const [subscription] = await provider.listSubscriptions(query.customer);
      return subscription
        ? accountOf(subscription)
        : reply.code(404).send({ message: 'No such customer' });
    },
  );

  app.get<{ Querystring: { customer: string } }>(
    '/api/session',
    { schema },
    async ({ query: { customer: customerId } }) => ({
      token: signSessionToken({ appId, customerId, mode }, secret),
    }),
  );
}

async function customAnswersOf({ query }: Database, customerId: string): Promise<unknown[]> {
  const rows = await query
    .selectFrom('session_events')
    .innerJoin('sessions', 'sessions.id', 'session_events.session_id')
    .select('event')
    .where('customer_id', '=', customerId)
    .orderBy('received_at')
    .execute();
  return rows.flatMap(({ event }) => (event.type === 'customAnswered' ? [event.result] : []));
}

/** What the test asks for, behind every page's back. */
function registerTest(app: FastifyInstance, { database, provider, sessionsOf }: Host): void {
  app.post<{ Params: { beginning: Beginning } }>(
    '/test/customers/:beginning',
    {
      schema: { params: { type: 'object', properties: { beginning: { enum: beginnings } } } },
    },
    async ({ params }) => ({ id: await addCustomer(database, params.beginning) }),
  );

  app.get<{ Params: { id: string } }>('/test/customers/:id', async ({ params: { id } }, reply) => {
    const [[subscription], invoices, sessions, customAnswers] = await Promise.all([
      provider.listSubscriptions(id),
      provider.listInvoices(id),
      sessionsOf(id),
      customAnswersOf(database, id),
    ]);
    if (!subscription) return reply.code(404).send({ message: 'No such customer' });
    return { subscription, invoices, sessions, customAnswers } satisfies CustomerState;
  });
}

/**
 * The back end of all the examples: the product's own API with the service beside it, on a sandbox
 * that is forgotten at the end.
 * @param port 0 takes any that is free.
 * @param origins of the apps, which may call it from a browser.
 */
export async function startBackEnd(port: number, origins: readonly string[]): Promise<BackEnd> {
  const database = await openDatabase({ memory: true });
  const provider = new SandboxProvider(database);
  const secret = randomBytes(32).toString('base64url');
  const app = Fastify({ logger: { level: 'warn' }, forceCloseConnections: true });
  const host = { database, provider, secret, sessionsOf: watchSessions(app) };
  await app.register(fairwell, {
    appId,
    secrets: [secret],
    database,
    providers: { [mode]: provider },
    flow: flows,
    origins,
    rateLimit: false,
  });
  await app.register(async (product) => {
    // Pages of other origins only read here, which a browser does without asking first.
    product.addHook('onRequest', async ({ headers: { origin = '' } }, reply) => {
      if (origins.includes(origin)) reply.header('access-control-allow-origin', origin);
    });
    registerProduct(product, host);
  });
  await app.register(async (test) => registerTest(test, host));
  const { port: bound } = new URL(await app.listen({ port, host: 'localhost' }));
  return { url: `http://localhost:${bound}`, close: () => app.close() };
}
