import { randomBytes } from 'node:crypto';
import type { Flow } from '@fairwell/contract';
import { watchSessions } from '@fairwell-tools/sprigletter';
import { fairwell, openDatabase, type Database, type FlowSource } from '@fairwell/service';
import Fastify from 'fastify';
import { sandboxAccounts, stripeAccounts, type Accounts, type StripeAccess } from './accounts.ts';
import { readFlows } from './flows.ts';
import { mailboxOf } from './mailbox.ts';
import { servePage } from './page.ts';
import { registerPractice } from './practice.ts';
import { registerApi } from './routes.ts';

export interface DemoOptions {
  /** 0 takes any that is free. */
  port: number;
  /** Folder for the data; made where it is missing. */
  directory: string;
  /** Begin as on the first day. */
  fresh?: boolean;
  /** Who bills; where absent, nobody. */
  stripe?: StripeAccess | undefined;
}

export interface Demo {
  readonly url: string;
  readonly accounts: Accounts;
  close(): Promise<void>;
}

const appId = 'sprigletter';

/** A product has one flow, or a few by segment; the demo has one for each thing that it shows. */
function flowSource(flows: ReadonlyMap<string, Flow>, accounts: Accounts): FlowSource {
  return {
    async flowFor({ customer }) {
      const name = accounts.flowOf(customer.id);
      const flow = flows.get(name);
      if (!flow) throw new Error(`There is no flow ${name}.`);
      return flow;
    },
  };
}

async function serve(
  database: Database,
  accounts: Accounts,
  { port, fresh }: DemoOptions,
): Promise<Demo> {
  const { provider, mode, sandbox } = accounts;
  if (fresh) await sandbox?.reset();
  const flows = await readFlows();
  // Nobody but this process signs tokens, and they do not outlive it.
  const secret = randomBytes(32).toString('base64url');
  const app = Fastify({ logger: { level: 'warn' }, forceCloseConnections: true });
  const sessionsOf = watchSessions(app);
  await app.register(fairwell, {
    appId,
    secrets: [secret],
    database,
    providers: { [mode]: provider },
    flow: flowSource(flows, accounts),
    // Nobody but this machine asks, and its pages ask a lot.
    rateLimit: false,
    // Mail is kept to be looked at, and goes nowhere.
    development: true,
  });
  await app.register(async (api) =>
    registerApi(api, { accounts, appId, secret, sessionsOf, mailsTo: mailboxOf(app) }),
  );
  if (sandbox) await app.register(async (api) => registerPractice(api, sandbox));
  await servePage(app, { allowStripe: sandbox === undefined });
  const { port: bound } = new URL(await app.listen({ port, host: 'localhost' }));
  return { url: `http://localhost:${bound}`, accounts, close: () => app.close() };
}

/**
 * The whole demo in one process: the product's page and back end, and the service.
 * @throws if the port is taken, the folder is in use by another process, or Stripe refuses.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const { directory, stripe } = options;
  const atStripe = stripe && (await stripeAccounts(stripe));
  const database = await openDatabase({ directory });
  try {
    return await serve(database, atStripe ?? (await sandboxAccounts(database)), options);
  } catch (error) {
    await database.close();
    throw error;
  }
}
