import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const built = fileURLToPath(new URL('../dist', import.meta.url));

/** Nothing inline, nothing evaluated, nothing from elsewhere: the elements need no exception. */
const strict = [
  "default-src 'self'",
  "style-src 'self'",
  "script-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Stripe's form for a card is Stripe's own script and frame, which styles what it puts into the page. */
const withStripe = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' https://js.stripe.com https://*.js.stripe.com",
  'frame-src https://js.stripe.com https://*.js.stripe.com https://hooks.stripe.com',
  "connect-src 'self' https://api.stripe.com",
].join('; ');

export async function servePage(
  app: FastifyInstance,
  { allowStripe }: { allowStripe: boolean },
): Promise<void> {
  await app.register(fastifyStatic, {
    root: built,
    setHeaders(reply) {
      reply.header('content-security-policy', allowStripe ? withStripe : strict);
      reply.header('x-content-type-options', 'nosniff');
      reply.header('referrer-policy', 'same-origin');
    },
  });
}
