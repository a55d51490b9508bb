import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Database } from '../storage/database.js';

const Health = Type.Object({ status: Type.Literal('ok') });
const Unready = Type.Object({ status: Type.Literal('unavailable') });
const config = { rateLimit: false };

export const healthRoutes: FastifyPluginAsyncTypebox<{ database: Database }> = async (
  app,
  { database },
) => {
  app.get(
    '/healthz',
    {
      config,
      schema: {
        tags: ['Operations'],
        summary: 'Is the process alive',
        security: [],
        response: { 200: Health },
      },
    },
    () => ({ status: 'ok' as const }),
  );

  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });

  app.get(
    '/readyz',
    {
      config,
      schema: {
        tags: ['Operations'],
        summary: 'Can it serve',
        description:
          'The database answers and is brought up to date, and nobody has asked to stop.',
        security: [],
        response: { 200: Health, 503: Unready },
      },
    },
    async ({ log }, reply) => {
      if (isClosing) return reply.code(503).send({ status: 'unavailable' as const });
      try {
        await database.ping();
        return { status: 'ok' as const };
      } catch (err) {
        log.error({ err }, 'database does not answer');
        return reply.code(503).send({ status: 'unavailable' as const });
      }
    },
  );
};
