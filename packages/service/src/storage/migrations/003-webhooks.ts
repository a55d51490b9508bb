import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table jobs (
    id text primary key,
    kind text not null,
    mode text not null check (mode in ('live', 'test', 'sandbox')),
    session_id text references sessions on delete cascade,
    customer_id text,
    data jsonb not null,
    state text not null check (state in ('pending', 'done', 'dead')),
    attempts integer not null default 0,
    forgiven integer not null default 0,
    due_at timestamptz not null,
    lease_until timestamptz,
    created_at timestamptz not null,
    settled_at timestamptz
  )`,
  `create index jobs_due on jobs (due_at) where state = 'pending'`,
  `create index jobs_dead on jobs (mode, created_at) where state = 'dead'`,
  `create index jobs_by_session on jobs (session_id)`,
  `create index jobs_by_customer on jobs (mode, customer_id, created_at)`,
  `create index jobs_by_age on jobs (created_at)`,
  `create table job_attempts (
    job_id text not null references jobs on delete cascade,
    attempt integer not null,
    at timestamptz not null,
    status integer,
    error text,
    primary key (job_id, attempt)
  )`,
  `create table webhook_endpoints (
    id text primary key,
    mode text not null check (mode in ('live', 'test', 'sandbox')),
    url text not null,
    secret text not null,
    previous_secret text,
    previous_until timestamptz,
    created_at timestamptz not null
  )`,
  `create index webhook_endpoints_by_mode on webhook_endpoints (mode)`,
  // What was taken back at the provider after it was decided here, and what was paid after a save.
  `alter table sessions
    add column undone_at timestamptz,
    add column reactivated_at timestamptz`,
  `create table boosted_payments (
    mode text not null,
    invoice_id text not null,
    session_id text not null references sessions on delete cascade,
    amount bigint not null,
    currency text not null,
    paid_at timestamptz not null,
    primary key (mode, invoice_id)
  )`,
  `create index boosted_payments_by_session on boosted_payments (session_id)`,
  `create index boosted_payments_by_time on boosted_payments (mode, paid_at)`,
];

export const webhooks: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
