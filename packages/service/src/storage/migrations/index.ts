import type { Migration } from 'kysely/migration';
import { foundation } from './001-foundation.js';
import { flows } from './002-flows.js';
import { webhooks } from './003-webhooks.js';
import { data } from './004-data.js';
import { wallsAndCredentials } from './005-walls-and-credentials.js';
import { revocationsAndHandlers } from './011-revocations-and-handlers.js';
import { languages } from './012-languages.js';

/** In the order of their names. One that was released is never changed; a change is a new one. */
export const migrations: Record<string, Migration> = {
  '001-foundation': foundation,
  '002-flows': flows,
  '003-webhooks': webhooks,
  '004-data': data,
  '005-walls-and-credentials': wallsAndCredentials,
  '011-revocations-and-handlers': revocationsAndHandlers,
  '012-languages': languages,
};
