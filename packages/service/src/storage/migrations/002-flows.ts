import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Blueprints are kept as they were written (json, not jsonb), down to the order of their names.
  `create table flows (
    mode text not null check (mode in ('live', 'test', 'sandbox')),
    id text not null,
    draft json not null,
    revision integer not null,
    unpublished boolean not null,
    live_version integer,
    position integer not null,
    is_primary boolean not null default false,
    archived_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    primary key (mode, id)
  )`,
  `create unique index flows_one_primary on flows (mode) where is_primary`,
  `create table flow_versions (
    mode text not null,
    flow_id text not null,
    version integer not null,
    flow json not null,
    segment json,
    published_at timestamptz not null,
    primary key (mode, flow_id, version),
    foreign key (mode, flow_id) references flows
  )`,
  `create table settings (
    mode text primary key check (mode in ('live', 'test', 'sandbox')),
    changes jsonb not null,
    revision integer not null,
    updated_at timestamptz not null
  )`,
  // What a session was started with: the segment that its customer is in, and the settings.
  `alter table sessions add column segment json`,
  `alter table sessions add column settings json`,
];

export const flows: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
