import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { authHash, signSessionToken } from '@fairwell/node';
import { fairwell, openDatabase, SandboxProvider, seedSandbox } from '@fairwell/service';
import type { Database, FairwellOptions } from '@fairwell/service';
import fastify from 'fastify';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));

export interface Answer {
  status?: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

export interface Running {
  /** An origin of its own: the port is part of it. */
  readonly url: string;
  close(): Promise<void>;
}

/** Answers requests by their address. */
export async function serve(answer: (url: string) => Promise<Answer>): Promise<Running> {
  const server: Server = createServer((request, response) => {
    const { url = '/' } = request;
    answer(url).then(
      ({ status = 200, headers, body }) => response.writeHead(status, headers).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The built script, as from a CDN: from another origin, with what that takes. */
export async function serveScripts(): Promise<Running> {
  return serve(async (url) => {
    const { pathname } = new URL(url, 'http://localhost');
    return {
      headers: { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' },
      body: await readFile(`${dist}script${pathname}`),
    };
  });
}

/** The build's own account of its files. */
export async function readIntegrity(): Promise<{
  files: Record<string, string>;
  inlineSnippet: string;
}> {
  return JSON.parse(await readFile(`${dist}integrity.json`, 'utf8')) as {
    files: Record<string, string>;
    inlineSnippet: string;
  };
}

export function readScript(name: string): Promise<string> {
  return readFile(`${dist}script/${name}`, 'utf8');
}

const appId = 'acme';
const secret = 'a secret of these tests, long enough';
const apiKey = 'the API key of these tests';
const brandKey = 'the private key of the brand';

const price = {
  id: 'price_standard',
  name: 'Standard',
  amount: { value: 2900, currency: 'usd' },
  interval: 'month',
  intervalCount: 1,
} as const;

function period(now: Date) {
  const end = new Date(now.getTime() + 20 * 86_400_000);
  const start = new Date(now.getTime() - 10 * 86_400_000);
  return { start: start.toISOString(), end: end.toISOString() };
}

function seed(database: Database): Promise<void> {
  const currentPeriod = period(new Date());
  const subscription = { start: currentPeriod.start, items: [{ price }] };
  return seedSandbox(database, {
    customers: [
      { id: 'cus_monthly', name: 'Robin Vale', email: 'robin@example.com' },
      { id: 'cus_paused', email: 'paused@example.com' },
      { id: 'cus_overdue', email: 'overdue@example.com' },
    ],
    prices: [price],
    coupons: [],
    subscriptions: [
      {
        ...subscription,
        id: 'sub_monthly',
        customerId: 'cus_monthly',
        status: { name: 'active', currentPeriod },
      },
      {
        ...subscription,
        id: 'sub_paused',
        customerId: 'cus_paused',
        status: { name: 'paused', pause: currentPeriod, currentPeriod },
      },
      {
        ...subscription,
        id: 'sub_overdue',
        customerId: 'cus_overdue',
        status: { name: 'unpaid', currentPeriod },
      },
    ],
    invoices: [
      {
        id: 'in_overdue',
        customerId: 'cus_overdue',
        subscriptionId: 'sub_overdue',
        amountDue: price.amount,
        createdAt: currentPeriod.start,
        dueAt: currentPeriod.start,
        state: 'open',
        attempted: true,
      },
    ],
  });
}

/** A flow of a question and the confirmation. */
const flow: FairwellOptions['flow'] = {
  id: 'everyone',
  steps: [
    {
      id: 'why',
      type: 'survey',
      header: 'Why are you leaving?',
      choices: [{ id: 'unused', label: 'I do not use it' }],
    },
    { id: 'sure', type: 'confirm', header: 'Cancel your plan?' },
  ],
};

/** The real service, in memory, on the sandbox. */
export async function serveService(origins: string[]) {
  const database = await openDatabase({ memory: true });
  await seed(database);
  const provider = new SandboxProvider(database);
  const app = fastify({ forceCloseConnections: true });
  await app.register(fairwell, {
    appId,
    secrets: [secret],
    apiKey,
    brandKey,
    database,
    providers: { sandbox: provider },
    flow,
    origins,
    rateLimit: false,
    development: true,
  });
  const url = await app.listen({ port: 0, host: 'localhost' });
  return {
    url,
    provider,
    database,
    reset: async () => {
      for (const table of ['actions', 'sessions', 'sandbox_customers', 'customer_events'] as const)
        await database.query.deleteFrom(table).execute();
      await seed(database);
    },
    /** What a page is given by its back end for a customer. */
    credentialOf: (customerId: string) => ({
      appId,
      customerId,
      authHash: authHash(customerId, apiKey),
      mode: 'sandbox',
    }),
    tokenFor: (customerId: string) =>
      signSessionToken({ appId, customerId, mode: 'sandbox' }, secret),
    /** As a back end gets one: with the brand's private key. */
    async retentionSession(customerId: string): Promise<string> {
      const response = await fetch(`${url}/v1/retention/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-brand-key': brandKey },
        body: JSON.stringify({ retention: { customer_id: customerId } }),
      });
      const { session } = (await response.json()) as { session: { id: string } };
      return session.id;
    },
    async mailedCode(): Promise<string> {
      const response = await fetch(`${url}/dev/mailbox`);
      const { mails } = (await response.json()) as { mails: { text: string }[] };
      return /\d{6}/.exec(mails[0]?.text ?? '')?.[0] ?? '';
    },
    close: () => app.close(),
  };
}
export type Service = Awaited<ReturnType<typeof serveService>>;
