import { randomBytes } from 'node:crypto';
import type {
  Flow,
  RecordEventsRequest,
  ReportedCustomer,
  Segment,
  SessionEvent,
  Settings,
  StartSessionRequest,
} from '@fairwell/contract';
import { sha256 } from '../auth/hash.js';
import type { Identity } from '../auth/identify.js';
import { recordByHost } from '../ledger/ledger-store.js';
import type { Database } from '../storage/database.js';
import type { SessionRow } from '../storage/schema.js';
import { addToSettled, eventsOf, lockCustomer, settleSession, type Result } from './settle.js';

export interface NewSession {
  identity: Identity;
  request: StartSessionRequest;
  flow: Flow;
  /** The one that led to the flow. */
  segment: Segment | null;
  settings: Settings;
  provider: string;
  snapshot: Omit<ReportedCustomer, 'id'>;
  startedAt: Date;
}

/** How long a session's access token holds, in milliseconds: a page may stay open for a while. */
export const accessLifetime = 2 * 60 * 60 * 1000;

export class SessionStore {
  readonly #query: Database['query'];

  constructor({ query }: Database) {
    this.#query = query;
  }

  /** Answers with the session's id and its access token, which is not kept. */
  async create({
    identity,
    request,
    flow,
    segment,
    settings,
    provider,
    snapshot,
    startedAt,
  }: NewSession): Promise<{
    id: string;
    token: string;
  }> {
    const id = `ses_${randomBytes(16).toString('base64url')}`;
    const token = randomBytes(32).toString('base64url');
    const { preview = false, report = true, record, customerAttributes, handles } = request;
    await this.#query
      .insertInto('sessions')
      .values({
        id,
        token_hash: sha256(token),
        mode: identity.mode,
        preview,
        report,
        record: record ?? settings.recordSessions,
        customer_id: identity.customerId,
        subscription_id: identity.subscriptionId ?? null,
        locale: request.locales?.[0] ?? request.locale ?? null,
        attributes: customerAttributes ? JSON.stringify(customerAttributes) : null,
        handles: handles ? JSON.stringify(handles) : null,
        flow_id: flow.id,
        flow_version: flow.version ?? null,
        flow: JSON.stringify(flow),
        segment: segment && JSON.stringify(segment),
        // Its words are told once, and decide nothing.
        settings: JSON.stringify({ ...settings, messages: {} }),
        provider,
        customer: JSON.stringify(snapshot),
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
    return eventsOf(this.#query, sessionId);
  }

  /** Keeps the events that are new, and what they say of the session with them. */
  async record(
    session: SessionRow,
    events: RecordEventsRequest['events'],
    receivedAt: Date,
  ): Promise<void> {
    // A session that may not be replayed keeps no trail of what was on the screen.
    const kept = events.filter(({ event }) => session.record !== false || !isTrail(event));
    if (kept.length === 0) return;
    await this.#query.transaction().execute(async (transaction) => {
      if (kept.some(({ event }) => endsSession(event))) await lockCustomer(transaction, session);
      const added = await transaction
        .insertInto('session_events')
        .values(
          kept.map(({ sequence, event }) => ({
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
        if (event.type === 'closed')
          await settleSession(transaction, session.id, abortedAt(receivedAt), {
            unlessDecided: true,
          });
      }
      if (added.some(({ event }) => !isTrail(event))) await addToSettled(transaction, session.id);
    });
  }

  /** Closes those that were left open for as long as their access token holds. */
  async closeOverdue(now: Date, signal?: AbortSignal): Promise<void> {
    const overdue = await this.#query
      .selectFrom('sessions')
      .select(['id', 'mode', 'customer_id', 'started_at'])
      .where('result', 'is', null)
      .where('started_at', '<=', new Date(now.getTime() - accessLifetime))
      .orderBy('started_at')
      .limit(1000)
      .execute();
    for (const session of overdue) {
      if (signal?.aborted) return;
      await this.#query.transaction().execute(async (transaction) => {
        await lockCustomer(transaction, session);
        const end = new Date(session.started_at.getTime() + accessLifetime);
        await settleSession(transaction, session.id, abortedAt(end), { unlessDecided: true });
      });
    }
  }
}

/** Was it only on the screen. */
function isTrail({ type }: SessionEvent): boolean {
  return type === 'stepViewed';
}

function endsSession({ type }: SessionEvent): boolean {
  return type === 'closed' || type === 'handledByHost';
}

function abortedAt(at: Date): Result {
  return { result: 'abort', ended_at: at };
}
