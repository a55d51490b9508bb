import type { Transaction } from 'kysely';
import type { Database } from '../../storage/database.js';
import type { Schema } from '../../storage/schema.js';
import { NeverMade } from '../provider-error.js';

/** In the place of a reference: what was asked for under this key was called back. */
const revoked = '';

interface KeyUse {
  key: string;
  reference: string;
  /** Null for a payment. */
  subscriptionId: string | null;
  at: Date;
}

async function insert(
  query: Database['query'] | Transaction<Schema>,
  { key, reference, subscriptionId, at }: KeyUse,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await query
    .insertInto('sandbox_changes')
    .values({ key, reference, subscription_id: subscriptionId, made_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

async function isRevoked(
  query: Database['query'] | Transaction<Schema>,
  key: string,
): Promise<boolean> {
  const { reference } = await query
    .selectFrom('sandbox_changes')
    .select('reference')
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  return reference === revoked;
}

/**
 * Takes a key for what is done in this transaction. False if that was done under it before.
 * @throws {ProviderError} if it was called back.
 */
export async function takeKey(transaction: Transaction<Schema>, use: KeyUse): Promise<boolean> {
  if (await insert(transaction, use)) return true;
  if (await isRevoked(transaction, use.key)) throw new NeverMade('This was called back');
  return false;
}

/** Uses a key up. False if something was done under it before. */
export async function revokeKey(query: Database['query'], key: string, at: Date): Promise<boolean> {
  const use = { key, reference: revoked, subscriptionId: null, at };
  return (await insert(query, use)) || isRevoked(query, key);
}
