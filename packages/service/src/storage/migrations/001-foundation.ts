import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table sessions (
    id text primary key,
    token_hash text not null,
    mode text not null check (mode in ('live', 'test', 'sandbox')),
    preview boolean not null,
    report boolean not null,
    record boolean,
    customer_id text not null,
    subscription_id text,
    locale text,
    attributes jsonb,
    flow_id text not null,
    flow_version integer,
    flow jsonb not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    result text,
    used_click_to_cancel boolean not null default false,
    handled_by_host boolean not null default false,
    accepted_action_id text
  )`,
  `create index sessions_by_customer on sessions (mode, customer_id, started_at)`,
  `create index sessions_by_start on sessions (mode, started_at)`,
  `create table session_events (
    session_id text not null references sessions on delete cascade,
    sequence integer not null,
    event jsonb not null,
    received_at timestamptz not null,
    primary key (session_id, sequence)
  )`,
  `create table actions (
    id text primary key,
    session_id text not null references sessions on delete cascade,
    key text not null,
    hash text not null,
    action jsonb not null,
    mode text not null,
    preview boolean not null,
    customer_id text not null,
    state text not null check (state in ('pending', 'applied', 'failed')),
    changes jsonb,
    attempts integer not null,
    generation integer not null,
    lease_until timestamptz,
    due_at timestamptz not null,
    response jsonb,
    error_code text,
    error_message text,
    error_field text,
    created_at timestamptz not null,
    settled_at timestamptz,
    unique (session_id, key)
  )`,
  // One action at a time for a customer, whichever tab or process asks.
  `create unique index actions_one_pending on actions (mode, preview, customer_id)
    where state = 'pending'`,
  `create index actions_due on actions (due_at) where state = 'pending'`,
  `create index actions_by_customer on actions (mode, customer_id) where state = 'applied'`,
  `create table sandbox_customers (id text primary key, email text, data jsonb not null)`,
  `create table sandbox_prices (id text primary key, data jsonb not null)`,
  `create table sandbox_coupons (id text primary key, data jsonb not null)`,
  `create table sandbox_subscriptions (
    id text primary key,
    customer_id text not null references sandbox_customers on delete cascade,
    data jsonb not null
  )`,
  `create index sandbox_subscriptions_by_customer on sandbox_subscriptions (customer_id)`,
  `create table sandbox_changes (
    key text primary key,
    reference text not null,
    subscription_id text not null references sandbox_subscriptions on delete cascade,
    made_at timestamptz not null
  )`,
  `create index sandbox_changes_by_reference on sandbox_changes (reference, subscription_id)`,
];

export const foundation: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
