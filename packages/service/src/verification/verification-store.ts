import type { Metadata, Mode } from '@fairwell/contract';
import { sql, type Transaction } from 'kysely';
import { sha256 } from '../auth/hash.js';
import type { Database } from '../storage/database.js';
import type { Schema, VerificationRow } from '../storage/schema.js';

/** How long a code holds, and what is shown for it, in milliseconds. */
export const codeLifetime = 15 * 60_000;
const resendWait = 60_000;
const hour = 60 * 60_000;

/** Wrong guesses at one code. */
const maxAttempts = 5;
/** Codes for one address in an hour. */
const maxCodes = 5;

interface NewVerification {
  id: string;
  mode: Mode;
  email: string;
  locale: string | undefined;
  codeHash: string;
}

/** Whom a customer turned out to be. */
export interface Grant {
  customerId: string;
  subscriptionId: string | undefined;
  attributes: Metadata | undefined;
}

/** The rows of mailed codes. Each method is one statement or one transaction. */
export class VerificationStore {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Pick<Database, 'query'>, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  /** Undefined if the address has had its codes for this hour. */
  async open({
    id,
    mode,
    email,
    locale,
    codeHash,
  }: NewVerification): Promise<VerificationRow | undefined> {
    return this.#query.transaction().execute(async (transaction) => {
      if (!(await this.#mayHaveCode(transaction, mode, email))) return undefined;
      return transaction
        .insertInto('verifications')
        .values({
          id,
          mode,
          email,
          locale: locale ?? null,
          code_hash: codeHash,
          created_at: this.#now(),
          ...this.#times(),
        })
        .returningAll()
        .executeTakeFirst();
    });
  }

  /** Puts a new code in the place of the old; `wait` if it is too early or there were too many. */
  async renew(id: string, codeHash: string): Promise<VerificationRow | 'wait' | 'over'> {
    const now = this.#now();
    return this.#query.transaction().execute(async (transaction) => {
      const row = await transaction
        .selectFrom('verifications')
        .select(['mode', 'email'])
        .where('id', '=', id)
        .where('verified_at', 'is', null)
        .where('created_at', '>', new Date(now.getTime() - hour))
        .executeTakeFirst();
      if (!row) return 'over';
      if (!(await this.#mayHaveCode(transaction, row.mode, row.email))) return 'wait';
      const renewed = await transaction
        .updateTable('verifications')
        .set({
          code_hash: codeHash,
          attempts: 0,
          codes_sent: sql`codes_sent + 1`,
          ...this.#times(),
        })
        .where('id', '=', id)
        .where('verified_at', 'is', null)
        .where('resend_after', '<=', now)
        .returningAll()
        .executeTakeFirst();
      return renewed ?? 'wait';
    });
  }

  async assign(id: string, customerId: string): Promise<void> {
    await this.#query
      .updateTable('verifications')
      .set({ customer_id: customerId })
      .where('id', '=', id)
      .execute();
  }

  /** Counts a guess before it is looked at; undefined if no more are allowed. */
  async attempt(id: string): Promise<VerificationRow | undefined> {
    return this.#query
      .updateTable('verifications')
      .set({ attempts: sql`attempts + 1` })
      .where('id', '=', id)
      .where('verified_at', 'is', null)
      .where('attempts', '<', maxAttempts)
      .where('expires_at', '>', this.#now())
      .returningAll()
      .executeTakeFirst();
  }

  /** Uses the code up; false if somebody else just did. */
  async useUp({ id, code_hash }: VerificationRow): Promise<boolean> {
    const { numUpdatedRows } = await this.#query
      .updateTable('verifications')
      .set({ verified_at: this.#now() })
      .where('id', '=', id)
      .where('code_hash', '=', code_hash)
      .where('verified_at', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  async grant(id: string, credential: string, grant: Grant): Promise<void> {
    await this.#query
      .updateTable('verifications')
      .set({
        credential_hash: sha256(credential),
        credential_expires_at: new Date(this.#now().getTime() + codeLifetime),
        customer_id: grant.customerId,
        subscription_id: grant.subscriptionId ?? null,
        attributes: grant.attributes ? JSON.stringify(grant.attributes) : null,
      })
      .where('id', '=', id)
      .execute();
  }

  /** Uses a credential up; undefined if it was used before, has expired or does not exist. */
  async redeem(credential: string): Promise<VerificationRow | undefined> {
    const now = this.#now();
    return this.#query
      .updateTable('verifications')
      .set({ redeemed_at: now })
      .where('credential_hash', '=', sha256(credential))
      .where('credential_expires_at', '>', now)
      .where('redeemed_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
  }

  async isKnown(credential: string): Promise<boolean> {
    const row = await this.#query
      .selectFrom('verifications')
      .select('id')
      .where('credential_hash', '=', sha256(credential))
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Lets a credential be used again. */
  async giveBack(id: string): Promise<void> {
    await this.#query
      .updateTable('verifications')
      .set({ redeemed_at: null })
      .where('id', '=', id)
      .execute();
  }

  /** Addresses are kept no longer than they are needed. */
  async forgetOld(): Promise<void> {
    await this.#query
      .deleteFrom('verifications')
      .where('created_at', '<', new Date(this.#now().getTime() - 2 * hour))
      .execute();
  }

  #times(): { expires_at: Date; resend_after: Date } {
    const now = this.#now().getTime();
    return {
      expires_at: new Date(now + codeLifetime),
      resend_after: new Date(now + resendWait),
    };
  }

  /** Known address or not. Requests for one address wait for each other, so that none slips through. */
  async #mayHaveCode(
    transaction: Transaction<Schema>,
    mode: Mode,
    email: string,
  ): Promise<boolean> {
    const name = `${mode} ${email.toLowerCase()}`;
    await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction);
    const { sent } = await transaction
      .selectFrom('verifications')
      .select((select) => select.fn.sum<string | null>('codes_sent').as('sent'))
      .where('mode', '=', mode)
      .where(sql<boolean>`lower(email) = lower(${email})`)
      .where('created_at', '>', new Date(this.#now().getTime() - hour))
      .executeTakeFirstOrThrow();
    return Number(sent) < maxCodes;
  }
}
