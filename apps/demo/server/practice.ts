import { randomUUID } from 'node:crypto';
import { ApprovalRequired, ProviderError } from '@fairwell/service';
import type { FastifyInstance } from 'fastify';
import type { Sandbox } from './accounts.ts';
import type {
  PracticePaymentAnswer,
  PracticePaymentRequest,
  PracticeRefusalRequest,
} from './api.ts';

const text = { type: 'string', maxLength: 255 };

function bodyOf(...names: string[]) {
  const properties = Object.fromEntries(names.map((name) => [name, text]));
  return { body: { type: 'object', required: names, properties } };
}

/** What a payment provider and a bank would do elsewhere, for want of both. */
export function registerPractice(app: FastifyInstance, { provider, reset }: Sandbox): void {
  app.post<{ Body: PracticePaymentRequest }>(
    '/api/practice/payment',
    { schema: bodyOf('customerId', 'invoiceId', 'card') },
    async ({ body: { customerId, invoiceId, card } }): Promise<PracticePaymentAnswer> => {
      const request = { customerId, invoiceId, paymentMethodId: card, key: randomUUID() };
      try {
        await provider.pay(request);
        return { isPaid: true };
      } catch (error) {
        if (error instanceof ProviderError || error instanceof ApprovalRequired)
          return { isPaid: false };
        throw error;
      }
    },
  );

  app.post<{ Body: PracticeRefusalRequest }>(
    '/api/practice/refusal',
    { schema: bodyOf('invoiceId') },
    async ({ body }, reply) => {
      await provider.refuseApproval(body.invoiceId);
      return reply.code(204).send();
    },
  );

  app.post('/api/reset', async (_request, reply) => {
    await reset();
    return reply.code(204).send();
  });
}
