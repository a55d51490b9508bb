import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { FlowLanguages, Id, TranslatedFlow, TranslateFlowRequest } from '@fairwell/contract';
import { Type } from 'typebox';
import { keyOf, type KeyGuard } from '../auth/require-key.js';
import { errorResponses } from '../errors/error-responses.js';
import type { FlowTranslator } from './flow-translator.js';

export interface TranslationRoutes {
  translator: FlowTranslator;
  requireAdminKey: KeyGuard;
}

const params = Type.Object({ id: Id });
const shared = { tags: ['Flows'], security: [{ adminKey: [] }], params };

export const translationRoutes: FastifyPluginAsyncTypebox<TranslationRoutes> = async (
  app,
  { translator, requireAdminKey },
) => {
  app.get(
    '/v1/admin/flows/:id/languages',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'How far a draft is translated',
        response: { 200: FlowLanguages, ...errorResponses },
      },
    },
    (request) => translator.languages(keyOf(request).mode, request.params.id),
  );

  app.post(
    '/v1/admin/flows/:id/translate',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Have the texts of a draft translated',
        description:
          'Makes what is missing and what has changed since; what somebody wrote is left as it is. Answers once it is done, which takes as long as the translator does. Customers are shown it once the draft is published.',
        body: TranslateFlowRequest,
        response: { 200: TranslatedFlow, ...errorResponses },
      },
    },
    (request) => translator.translate(keyOf(request).mode, request.params.id, request.body),
  );
};
