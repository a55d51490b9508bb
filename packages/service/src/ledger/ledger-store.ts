import { randomBytes } from 'node:crypto';
import type { Action, ServiceErrorCode } from '@fairwell/contract';
import { sessionResults, type PastOffer } from '@fairwell/core';
import { sql, type Transaction } from 'kysely';
import type { PlannedStep } from '../billing/changes.js';
import type { Database } from '../storage/database.js';
import { lockCustomer, settleSession } from '../sessions/settle.js';
import type { ActionRow, Schema, SessionRow } from '../storage/schema.js';
import {
  isWallAction,
  placeOf,
  type LedgerAction,
  type LedgerResponse,
  type Place,
} from './decisions.js';
import { isDone } from './steps.js';

/** Longer than everything that one try does, in milliseconds. */
const lease = 60_000;

export interface Failure {
  code: ServiceErrorCode;
  message: string;
  field?: string | undefined;
}

/** Whose entry it is: two customers, or a preview and the real thing, do not wait for each other. */
export type Lane = Pick<ActionRow, 'mode' | 'preview' | 'customer_id'>;

/** `undone_at`: when it was heard that it was taken back at the provider. */
type Past = Pick<ActionRow, 'action' | 'response' | 'created_at'> & { undone_at: Date | null };

/** @param resumes When pauses of the customer were ended at a wall, oldest first. */
function pastOffer(
  { action, response, created_at, undone_at }: Past,
  resumes: readonly Date[],
): PastOffer[] {
  if (isWallAction(action) || action.type === 'cancel') return [];
  const acceptedAt = created_at.toISOString();
  const outcome = response?.outcome;
  if (outcome?.type !== 'pause') return [{ type: action.type, acceptedAt }];
  const ended = resumes.find((at) => at > created_at)?.toISOString();
  const undone = undone_at?.toISOString();
  const [resumedAt] = [outcome.resumesAt, ended, undone].flatMap((at) => at ?? []).sort();
  return [{ type: action.type, acceptedAt, resumedAt }];
}

function anew({ refused: _before, ...step }: PlannedStep): PlannedStep {
  return step;
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23505';
}

export interface Decided {
  key: string;
  /** SHA-256 of the action, hex. */
  hash: string;
  action: LedgerAction;
}

function newEntry(
  { session_id, mode, preview, customer_id }: Place,
  { key, hash, action }: Decided,
) {
  return {
    id: `act_${randomBytes(16).toString('base64url')}`,
    session_id,
    key,
    hash,
    action: JSON.stringify(action),
    mode,
    preview,
    customer_id,
  };
}

function decided(action: Action, entryId: string, at: Date) {
  return {
    result: sessionResults[action.type],
    accepted_action_id: entryId,
    ended_at: at,
    ...(action.type === 'cancel' && { used_click_to_cancel: action.direct ?? false }),
  };
}

/** Writes down what the host's own handler did. Nothing is known of it but that it was done. */
export async function recordByHost(
  transaction: Transaction<Schema>,
  session: SessionRow,
  { key, action, at }: { key: string; action: Action; at: Date },
): Promise<void> {
  const entry = newEntry(placeOf(session), { key, hash: '', action });
  await transaction
    .insertInto('actions')
    .values({
      ...entry,
      state: 'applied',
      changes: '[]',
      attempts: 0,
      generation: 0,
      due_at: at,
      created_at: at,
      settled_at: at,
    })
    .execute();
  await settleSession(transaction, session.id, {
    ...decided(action, entry.id, at),
    handled_by_host: true,
  });
}

/** The ledger's rows. Each method is one statement or one transaction. */
export class LedgerStore {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Database, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  async find(
    { session_id, mode, customer_id }: Place,
    key: string,
  ): Promise<ActionRow | undefined> {
    return this.#query
      .selectFrom('actions')
      .selectAll()
      .where((where) =>
        session_id === null
          ? where.and([
              where('session_id', 'is', null),
              where('mode', '=', mode),
              where('customer_id', '=', customer_id),
            ])
          : where('session_id', '=', session_id),
      )
      .where('key', '=', key)
      .executeTakeFirst();
  }

  async get(id: string): Promise<ActionRow | undefined> {
    return this.#query.selectFrom('actions').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async findPending({ mode, preview, customer_id }: Lane): Promise<ActionRow | undefined> {
    return this.#query
      .selectFrom('actions')
      .selectAll()
      .where('state', '=', 'pending')
      .where('mode', '=', mode)
      .where('preview', '=', preview)
      .where('customer_id', '=', customer_id)
      .executeTakeFirst();
  }

  async session(id: string): Promise<SessionRow> {
    return this.#query
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  }

