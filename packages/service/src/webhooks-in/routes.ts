import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { Type } from 'typebox';
import type { BillingProvider } from '../billing/provider.js';
import { errorResponses } from '../errors/error-responses.js';
import { jobId } from '../queue/job-id.js';
import type { JobStore } from '../queue/job-store.js';

export interface IncomingRoutes {
  providers: Partial<Record<Mode, BillingProvider>>;
  jobs: Pick<JobStore, 'add'>;
}

/** An event with a subscription of many items in it, in bytes. */
const bodyLimit = 1024 * 1024;

const Params = Type.Object({
  provider: Type.String({ minLength: 1, maxLength: 40, description: 'For example `stripe`' }),
  mode: Mode,
});

export const incomingRoutes: FastifyPluginAsyncTypebox<IncomingRoutes> = async (
  app,
  { providers, jobs },
) => {
  // What was signed is the body as it arrived.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });

  app.post(
    '/v1/webhooks/:provider/:mode',
    {
      bodyLimit,
      // A provider has much to tell at once, from few addresses.
      config: { rateLimit: false },
      schema: {
        tags: ['Webhooks'],
        summary: 'Take in what the billing provider tells',
        description:
          'For the provider alone, which signs it (`Stripe-Signature`). It is written down and answered at once. ' +
          'Events may come in any order and more than once; those that do not matter are passed over.',
        security: [],
        params: Params,
        response: { 204: Type.Null({ description: 'Taken in' }), ...errorResponses },
      },
    },
    async ({ params: { provider: name, mode }, headers, body }, reply) => {
      const provider = providers[mode];
      const webhooks = provider?.name === name ? provider.webhooks : undefined;
      if (!webhooks)
        throw new FairwellError('not_found', 'No webhooks are taken in here', {
          field: 'params.provider',
        });
      const signature = headers[webhooks.header];
      if (typeof signature !== 'string' || !signature)
        throw new FairwellError('credential_missing', `The webhook has no ${webhooks.header}`);
      const received = webhooks.read(Buffer.isBuffer(body) ? body : Buffer.alloc(0), signature);
      if (received) {
        const { id, customerId: customer_id, event: data } = received;
        // An event that was told before has a job already.
        const job = { id: jobId('pev', mode, name, id), kind: 'providerEvent' } as const;
        await jobs.add([{ ...job, mode, session_id: null, customer_id, data }]);
      }
      return reply.code(204).send(null);
    },
  );
};
