import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `alter table sandbox_changes alter column subscription_id drop not null`,
  `alter table sessions add column handles jsonb`,
];

export const revocationsAndHandlers: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