  /** Writes a decision down as pending; undefined if its key is taken or another of the customer is pending. */
  async open(place: Place, decision: Decided): Promise<ActionRow | undefined> {
    const now = this.#now();
    return this.#query
      .insertInto('actions')
      .values({
        ...newEntry(place, decision),
        state: 'pending',
        attempts: 1,
        generation: 1,
        lease_until: new Date(now.getTime() + lease),
        due_at: now,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
  }

  /** Takes on a pending entry that nobody is at work on (or whoever is, if `force`); undefined if that cannot be. */
  async takeOver(id: string, { force = false } = {}): Promise<ActionRow | undefined> {
    const now = this.#now();
    return this.#query
      .updateTable('actions')
      .set({
        attempts: sql`attempts + 1`,
        lease_until: new Date(now.getTime() + lease),
      })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .where((where) =>
        where.or([
          where.val(force),
          where('lease_until', 'is', null),
          where('lease_until', '<=', now),
        ]),
      )
      .returningAll()
      .executeTakeFirst();
  }

  /** Takes on a failed entry again; undefined if another of the customer is pending. */
  async reopen(entry: ActionRow): Promise<ActionRow | undefined> {
    return this.#query
      .updateTable('actions')
      .set({
        state: 'pending',
        attempts: sql`attempts + 1`,
        // The provider answered under the old key and would only say the same again.
        generation: sql`generation + 1`,
        // Planned anew, unless a part of it was done: the customer's state may have changed.
        changes: entry.changes?.some(isDone) ? JSON.stringify(entry.changes.map(anew)) : null,
        lease_until: new Date(this.#now().getTime() + lease),
        settled_at: null,
      })
      .where('id', '=', entry.id)
      .where('state', '=', 'failed')
      .returningAll()
      .executeTakeFirst()
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) return undefined;
        throw error;
      });
  }

  /** False if somebody else took the entry on meanwhile. */
  async writePlan(entry: ActionRow, steps: readonly PlannedStep[]): Promise<boolean> {
    const { id, attempts } = entry;
    const { numUpdatedRows } = await this.#query
      .updateTable('actions')
      .set({ changes: JSON.stringify(steps) })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .where('attempts', '=', attempts)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Lets go of an entry whose outcome is not known yet. */
  async release({ id, attempts }: ActionRow, dueAt: Date): Promise<void> {
    await this.#query
      .updateTable('actions')
      .set({ lease_until: null, due_at: dueAt })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .where('attempts', '=', attempts)
      .execute();
  }

  /** Writes down that it is done, in the ledger and in the session; false if somebody else settled it meanwhile. */
  async apply(
    entry: ActionRow,
    steps: readonly PlannedStep[],
    response: LedgerResponse,
  ): Promise<boolean> {
    const { id, attempts, action, session_id } = entry;
    const now = this.#now();
    return this.#query.transaction().execute(async (transaction) => {
      if (session_id !== null) await lockCustomer(transaction, entry);
      const { numUpdatedRows } = await transaction
        .updateTable('actions')
        .set({
          state: 'applied',
          changes: JSON.stringify(steps),
          response: JSON.stringify(response),
          error_code: null,
          error_message: null,
          error_field: null,
          lease_until: null,
          settled_at: now,
        })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .where('attempts', '=', attempts)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return false;
      if (session_id === null || isWallAction(action)) return true;
      await settleSession(transaction, session_id, decided(action, id, now));
      return true;
    });
  }

  /** Writes down that it is not done and why; false if somebody else settled it meanwhile. */
  async fail(
    { id, attempts }: ActionRow,
    { code, message, field }: Failure,
    steps: readonly PlannedStep[] | null,
  ): Promise<boolean> {
    const { numUpdatedRows } = await this.#query
      .updateTable('actions')
      .set({
        state: 'failed',
        changes: steps && JSON.stringify(steps),
        error_code: code,
        error_message: message,
        error_field: field ?? null,
        lease_until: null,
        settled_at: this.#now(),
      })
      .where('id', '=', id)
      .where('state', '=', 'pending')
      .where('attempts', '=', attempts)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Pending entries that nobody is at work on and that are due; all of them with `all`. */
  async due(all: boolean): Promise<ActionRow[]> {
    const now = this.#now();
    return this.#query
      .selectFrom('actions')
      .selectAll()
      .where('state', '=', 'pending')
      .where((where) =>
        where.or([
          where.val(all),
          where.and([
            where('due_at', '<=', now),
            where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]),
          ]),
        ]),
      )
      .orderBy('created_at')
      .limit(1000)
      .execute();
  }

  /**
   * The offers that a customer accepted in this mode, also where not all of it could be done,
   * previews aside. Outside live mode a trial may be made longer again and again, to try it out.
   */
  async history({ mode, customer_id }: Omit<Lane, 'preview'>): Promise<PastOffer[]> {
    const rows = await this.#query
      .selectFrom('actions')
      .leftJoin('sessions', 'sessions.id', 'actions.session_id')
      .select(['action', 'response', 'created_at', 'settled_at', 'undone_at'])
      .where('actions.mode', '=', mode)
      .where('actions.customer_id', '=', customer_id)
      .where('actions.preview', '=', false)
      .where((where) =>
        where.or([where('state', '=', 'applied'), where('error_code', '=', 'partly_done')]),
      )
      .orderBy('settled_at')
      .execute();
    const resumes = rows.flatMap(({ action, settled_at }) =>
      action.type === 'wallResume' ? (settled_at ?? []) : [],
    );
    const isPast = ({ action }: Pick<ActionRow, 'action'>): boolean =>
      mode === 'live' || action.type !== 'trialExtension';
    return rows.filter(isPast).flatMap((row) => pastOffer(row, resumes));
  }

  /** When something was last carried out for a customer, previews aside. */
  async lastApplied({ mode, customer_id }: Omit<Lane, 'preview'>): Promise<Date | undefined> {
    const row = await this.#query
      .selectFrom('actions')
      .select('settled_at')
      .where('mode', '=', mode)
      .where('customer_id', '=', customer_id)
      .where('preview', '=', false)
      .where('state', '=', 'applied')
      .orderBy('settled_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.settled_at ?? undefined;
  }
}
