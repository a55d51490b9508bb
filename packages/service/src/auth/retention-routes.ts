import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { signSessionToken } from '@fairwell/node';
import { Type } from 'typebox';
import type { BillingProvider } from '../billing/provider.js';
import { errorResponses } from '../errors/error-responses.js';
import { equalSecrets } from './hash.js';
import { retentionPrefix, type Credentials } from './identify.js';

export interface RetentionRoutes {
  credentials: Credentials;
  /** Undefined where the brand has no private key: then nobody is let in. */
  brandKey: string | undefined;
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
}

const id = Type.Optional(Type.String({ minLength: 1, maxLength: 255 }));

const RetentionSessionRequest = Type.Object({
  retention: Type.Object({
    customer_id: id,
    customer_email: Type.Optional(Type.String({ minLength: 3, maxLength: 320 })),
    subscription_id: id,
    mode: Type.Optional(Mode),
  }),
});

const RetentionSession = Type.Object({
  session: Type.Object({
    id: Type.String({ description: 'Begins with `ret_`; holds for 15 minutes' }),
  }),
});

async function findByEmail(email: string, provider: BillingProvider): Promise<string> {
  const [customer, another] = await provider.findCustomersByEmail(email);
  const field = 'retention.customer_email';
  if (!customer)
    throw new FairwellError('customer_unknown', 'No customer has this address', { field });
  if (another)
    throw new FairwellError(
      'invalid_request',
      'More than one customer has this address; send customer_id',
      { field },
    );
  return customer.id;
}

export const retentionRoutes: FastifyPluginAsyncTypebox<RetentionRoutes> = async (
  app,
  { credentials, brandKey, providerFor },
) => {
  app.post(
    '/v1/retention/session',
    {
      schema: {
        tags: ['Sessions'],
        summary: "Make a session id for a customer, from the host's back end",
        description: 'The id stands in for a session token at `POST /v1/sessions`.',
        security: [{ brandKey: [] }],
        body: RetentionSessionRequest,
        response: { 201: RetentionSession, ...errorResponses },
      },
    },
    async ({ headers, body: { retention } }, reply) => {
      const given = headers['x-brand-key'];
      if (typeof given !== 'string')
        throw new FairwellError('credential_missing', 'Send the private key as X-Brand-Key');
      if (brandKey === undefined || !equalSecrets(given, brandKey))
        throw new FairwellError('forbidden', 'The private key is not right');
      const { customer_id, customer_email, subscription_id, mode } = retention;
      const chosen = mode ?? credentials.defaultMode;
      const provider = providerFor(chosen, false);
      if (!provider)
        throw new FairwellError(
          'invalid_request',
          `No billing provider is set up for the mode "${chosen}"`,
          { field: 'retention.mode' },
        );
      if (customer_id === undefined && customer_email === undefined)
        throw new FairwellError('invalid_request', 'Send customer_id or customer_email', {
          field: 'retention.customer_id',
        });
      const token = signSessionToken(
        {
          appId: credentials.appId,
          customerId: customer_id ?? (await findByEmail(customer_email ?? '', provider)),
          subscriptionId: subscription_id,
          mode: chosen,
        },
        credentials.secrets[0] ?? '',
        { now: credentials.now },
      );
      return reply.code(201).send({ session: { id: `${retentionPrefix}${token}` } });
    },
  );
};
