import { fairwell, SandboxProvider, type Database } from '@fairwell/service';
import fastify, { type FastifyInstance } from 'fastify';
import { appId, flow, secret } from './seeds.ts';

/** @param database Closed with the app. */
export async function createService(database: Database): Promise<FastifyInstance> {
  const app = fastify();
  await app.register(fairwell, {
    appId,
    secrets: [secret],
    database,
    providers: { sandbox: new SandboxProvider(database) },
    flow,
    // All the load comes from one address.
    rateLimit: false,
  });
  return app;
}
