import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  CustomerUpdate,
  NewEvent,
  NewEvents,
  PageEvent,
  SetUsers,
  SetUsersOfMany,
} from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { Type } from 'typebox';
import { identify, type Credentials } from '../auth/identify.js';
import { keyOf, type KeyGuard } from '../auth/require-key.js';
import { errorResponses } from '../errors/error-responses.js';
import type { CustomerKey, CustomerStore, EventRow } from './customer-store.js';
import { readDate } from './filters.js';

export interface EventRoutes {
  store: CustomerStore;
  requireDataKey: KeyGuard;
  credentials: Credentials;
  now: () => Date;
}

const shared = { tags: ['Data'], security: [{ dataKey: [] }] };
const kept = { 201: Type.Object({ ids: Type.Array(Type.String()) }), ...errorResponses };
const done = { 204: Type.Null({ description: 'Kept' }), ...errorResponses };

/** @param at Of the customer, in the request. */
function requireKey({ customerId, uid }: CustomerKey, at = ''): void {
  if (customerId !== undefined || uid !== undefined) return;
  throw new FairwellError('invalid_request', `${at}customerId or ${at}uid is required`, {
    field: `${at}customerId`,
  });
}

export const eventRoutes: FastifyPluginAsyncTypebox<EventRoutes> = async (
  app,
  { store, requireDataKey, credentials, now },
) => {
  const onRequest = requireDataKey;

  const readEvent = (event: NewEvent | NewEvents[number], at = ''): EventRow => {
    requireKey(event, at);
    const { eventDate } = event;
    return {
      ...event,
      occurredAt: eventDate === undefined ? now() : readDate(eventDate, `${at}eventDate`),
    };
  };

  app.post(
    '/v1/api/events/new',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Keep an event of a customer',
        description: 'Also what it says of the customer, and of the user within it.',
        body: NewEvent,
        response: kept,
      },
    },
    async (request, reply) => {
      const { customerId, uid, customerData, user } = request.body;
      const update = (customerData ?? user?.data) && { customerId, uid, customerData, user };
      const row = readEvent(request.body);
      const ids = await store.addEvents(keyOf(request).mode, [row], update);
      return reply.code(201).send({ ids });
    },
  );

  app.post(
    '/v1/events',
    {
      schema: {
        tags: shared.tags,
        summary: "Keep an event from a customer's page",
        description:
          'Its customer is who the credential says. What it tells is what the page says.',
        security: [{ sessionToken: [] }, {}],
        body: PageEvent,
        response: kept,
      },
    },
    async ({ headers, body }, reply) => {
      const { customerId, mode } = identify(headers.authorization, body, credentials);
      const { event, eventData } = body;
      const ids = await store.addEvents(mode, [
        { customerId, event, eventData, occurredAt: now() },
      ]);
      return reply.code(201).send({ ids });
    },
  );

  app.post(
    '/v1/api/events/bulk',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Keep up to a hundred events',
        description: 'All of them or, where one is not well-formed, none.',
        body: NewEvents,
        response: kept,
      },
    },
    async (request, reply) => {
      const rows = request.body.map((event, index) => readEvent(event, `[${String(index)}].`));
      const ids = await store.addEvents(keyOf(request).mode, rows);
      return reply.code(201).send({ ids });
    },
  );

  app.post(
    '/v1/api/events/customer-update',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Add to what is known of a customer',
        body: CustomerUpdate,
        response: done,
      },
    },
    async (request, reply) => {
      requireKey(request.body);
      await store.update(keyOf(request).mode, request.body);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/api/events/customer-update/set-users',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Say who the users of a customer are, and who of them hears of failed payments',
        body: SetUsers,
        response: done,
      },
    },
    async (request, reply) => {
      await store.setUsers(keyOf(request).mode, [request.body]);
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/v1/api/events/customer-update/set-users/bulk',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'The same for up to a hundred customers',
        body: SetUsersOfMany,
        response: done,
      },
    },
    async (request, reply) => {
      await store.setUsers(keyOf(request).mode, request.body);
      return reply.code(204).send(null);
    },
  );
};
