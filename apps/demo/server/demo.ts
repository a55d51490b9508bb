import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fairwell, openDatabase, type Database } from '@fairwell/service';
import Fastify from 'fastify';
import { sandboxAccounts, stripeAccounts, type Accounts, type StripeAccess } from './accounts.ts';
import { watchSessions } from './latest-sessions.ts';
import { servePage } from './page.ts';
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

async function readFlow(): Promise<unknown> {
  return JSON.parse(await readFile(new URL('../flows/default.json', import.meta.url), 'utf8'));
}

async function serve(database: Database, { port, fresh, stripe }: DemoOptions): Promise<Demo> {
  const accounts = stripe ? await stripeAccounts(stripe) : await sandboxAccounts(database);
  const { provider, mode, reset } = accounts;
  if (fresh) await reset?.();
  // Nobody but this process signs tokens, and they do not outlive it.
  const secret = randomBytes(32).toString('base64url');
  const app = Fastify({ logger: { level: 'warn' }, forceCloseConnections: true });
  const latestSession = watchSessions(app);
  await app.register(fairwell, {
    appId,
    secrets: [secret],
    database,
    providers: { [mode]: provider },
    flow: await readFlow(),
  });
  await app.register(async (api) => registerApi(api, { accounts, appId, secret, latestSession }));
  await servePage(app);
  const { port: bound } = new URL(await app.listen({ port, host: 'localhost' }));
  return { url: `http://localhost:${bound}`, accounts, close: () => app.close() };
}

/**
 * The whole demo in one process: the product's page and back end, and the service.
 * @throws if the port is taken, or the folder is in use by another process.
 */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const database = await openDatabase({ directory: options.directory });
  try {
    return await serve(database, options);
  } catch (error) {
    await database.close();
    throw error;
  }
}
