import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { PutSettingsRequest, StoredSettings } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { keyOf, type KeyGuard } from '../auth/require-key.js';
import { errorResponses } from '../errors/error-responses.js';
import { findSettingFault } from './settings.js';
import type { SettingsStore } from './settings-store.js';

export interface SettingsRoutes {
  store: SettingsStore;
  requireAdminKey: KeyGuard;
}

const shared = { tags: ['Settings'], security: [{ adminKey: [] }] };

export const settingsRoutes: FastifyPluginAsyncTypebox<SettingsRoutes> = async (
  app,
  { store, requireAdminKey },
) => {
  app.get(
    '/v1/admin/settings',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Read the settings in force',
        response: { 200: StoredSettings, ...errorResponses },
      },
    },
    (request) => store.read(keyOf(request).mode),
  );

  app.put(
    '/v1/admin/settings',
    {
      onRequest: requireAdminKey,
      schema: {
        ...shared,
        summary: 'Change the settings',
        description:
          'For sessions that start from now on. What is left out is as the service was started.',
        body: PutSettingsRequest,
        response: { 200: StoredSettings, ...errorResponses },
      },
    },
    async (request) => {
      const { changes, revision } = request.body;
      const fault = findSettingFault(changes);
      if (fault) {
        const field = `changes.${fault.field}`;
        throw new FairwellError('invalid_request', `${field} ${fault.says}`, { field });
      }
      return store.write(keyOf(request).mode, changes, revision);
    },
  );
};
