import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  CardSetup,
  CheckedWall,
  CheckWallRequest,
  PayRequest,
  PayResponse,
  PortalRequest,
  PortalResponse,
  UndoCancelRequest,
  UndoCancelResponse,
  WallActionRequest,
  WallActionResponse,
  type Mode,
  type WallKind,
} from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { bearerOf, identify, type Credentials, type Identity } from '../auth/identify.js';
import type { BillingProvider } from '../billing/provider.js';
import { errorResponses } from '../errors/error-responses.js';
import { requireCapability } from './plan.js';
import type { WallService } from './wall-service.js';
import { readWallToken } from './wall-token.js';

export interface WallRoutes {
  credentials: Credentials;
  service: WallService;
  /** Pages that the portal may lead back to, beside those of the service's own origin. */
  origins: readonly string[];
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
}

const tags = ['Walls'];
const security = [{ wallToken: [] }];

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

export const wallRoutes: FastifyPluginAsyncTypebox<WallRoutes> = async (
  app,
  { credentials, service, origins, providerFor },
) => {
  const providerOf = ({ mode }: Identity): BillingProvider => {
    const provider = providerFor(mode, false);
    if (provider) return provider;
    throw new FairwellError(
      'invalid_request',
      `No billing provider is set up for the mode "${mode}"`,
      { field: 'mode' },
    );
  };
  const holderOf = ({ headers }: FastifyRequest, kind: WallKind): Identity =>
    readWallToken(bearerOf(headers.authorization), kind, credentials);

  app.post(
    '/v1/walls',
    {
      schema: {
        tags,
        summary: 'Does a wall stand before this customer',
        description: 'Answers with a token for all that can be done at the wall.',
        security: [{ sessionToken: [] }, {}],
        body: CheckWallRequest,
        response: { 200: CheckedWall, ...errorResponses },
      },
    },
    async ({ headers, body }) => {
      const identity = identify(headers.authorization, body, credentials);
      return service.check(identity, body, providerOf(identity));
    },
  );

  app.post(
    '/v1/walls/resume',
    {
      schema: {
        tags,
        summary: 'Resume what is paused, at once',
        description: 'Happens once for a key.',
        security,
        body: WallActionRequest,
        response: { 200: WallActionResponse, ...errorResponses },
      },
    },
    (request) => service.resume(holderOf(request, 'pause'), request.body.key),
  );

  app.post(
    '/v1/walls/cancel',
    {
      schema: {
        tags,
        summary: 'Cancel what is paused, at the end of the term',
        description: 'Happens once for a key.',
        security,
        body: WallActionRequest,
        response: { 200: WallActionResponse, ...errorResponses },
      },
    },
    (request) => service.cancel(holderOf(request, 'pause'), request.body.key),
  );

  app.post(
    '/v1/cancellations/undo',
    {
      schema: {
        tags: ['Sessions'],
        summary: 'Undo a cancellation',
        description:
          'What was to end at the end of the period goes on; what goes on already stays as it is. ' +
          'Happens once for a key. For what has ended: `already_canceled`.',
        security: [{ sessionToken: [] }, {}],
        body: UndoCancelRequest,
        response: { 200: UndoCancelResponse, ...errorResponses },
      },
    },
    async ({ headers, body: { key, ...claim } }) => {
      const identity = identify(headers.authorization, claim, credentials);
      // Told at once, and not only by the ledger: without a provider nothing is written down.
      providerOf(identity);
      return service.undoCancel(identity, key);
    },
  );

  app.post(
    '/v1/walls/card',
    {
      schema: {
        tags,
        summary: 'What a page needs to take a new card',
        security,
        body: Type.Object({}),
        response: { 200: CardSetup, ...errorResponses },
      },
    },
    async (request) => {
      const holder = holderOf(request, 'failedPayment');
      const provider = providerOf(holder);
      requireCapability(provider, 'cardSetup');
      return provider.setUpCard(holder.customerId);
    },
  );

  app.post(
    '/v1/walls/pay',
    {
      schema: {
        tags,
        summary: 'Pay the overdue invoice',
        description:
          'Happens once for a key. After `requiresAction` let the customer confirm it with their bank, and pay again.',
        security,
        body: PayRequest,
        response: { 200: PayResponse, ...errorResponses },
      },
    },
    (request) => {
      const { key, ...payment } = request.body;
      return service.pay(holderOf(request, 'failedPayment'), key, payment);
    },
  );

  app.post(
    '/v1/walls/portal',
    {
      schema: {
        tags,
        summary: "Open the provider's own page for a new card",
        security,
        body: PortalRequest,
        response: { 200: PortalResponse, ...errorResponses },
      },
    },
    async (request) => {
      const holder = holderOf(request, 'failedPayment');
      const provider = providerOf(holder);
      requireCapability(provider, 'portal');
      const { returnUrl } = request.body;
      const origin = originOf(returnUrl);
      const allowed = [...origins, `${request.protocol}://${request.host}`];
      if (origin === undefined || !allowed.includes(origin))
        throw new FairwellError(
          'invalid_request',
          'returnUrl must be a page of one of the origins that are set up',
          { field: 'returnUrl' },
        );
      return { url: await provider.openPortal(holder.customerId, returnUrl) };
    },
  );
};
