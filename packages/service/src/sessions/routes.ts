import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  ActionRequest,
  ActionResponse,
  BeaconRequest,
  RecordEventsRequest,
  SessionRecord,
  StartedSession,
  StartSessionRequest,
  type Mode,
  type ReturnUrls,
} from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { Type } from 'typebox';
import { bearerOf, identify, narrowed, type Credentials, type Identity } from '../auth/identify.js';
import type { BillingProvider } from '../billing/provider.js';
import { errorResponses } from '../errors/error-responses.js';
import { placeOf } from '../ledger/decisions.js';
import type { Ledger } from '../ledger/ledger.js';
import { verifiedPrefix, type VerificationService } from '../verification/verification-service.js';
import { returnUrlsOf } from './return-urls.js';
import type { SessionService } from './session-service.js';
import type { SessionStore } from './session-store.js';

export interface SessionRoutes {
  credentials: Credentials;
  service: SessionService;
  store: SessionStore;
  ledger: Ledger;
  /** Undefined where nobody is verified by mail. */
  verifications: VerificationService | undefined;
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
  /** Where pages lead to in the end unless a session says otherwise. */
  returnUrls: ReturnUrls;
  origins: readonly string[];
  now: () => Date;
}

const SessionParams = Type.Object({ id: Type.String({ pattern: '^ses_[A-Za-z0-9_-]{22}$' }) });
const accessToken = [{ accessToken: [] }];
const tags = ['Sessions'];

export const sessionRoutes: FastifyPluginAsyncTypebox<SessionRoutes> = async (
  app,
  {
    credentials,
    service,
    store,
    ledger,
    verifications,
    providerFor,
    returnUrls: standing,
    origins,
    now,
  },
) => {
  app.post(
    '/v1/sessions',
    {
      schema: {
        tags,
        summary: 'Start a session',
        description:
          'Answers with the flow as this customer may see it, and with a token for all that follows.',
        security: [{ sessionToken: [] }, {}],
        body: StartSessionRequest,
        response: { 201: StartedSession, ...errorResponses },
      },
    },
    async ({ headers, body, log }, reply) => {
      const returnUrls = returnUrlsOf(body.returnUrls, standing, origins);
      const start = (identity: Identity): Promise<StartedSession> => {
        const { attributes } = identity;
        const provider = providerFor(identity.mode, body.preview ?? false);
        if (!provider)
          throw new FairwellError(
            'invalid_request',
            `No billing provider is set up for the mode "${identity.mode}"`,
            { field: 'mode' },
          );
        // What the host's back end says goes before what a page says.
        const customerAttributes = attributes && { ...body.customerAttributes, ...attributes };
        const request = { ...body, ...(customerAttributes && { customerAttributes }) };
        return service.start(identity, request, provider, (err) => {
          log.error({ err }, 'offer left out: the provider could not read it');
        });
      };
      const token = bearerOf(headers.authorization);
      const started =
        verifications && token?.startsWith(verifiedPrefix)
          ? await verifications.redeem(token, async (identity) =>
              start(narrowed(identity, body, credentials)),
            )
          : await start(identify(headers.authorization, body, credentials));
      return reply.code(201).send({ ...started, ...(returnUrls && { returnUrls }) });
    },
  );

  app.post(
    '/v1/sessions/:id/events',
    {
      schema: {
        tags,
        summary: 'Record what the customer saw and said',
        description: 'A sequence number that was seen before is passed over.',
        security: accessToken,
        params: SessionParams,
        body: RecordEventsRequest,
        response: { 204: Type.Null({ description: 'Recorded' }), ...errorResponses },
      },
    },
    async ({ headers, params, body }, reply) => {
      const session = await service.open(params.id, bearerOf(headers.authorization));
      await store.record(session, body.events, now());
      return reply.code(204).send(null);
    },
  );

  await app.register((scope: typeof app) => {
    // A page that goes away can send no JSON to another origin without asking first.
    scope.addContentTypeParser(
      'text/plain',
      { parseAs: 'string' },
      scope.getDefaultJsonParser('error', 'error'),
    );
    scope.post(
      '/v1/sessions/:id/beacon',
      {
        schema: {
          tags,
          summary: 'Record what was seen and said last, as the page goes away',
          description: 'As `/events`, for `navigator.sendBeacon`. The token is in the body.',
          security: [{}],
          consumes: ['text/plain'],
          params: SessionParams,
          body: BeaconRequest,
          response: { 204: Type.Null({ description: 'Recorded' }), ...errorResponses },
        },
      },
      async ({ params, body: { token, events } }, reply) => {
        const session = await service.open(params.id, token);
        await store.record(session, events, now());
        return reply.code(204).send(null);
      },
    );
  });

  app.post(
    '/v1/sessions/:id/actions',
    {
      schema: {
        tags,
        summary: 'Carry out what the customer decided',
        description:
          'Happens once for a key: the same key and action get the same answer, however often they are sent. ' +
          'After `outcome_unknown` and the other errors of the 5xx kind, send the same again.',
        security: accessToken,
        params: SessionParams,
        body: ActionRequest,
        response: { 200: ActionResponse, ...errorResponses },
      },
    },
    async ({ headers, params, body }) => {
      const session = await service.open(params.id, bearerOf(headers.authorization));
      return ledger.accept(placeOf(session), body, async () => {
        const provider = providerFor(session.mode, session.preview);
        if (!provider)
          throw new FairwellError('provider_unavailable', `The mode "${session.mode}" is closed`);
        await service.check(session, body.action, provider);
      });
    },
  );

  app.get(
    '/v1/sessions/:id',
    {
      schema: {
        tags,
        summary: 'Read the record of a session',
        security: accessToken,
        params: SessionParams,
        response: { 200: SessionRecord, ...errorResponses },
      },
    },
    async ({ headers, params }) => {
      const session = await service.open(params.id, bearerOf(headers.authorization));
      return service.record(session);
    },
  );
};
