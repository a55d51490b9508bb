import { randomBytes } from 'node:crypto';
import type { Facts, Mode, NewEvent, SetUsers } from '@fairwell/contract';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../storage/database.js';
import type { CustomerProfileRow, Schema } from '../storage/schema.js';

/** A customer by their id at the billing provider, the host's own, or both. */
export interface CustomerKey {
  customerId?: string | undefined;
  uid?: string | undefined;
}

export type EventRow = CustomerKey &
  Pick<NewEvent, 'event' | 'eventData' | 'user'> & { occurredAt: Date };

export interface ProfileUpdate extends CustomerKey {
  customerData?: Facts | undefined;
  user?: { uid: string; data?: Facts | undefined } | undefined;
}

function newId(prefix: string): string {
  return `${prefix}_${randomBytes(16).toString('base64url')}`;
}

/** What the host tells of its customers. Each method is one transaction. */
export class CustomerStore {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Pick<Database, 'query'>, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  /** Keeps events, and with a single one what it says of its customer; answers with their ids. */
  async addEvents(
    mode: Mode,
    events: readonly EventRow[],
    update?: ProfileUpdate,
  ): Promise<string[]> {
    // That two ids are the same customer's is kept, so that their events are found by either.
    const pairs = events.filter(({ customerId, uid }) => customerId && uid);
    const keys = [
      ...new Map(pairs.map((each) => [`${each.customerId} ${each.uid}`, each])).values(),
    ];
    return this.#locked(mode, [...keys, ...(update ? [update] : [])], async (transaction) => {
      for (const { customerId, uid } of keys)
        await this.#profile(transaction, mode, { customerId, uid });
      if (update) await this.#update(transaction, mode, update);
      const rows = events.map(({ customerId, uid, user, event, eventData, occurredAt }) => ({
        id: newId('evt'),
        mode,
        customer_id: customerId ?? null,
        uid: uid ?? null,
        user_uid: user?.uid ?? null,
        event,
        data: eventData ? JSON.stringify(eventData) : null,
        occurred_at: occurredAt,
        received_at: this.#now(),
      }));
      await transaction.insertInto('customer_events').values(rows).execute();
      return rows.map(({ id }) => id);
    });
  }

  /** Adds to what is known of a customer and of a user of theirs. */
  async update(mode: Mode, update: ProfileUpdate): Promise<void> {
    await this.#locked(mode, [update], (transaction) => this.#update(transaction, mode, update));
  }

  /** Puts these users in the place of those that were known of each customer. */
  async setUsers(mode: Mode, customers: readonly SetUsers[]): Promise<void> {
    await this.#locked(mode, customers, async (transaction) => {
      for (const { customerId, users } of customers) {
        const profileId = await this.#profile(transaction, mode, { customerId });
        await transaction
          .deleteFrom('customer_users')
          .where('profile_id', '=', profileId)
          .execute();
        for (const { userId, data } of users)
          await this.#keepUser(transaction, mode, profileId, userId, data);
      }
    });
  }

  async #update(
    transaction: Transaction<Schema>,
    mode: Mode,
    { customerData = {}, user, ...key }: ProfileUpdate,
  ): Promise<void> {
    const profileId = await this.#profile(transaction, mode, key, customerData);
    if (user) await this.#keepUser(transaction, mode, profileId, user.uid, user.data ?? {});
  }

  /** Adds to a user's data; a name that is known already takes the new value. */
  async #keepUser(
    transaction: Transaction<Schema>,
    mode: Mode,
    profileId: string,
    userId: string,
    data: Facts,
  ): Promise<void> {
    const updated_at = this.#now();
    await transaction
      .insertInto('customer_users')
      .values({
        profile_id: profileId,
        mode,
        user_id: userId,
        data: JSON.stringify(data),
        updated_at,
      })
      .onConflict((conflict) =>
        conflict.columns(['profile_id', 'user_id']).doUpdateSet({
          data: sql<string>`customer_users.data || excluded.data`,
          updated_at,
        }),
      )
      .execute();
  }

  /** Nobody else is at work on these customers. One order of the locks, so that two never lock each other out. */
  async #locked<T>(
    mode: Mode,
    keys: readonly CustomerKey[],
    work: (transaction: Transaction<Schema>) => Promise<T>,
  ): Promise<T> {
    const names = keys.flatMap(({ customerId, uid }) => [
      ...(customerId === undefined ? [] : [`profile ${mode} customer ${customerId}`]),
      ...(uid === undefined ? [] : [`profile ${mode} uid ${uid}`]),
    ]);
    return this.#query.transaction().execute(async (transaction) => {
      for (const name of [...new Set(names)].sort())
        await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
      return work(transaction);
    });
  }

  /** The id of a customer's profile, which is made if there is none. Two that turn out to be one become one. */
  async #profile(
    transaction: Transaction<Schema>,
    mode: Mode,
    { customerId, uid }: CustomerKey,
    facts: Facts = {},
  ): Promise<string> {
    const rows = await transaction
      .selectFrom('customer_profiles')
      .selectAll()
      .where('mode', '=', mode)
      .where((where) =>
        where.or([
          ...(customerId === undefined ? [] : [where('customer_id', '=', customerId)]),
          ...(uid === undefined ? [] : [where('uid', '=', uid)]),
        ]),
      )
      .execute();
    // A profile of another customer is not theirs, though it has the uid that they have now.
    const known =
      rows.find(({ customer_id }) => customer_id === customerId) ??
      rows.find(({ customer_id }) => customerId === undefined || customer_id === null);
    const other = rows.find((row) => row !== known);
    const merged = other ? await this.#absorb(transaction, known, other) : {};
    const profile = {
      customer_id: customerId ?? known?.customer_id ?? null,
      uid: uid ?? known?.uid ?? null,
      data: JSON.stringify({ ...merged, ...known?.data, ...facts }),
      updated_at: this.#now(),
    };
    if (known) {
      await transaction
        .updateTable('customer_profiles')
        .set(profile)
        .where('id', '=', known.id)
        .execute();
      return known.id;
    }
    const id = newId('pro');
    await transaction
      .insertInto('customer_profiles')
      .values({ id, mode, ...profile })
      .execute();
    return id;
  }

  /** Takes over what another profile has; one of another customer only gives its `uid` up. */
  async #absorb(
    transaction: Transaction<Schema>,
    known: CustomerProfileRow | undefined,
    other: CustomerProfileRow,
  ): Promise<Facts> {
    if (!known || other.customer_id !== null) {
      await transaction
        .updateTable('customer_profiles')
        .set({ uid: null })
        .where('id', '=', other.id)
        .execute();
      return {};
    }
    await sql`insert into customer_users (profile_id, mode, user_id, data, updated_at)
      select ${known.id}, mode, user_id, data, updated_at from customer_users
      where profile_id = ${other.id} on conflict do nothing`.execute(transaction);
    await transaction.deleteFrom('customer_profiles').where('id', '=', other.id).execute();
    return other.data;
  }
}
