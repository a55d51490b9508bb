import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  AggregationQuery,
  DataSession,
  Metrics,
  SessionAggregation,
  SessionFilters,
  SessionList,
  SessionListQuery,
} from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { Type } from 'typebox';
import { keyOf, type KeyGuard } from '../auth/require-key.js';
import { errorResponses } from '../errors/error-responses.js';
import type { SessionStore } from '../sessions/session-store.js';
import type { Database } from '../storage/database.js';
import { aggregateSessions } from './aggregate-sessions.js';
import { findSession, listSessions } from './list-sessions.js';
import { readMetrics } from './read-metrics.js';

export interface SessionDataRoutes {
  database: Database;
  store: SessionStore;
  appId: string;
  requireDataKey: KeyGuard;
  now: () => Date;
}

const shared = { tags: ['Data'], security: [{ dataKey: [] }] };

export const sessionDataRoutes: FastifyPluginAsyncTypebox<SessionDataRoutes> = async (
  app,
  { database, store, appId, requireDataKey, now },
) => {
  const onRequest = requireDataKey;

  /** What was left open is an abort by now, whenever it was looked after last. */
  const upToDate = (): Promise<void> => store.closeOverdue(now());

  app.get(
    '/v1/data/sessions',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'List sessions, the latest first',
        description:
          'Those that have come to their result, of the mode of the key. Previews and sessions started with `report: false` are not among them.',
        querystring: SessionListQuery,
        response: {
          200: {
            ...SessionList,
            headers: {
              'X-Next-Cursor': Type.String({ description: 'The next page; absent on the last' }),
            },
          },
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      await upToDate();
      const { mode } = keyOf(request);
      const { sessions, next } = await listSessions(database, appId, mode, request.query);
      if (next !== undefined) void reply.header('x-next-cursor', next);
      return sessions;
    },
  );

  app.get(
    '/v1/data/sessions/:id',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Read one session',
        params: Type.Object({ id: Type.String({ pattern: '^ses_[A-Za-z0-9_-]{1,64}$' }) }),
        response: { 200: DataSession, ...errorResponses },
      },
    },
    async (request) => {
      await upToDate();
      const session = await findSession(database, appId, keyOf(request).mode, request.params.id);
      if (session) return session;
      throw new FairwellError('session_unknown', 'No session with a result has this id');
    },
  );

  app.get(
    '/v1/data/session-aggregation',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Count sessions by what they have in common',
        querystring: AggregationQuery,
        response: { 200: SessionAggregation, ...errorResponses },
      },
    },
    async (request) => {
      await upToDate();
      return aggregateSessions(database, keyOf(request).mode, request.query);
    },
  );

  app.get(
    '/v1/data/metrics',
    {
      onRequest,
      schema: {
        ...shared,
        summary: 'Save rate, acceptance of offers, reactivation rate, boosted revenue',
        querystring: SessionFilters,
        response: { 200: Metrics, ...errorResponses },
      },
    },
    async (request) => {
      await upToDate();
      return readMetrics(database, keyOf(request).mode, request.query);
    },
  );
};
