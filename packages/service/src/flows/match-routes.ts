import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { MatchedFlow, MatchFlowRequest, type Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { keyOf, type KeyGuard } from '../auth/require-key.js';
import type { BillingProvider } from '../billing/provider.js';
import { errorResponses } from '../errors/error-responses.js';
import { targetsOf } from '../sessions/targets.js';
import type { FlowChooser } from './flow-chooser.js';

export interface MatchRoutes {
  chooser: FlowChooser;
  requireAdminKey: KeyGuard;
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
}

export const matchRoutes: FastifyPluginAsyncTypebox<MatchRoutes> = async (
  app,
  { chooser, requireAdminKey, providerFor },
) => {
  app.post(
    '/v1/admin/flow-match',
    {
      onRequest: requireAdminKey,
      schema: {
        tags: ['Flows'],
        security: [{ adminKey: [] }],
        summary: 'Which flow a customer would get now, and why',
        body: MatchFlowRequest,
        response: { 200: MatchedFlow, ...errorResponses },
      },
    },
    async (request) => {
      const { mode } = keyOf(request);
      const { customerId, subscriptionId, customerAttributes = {} } = request.body;
      const provider = providerFor(mode, true);
      if (!provider)
        throw new FairwellError(
          'provider_unavailable',
          `No billing provider is set up for the mode "${mode}"`,
        );
      const [customer, all] = await Promise.all([
        provider.getCustomer(customerId),
        provider.listSubscriptions(customerId),
      ]);
      if (!customer)
        throw new FairwellError('customer_unknown', 'The billing provider has no such customer', {
          field: 'customerId',
        });
      return chooser.explain({
        mode,
        customer,
        subscriptions: targetsOf(all, subscriptionId),
        attributes: customerAttributes,
        locale: undefined,
      });
    },
  );
};
