import type { Mode } from '@fairwell/contract';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Schema } from '../storage/schema.js';

/** By what the data of a person is found. */
export interface Subject {
  mode: Mode;
  customerIds: readonly string[];
  uids: readonly string[];
  /** In lower case. */
  emails: readonly string[];
}

/** Where there is data of people. */
export interface Place {
  /** Those that hold it; the first is told of row by row. */
  tables: readonly [string, ...string[]];
  /** Its rows of a person, for `where`. */
  of: (subject: Subject) => RawBuilder<boolean>;
  /** Columns of a row that tell nobody anything, or would let somebody in. */
  hidden?: readonly string[];
  /** Where rows are kept without what is personal in them; deleted where absent. */
  strip?: RawBuilder<unknown>;
}

function among(expression: RawBuilder<unknown>, values: readonly string[]): RawBuilder<boolean> {
  return values.length === 0
    ? sql`false`
    : sql`${expression} in (${sql.join(values.map((value) => sql`${value}`))})`;
}

const byCustomer = ({ mode, customerIds }: Subject): RawBuilder<boolean> =>
  sql`(mode = ${mode} and ${among(sql`customer_id`, customerIds)})`;

const bySession = (subject: Subject): RawBuilder<boolean> =>
  sql`session_id in (select id from sessions where ${byCustomer(subject)})`;

const profilesOf = ({ mode, customerIds, uids }: Subject): RawBuilder<boolean> =>
  sql`(mode = ${mode}
    and (${among(sql`customer_id`, customerIds)} or ${among(sql`uid`, uids)}))`;

/**
 * Every place with data of people, in the order in which it is deleted. A table that is not named
 * here and has a column of a customer fails a test.
 */
export const places = {
  messages: {
    tables: ['jobs', 'job_attempts'],
    of: (subject) => sql`(${byCustomer(subject)} or ${bySession(subject)})`,
  },
  invoices: { tables: ['boosted_payments'], of: bySession },
  actions: {
    tables: ['actions'],
    of: byCustomer,
    // That something was done once stays known; not who did it, or what.
    strip: sql`update actions set
      customer_id = 'erased_' || id, session_id = null,
      action = jsonb_build_object('type', action -> 'type'),
      changes = null, response = null, error_message = null, error_field = null`,
  },
  emails: {
    tables: ['verifications'],
    of: (subject) =>
      sql`(${byCustomer(subject)}
        or (mode = ${subject.mode} and ${among(sql`lower(email)`, subject.emails)}))`,
    hidden: ['code_hash', 'credential_hash'],
  },
  events: { tables: ['customer_events'], of: profilesOf },
  users: {
    tables: ['customer_users'],
    of: (subject) =>
      sql`(profile_id in (select id from customer_profiles where ${profilesOf(subject)})
        or (mode = ${subject.mode} and ${among(sql`lower(data ->> 'email')`, subject.emails)}))`,
  },
  profiles: { tables: ['customer_profiles'], of: profilesOf },
  steps: { tables: ['session_events'], of: bySession },
  sessions: { tables: ['sessions'], of: byCustomer, hidden: ['token_hash'] },
} satisfies Record<string, Place>;

const all: readonly [string, Place][] = Object.entries(places);

/** What is known of a person, place by place. */
export async function readPlaces(
  query: Kysely<Schema>,
  subject: Subject,
): Promise<Record<string, unknown[]>> {
  const found: Record<string, unknown[]> = {};
  for (const [name, { tables, of, hidden = [] }] of all) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(tables[0])}
      where ${of(subject)}`.execute(query);
    found[name] = rows.map((row) =>
      Object.fromEntries(Object.entries(row).filter(([column]) => !hidden.includes(column))),
    );
  }
  return found;
}

/** How much is known of a person, place by place. */
export async function countPlaces(
  query: Kysely<Schema>,
  subject: Subject,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, { tables, of }] of all) {
    const { rows } = await sql<{ count: number }>`select count(*)::integer as count
      from ${sql.table(tables[0])} where ${of(subject)}`.execute(query);
    counts[name] = rows[0]?.count ?? 0;
  }
  return counts;
}

/** Deletes what is known of a person, or what is personal in it. */
export async function erasePlaces(transaction: Kysely<Schema>, subject: Subject): Promise<void> {
  for (const { tables, of, strip } of Object.values<Place>(places)) {
    const erase = strip ?? sql`delete from ${sql.table(tables[0])}`;
    await sql`${erase} where ${of(subject)}`.execute(transaction);
  }
}
