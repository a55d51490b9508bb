import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table verifications add column locale text`,
  // What a translator answered, so that it is asked about the same text once.
  `create table machine_translations (
    source_locale text not null,
    locale text not null,
    source_hash text not null,
    text text not null,
    made_at timestamptz not null,
    primary key (source_locale, locale, source_hash)
  )`,
];

export const languages: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
