import { randomBytes } from 'node:crypto';
import type { Mode } from '@fairwell/contract';
import type { Database } from '../storage/database.js';
import type { ApiKeyRow, KeyKind } from '../storage/schema.js';
import { sha256 } from './hash.js';

/** The keys of the host's own programs: `data` reads and writes data, `admin` changes flows. */
export class KeyStore {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Pick<Database, 'query'>, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  /** Answers with the key, which is not kept. */
  async create(kind: KeyKind, mode: Mode): Promise<{ id: string; key: string }> {
    const id = `key_${randomBytes(9).toString('base64url')}`;
    const key = `${kind}_${mode}_${randomBytes(32).toString('base64url')}`;
    await this.#query
      .insertInto('api_keys')
      .values({ id, kind, mode, hash: sha256(key), created_at: this.#now() })
      .execute();
    return { id, key };
  }

  /** Undefined for a key that does not exist or was revoked. */
  async find(key: string): Promise<ApiKeyRow | undefined> {
    return this.#query
      .selectFrom('api_keys')
      .selectAll()
      .where('hash', '=', sha256(key))
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
  }

  /** Oldest first. */
  async list(): Promise<ApiKeyRow[]> {
    return this.#query.selectFrom('api_keys').selectAll().orderBy('created_at').execute();
  }

  /** False if there is no such key, or it was revoked before. */
  async revoke(id: string): Promise<boolean> {
    const { numUpdatedRows } = await this.#query
      .updateTable('api_keys')
      .set({ revoked_at: this.#now() })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }
}
