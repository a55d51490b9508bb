import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  AddWebhookRequest,
  Delivery,
  DeliveryListQuery,
  Replayed,
  WebhookEndpoint,
  WebhookWithSecret,
} from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { Type } from 'typebox';
import { keyOf, type KeyGuard } from '../auth/require-key.js';
import { errorResponses } from '../errors/error-responses.js';
import { jobId } from '../queue/job-id.js';
import type { JobStore, JobWithAttempts } from '../queue/job-store.js';
import { jobKinds } from '../queue/jobs.js';
import type { WebhookEndpointRow } from '../storage/schema.js';
import { newMessageId } from './announce.js';
import type { EndpointStore } from './endpoint-store.js';
import { findAddressFault } from './public-address.js';

export interface WebhookRoutes {
  endpoints: EndpointStore;
  jobs: JobStore;
  allowPrivate: boolean;
  requireAdminKey: KeyGuard;
  now: () => Date;
}

const EndpointParams = Type.Object({ id: Type.String({ pattern: '^whe_[A-Za-z0-9_-]{22}$' }) });
const DeliveryParams = Type.Object({
  id: Type.String({ pattern: '^(dlv|msg|pev)_[A-Za-z0-9_-]{22}$' }),
});
const Started = Type.Object({ deliveryId: Type.String() });
const shared = { tags: ['Webhooks'], security: [{ adminKey: [] }] };

function unknown(what: string): FairwellError {
  return new FairwellError('not_found', `There is no such ${what} in this mode`, { field: 'id' });
}

function toEndpoint({ id, url, created_at }: WebhookEndpointRow): WebhookEndpoint {
  return { id, url, createdAt: created_at.toISOString() };
}

function withSecret(row: WebhookEndpointRow): WebhookWithSecret {
  return { ...toEndpoint(row), secret: row.secret };
}

function toDelivery({ job, attempts }: JobWithAttempts): Delivery {
  const { id, kind, state, session_id, customer_id, due_at, settled_at } = job;
  return {
    id,
    kind,
    state,
    ...(job.kind === 'webhook' && { endpointId: job.data.endpointId }),
    ...(session_id !== null && { sessionId: session_id }),
    ...(customer_id !== null && { customerId: customer_id }),
    createdAt: job.created_at.toISOString(),
    ...(state === 'pending' && { nextAttemptAt: due_at.toISOString() }),
    ...(settled_at && { settledAt: settled_at.toISOString() }),
    attempts: attempts.map(({ at, status, error }) => ({
      at: at.toISOString(),
      ...(status !== null && { status }),
      ...(error !== null && { error }),
    })),
  };
}

export const webhookRoutes: FastifyPluginAsyncTypebox<WebhookRoutes> = async (
  app,
  { endpoints, jobs, allowPrivate, requireAdminKey, now },
) => {
  app.get(
    '/v1/admin/webhooks',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'List the endpoints that webhooks are sent to',
        response: { 200: Type.Array(WebhookEndpoint), ...errorResponses },
      },
    },
    async (request) => {
      const stored = await endpoints.stored(keyOf(request).mode);
      return [
        ...endpoints.configured.map(({ id, url }) => ({ id, url })),
        ...stored.map(toEndpoint),
      ];
    },
  );

  app.post(
    '/v1/admin/webhooks',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Add an endpoint',
        description: 'Sessions that come to a result from now on are told to it.',
        body: AddWebhookRequest,
        response: { 201: WebhookWithSecret, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { url } = request.body;
      const fault = findAddressFault(url, allowPrivate);
      if (fault !== null)
        throw new FairwellError('invalid_request', `url must be ${fault}`, { field: 'url' });
      return reply.code(201).send(withSecret(await endpoints.add(keyOf(request).mode, url)));
    },
  );

  app.post(
    '/v1/admin/webhooks/:id/rotate',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Give an endpoint a new secret',
        description: 'For a day everything is signed with the one before too.',
        params: EndpointParams,
        response: { 200: WebhookWithSecret, ...errorResponses },
      },
    },
    async (request) => {
      const rotated = await endpoints.rotate(keyOf(request).mode, request.params.id);
      if (!rotated) throw unknown('endpoint');
      return withSecret(rotated);
    },
  );

  app.delete(
    '/v1/admin/webhooks/:id',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Remove an endpoint',
        params: EndpointParams,
        response: { 204: Type.Null({ description: 'Removed' }), ...errorResponses },
      },
    },
    async (request, reply) => {
      if (!(await endpoints.remove(keyOf(request).mode, request.params.id)))
        throw unknown('endpoint');
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/admin/webhooks/:id/test',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Send a test webhook',
        description: 'Of the event `test`. What became of it is among the deliveries.',
        params: EndpointParams,
        response: { 202: Started, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { mode } = keyOf(request);
      const endpoint = await endpoints.find(mode, request.params.id);
      if (!endpoint) throw unknown('endpoint');
      const messageId = newMessageId();
      const deliveryId = jobId('dlv', messageId, endpoint.id);
      const body = JSON.stringify({ event: 'test', data: { sentAt: now().toISOString() } });
      const data = { messageId, endpointId: endpoint.id, body };
      await jobs.add([
        { id: deliveryId, kind: 'webhook', mode, session_id: null, customer_id: null, data },
      ]);
      return reply.code(202).send({ deliveryId });
    },
  );

  app.get(
    '/v1/admin/deliveries',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'List deliveries and their attempts, the latest first',
        description: 'Those that are settled are kept for 30 days.',
        querystring: DeliveryListQuery,
        response: { 200: Type.Array(Delivery), ...errorResponses },
      },
    },
    async (request) => {
      const { state, limit = '100' } = request.query;
      const filter = { mode: keyOf(request).mode, state, kinds: jobKinds };
      return (await jobs.list(filter, Number(limit))).map(toDelivery);
    },
  );

  app.post(
    '/v1/admin/deliveries/replay',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Replay every dead delivery',
        response: { 200: Replayed, ...errorResponses },
      },
    },
    async (request) => ({ replayed: await jobs.replay(keyOf(request).mode, jobKinds) }),
  );

  app.post(
    '/v1/admin/deliveries/:id/replay',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Replay a dead delivery',
        params: DeliveryParams,
        response: { 200: Replayed, ...errorResponses },
      },
    },
    async (request) => {
      const replayed = await jobs.replay(keyOf(request).mode, jobKinds, request.params.id);
      if (replayed === 0) throw unknown('dead delivery');
      return { replayed };
    },
  );
};
