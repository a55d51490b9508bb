import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const built = fileURLToPath(new URL('../dist', import.meta.url));

/** Nothing inline, nothing evaluated, nothing from elsewhere: the elements need no exception. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

export async function servePage(app: FastifyInstance): Promise<void> {
  await app.register(fastifyStatic, {
    root: built,
    setHeaders(reply) {
      reply.header('content-security-policy', contentSecurityPolicy);
      reply.header('x-content-type-options', 'nosniff');
      reply.header('referrer-policy', 'same-origin');
    },
  });
}
