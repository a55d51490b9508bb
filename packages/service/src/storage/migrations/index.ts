import type { Migration } from 'kysely/migration';
import { foundation } from './001-foundation.js';
import { wallsAndCredentials } from './005-walls-and-credentials.js';

/** In the order of their names. One that was released is never changed; a change is a new one. */
export const migrations: Record<string, Migration> = {
  '001-foundation': foundation,
  '005-walls-and-credentials': wallsAndCredentials,
};
