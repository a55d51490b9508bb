import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  Verification,
  VerificationRequest,
  VerifiedCustomer,
  VerifyCodeRequest,
  type Mode,
} from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { Type } from 'typebox';
import type { Credentials } from '../auth/identify.js';
import { errorResponses } from '../errors/error-responses.js';
import type { VerificationService } from './verification-service.js';

export interface VerificationRoutes {
  credentials: Pick<Credentials, 'appId' | 'defaultMode'>;
  service: VerificationService;
  /** The modes that a provider is set up for. */
  modes: ReadonlySet<Mode>;
}

const VerificationParams = Type.Object({ id: Type.String({ pattern: '^vrf_[A-Za-z0-9_-]{22}$' }) });
const tags = ['Verification'];
const security: [] = [];

/** Of one address on the network; nobody mistypes their mail address more often. */
const mailLimit = { rateLimit: { max: 20, timeWindow: 60 * 60_000 } };
const guessLimit = { rateLimit: { max: 60, timeWindow: 15 * 60_000 } };

export const verificationRoutes: FastifyPluginAsyncTypebox<VerificationRoutes> = async (
  app,
  { credentials, service, modes },
) => {
  app.post(
    '/v1/verifications',
    {
      config: mailLimit,
      schema: {
        tags,
        summary: 'Mail a code to a customer who is not signed in',
        description: 'The answer is the same whether a customer has this address or not.',
        security,
        body: VerificationRequest,
        response: { 201: Verification, ...errorResponses },
      },
    },
    async ({ body: { appId, mode = credentials.defaultMode, email, locale } }, reply) => {
      if (appId !== undefined && appId !== credentials.appId)
        throw new FairwellError('forbidden', 'The service is for another app', { field: 'appId' });
      if (!modes.has(mode))
        throw new FairwellError(
          'invalid_request',
          `No billing provider is set up for the mode "${mode}"`,
          { field: 'mode' },
        );
      return reply.code(201).send(await service.request(email, mode, locale));
    },
  );

  app.post(
    '/v1/verifications/:id/resend',
    {
      config: mailLimit,
      schema: {
        tags,
        summary: 'Mail another code, which takes the place of the one before',
        security,
        params: VerificationParams,
        body: Type.Object({}),
        response: { 200: Verification, ...errorResponses },
      },
    },
    ({ params }) => service.resend(params.id),
  );

  app.post(
    '/v1/verifications/:id/code',
    {
      config: guessLimit,
      schema: {
        tags,
        summary: 'Check the code that the customer entered',
        description:
          'A right code is answered with a credential for `POST /v1/sessions`, good once.',
        security,
        params: VerificationParams,
        body: VerifyCodeRequest,
        response: { 200: VerifiedCustomer, ...errorResponses },
      },
    },
    async ({ params, body }) => ({ session: await service.verify(params.id, body.code) }),
  );
};
