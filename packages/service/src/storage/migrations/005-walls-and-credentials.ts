import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table actions alter column session_id drop not null`,
  `create unique index actions_at_walls on actions (mode, customer_id, key)
    where session_id is null`,
  `create table sandbox_invoices (
    id text primary key,
    customer_id text not null references sandbox_customers on delete cascade,
    data jsonb not null,
    awaits_approval_of text
  )`,
  `create index sandbox_invoices_by_customer on sandbox_invoices (customer_id)`,
  `create table verifications (
    id text primary key,
    mode text not null check (mode in ('live', 'test', 'sandbox')),
    email text not null,
    code_hash text not null,
    attempts integer not null default 0,
    codes_sent integer not null default 1,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    resend_after timestamptz not null,
    customer_id text,
    verified_at timestamptz,
    credential_hash text unique,
    credential_expires_at timestamptz,
    subscription_id text,
    attributes jsonb,
    redeemed_at timestamptz
  )`,
  `create index verifications_by_email on verifications (mode, lower(email), created_at)`,
  `create index verifications_by_age on verifications (created_at)`,
  `create table api_keys (
    id text primary key,
    kind text not null check (kind in ('data', 'admin')),
    mode text not null check (mode in ('live', 'test', 'sandbox')),
    hash text not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz
  )`,
];

export const wallsAndCredentials: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
