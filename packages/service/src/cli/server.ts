import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import fastify, { type FastifyInstance } from 'fastify';
import type { BillingProvider } from '../billing/provider.js';
import { SandboxProvider } from '../billing/sandbox/sandbox-provider.js';
import { StripeProvider } from '../billing/stripe/stripe-provider.js';
import { errorResponse, handleError } from '../errors/error-handler.js';
import { serializers } from '../logging/serializers.js';
import { fairwell } from '../plugin.js';
import { openDatabase, type Database } from '../storage/database.js';
import type { Environment } from './environment.js';
import { translatorsOf } from './translation.js';
import { EnvironmentError } from './variables.js';

async function readFlow(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new EnvironmentError([`FAIRWELL_FLOW cannot be read: ${why}`]);
  }
}

function providersFor(
  database: Database,
  keys: Environment['stripeKeys'],
): Partial<Record<Mode, BillingProvider>> {
  const modes = (['live', 'test', 'sandbox'] as const).flatMap((mode) => {
    const pair = keys[mode];
    return pair ? [[mode, new StripeProvider(pair)] as const] : [];
  });
  return modes.length > 0 ? Object.fromEntries(modes) : { sandbox: new SandboxProvider(database) };
}

/**
 * The service on a server of its own, ready to listen.
 * @param logger `stream`: where it logs to; the standard output when absent.
 */
export async function createServer(
  environment: Environment,
  logger: { stream?: { write(line: string): void } } = {},
): Promise<FastifyInstance> {
  const flow = await readFlow(environment.flowFile);
  const app = fastify({
    logger: { level: environment.logLevel, serializers, ...logger },
    trustProxy: environment.trustedProxies.length > 0 && environment.trustedProxies,
    genReqId: () => randomUUID(),
    frameworkErrors: handleError,
  });
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .send(errorResponse(new FairwellError('not_found', 'There is nothing here'), request.id)),
  );
  const database = await openDatabase(environment.database);
  const { appId, secrets, apiKey, brandKey, origins, settings } = environment;
  const { mail, verification, webhooks, alerts, development } = environment;
  try {
    await app.register(fairwell, {
      appId,
      secrets,
      database,
      providers: providersFor(database, environment.stripeKeys),
      flow,
      apiKey,
      brandKey,
      origins,
      settings,
      mail,
      verification,
      translators: translatorsOf(environment.translation),
      webhooks,
      alerts,
      development,
    });
  } catch (error) {
    await database.close();
    throw error;
  }
  return app;
}
