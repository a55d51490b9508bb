import { randomBytes } from 'node:crypto';
import type {
  Flow,
  RecordEventsRequest,
  SessionEvent,
  StartSessionRequest,
} from '@fairwell/contract';
import type { Transaction } from 'kysely';
import { sha256 } from '../auth/hash.js';
import type { Identity } from '../auth/identify.js';
import { recordByHost } from '../ledger/ledger-store.js';
import type { Database } from '../storage/database.js';
import type { Schema, SessionRow } from '../storage/schema.js';

export interface NewSession {
  identity: Identity;
  request: StartSessionRequest;
  flow: Flow;
  startedAt: Date;
}

export class SessionStore {
  readonly #query: Database['query'];

  constructor({ query }: Database) {
    this.#query = query;
  }

  /** Answers with the session's id and its access token, which is not kept. */
  async create({ identity, request, flow, startedAt }: NewSession): Promise<{
    id: string;
    token: string;
  }> {
    const id = `ses_${randomBytes(16).toString('base64url')}`;
    const token = randomBytes(32).toString('base64url');
    const { preview = false, report = true, record, locale, customerAttributes, handles } = request;
    await this.#query
      .insertInto('sessions')
      .values({
        id,
        token_hash: sha256(token),
        mode: identity.mode,
        preview,
        report,
        record: record ?? null,
        customer_id: identity.customerId,
        subscription_id: identity.subscriptionId ?? null,
        locale: locale ?? null,
        attributes: customerAttributes ? JSON.stringify(customerAttributes) : null,
        handles: handles ? JSON.stringify(handles) : null,
        flow_id: flow.id,
        flow_version: flow.version ?? null,
        flow: JSON.stringify(flow),
        started_at: startedAt,
      })
      .execute();
    return { id, token };
  }

  async find(id: string): Promise<SessionRow | undefined> {
    return this.#query.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** In the order of their sequence numbers. */
  async events(sessionId: string): Promise<SessionEvent[]> {
    const rows = await this.#query
      .selectFrom('session_events')
      .select('event')
      .where('session_id', '=', sessionId)
      .orderBy('sequence')
      .execute();
    return rows.map(({ event }) => event);
  }

  /** Keeps the events that are new, and what they say of the session with them. */
  async record(
    session: SessionRow,
    events: RecordEventsRequest['events'],
    receivedAt: Date,
  ): Promise<void> {
    await this.#query.transaction().execute(async (transaction) => {
      const added = await transaction
        .insertInto('session_events')
        .values(
          events.map(({ sequence, event }) => ({
            session_id: session.id,
            sequence,
            event: JSON.stringify(event),
            received_at: receivedAt,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning(['sequence', 'event'])
        .execute();
      for (const { sequence, event } of added) {
        // Shorter than any key that a client may send, so the two never meet.
        const key = `host-${sequence}`;
        if (event.type === 'handledByHost')
          await recordByHost(transaction, session, { key, action: event.action, at: receivedAt });
        if (event.type === 'closed') await close(transaction, session.id, receivedAt);
      }
    });
  }
}

/** The customer closed the flow; a decision they made before stands. */
async function close(transaction: Transaction<Schema>, id: string, at: Date): Promise<void> {
  await transaction
    .updateTable('sessions')
    .set({ result: 'abort', ended_at: at })
    .where('id', '=', id)
    .where('result', 'is', null)
    .execute();
}
