import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { AccessResponse, DataSubject, DeleteResponse } from '@fairwell/contract';
import { keyOf, type KeyGuard } from '../auth/require-key.js';
import { errorResponses } from '../errors/error-responses.js';
import type { SubjectService } from './subject-service.js';

export interface SubjectRoutes {
  service: SubjectService;
  requireDataKey: KeyGuard;
}

const shared = { tags: ['Data'], security: [{ dataKey: [] }] };

export const subjectRoutes: FastifyPluginAsyncTypebox<SubjectRoutes> = async (
  app,
  { service, requireDataKey },
) => {
  app.post(
    '/v1/data/dsr/access',
    {
      onRequest: requireDataKey,
      schema: {
        ...shared,
        summary: 'Tell everything that is known of a person',
        body: DataSubject,
        response: { 200: AccessResponse, ...errorResponses },
      },
    },
    (request) => service.access(keyOf(request).mode, request.body),
  );

  app.post(
    '/v1/data/dsr/delete',
    {
      onRequest: requireDataKey,
      schema: {
        ...shared,
        summary: 'Delete everything that is known of a person',
        description:
          'That an action was carried out once stays known, without whose it was or what. Nothing is changed at the billing provider.',
        body: DataSubject,
        response: { 200: DeleteResponse, ...errorResponses },
      },
    },
    (request) => service.delete(keyOf(request).mode, request.body),
  );
};
