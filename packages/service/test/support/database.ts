import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.js';

/** An empty database of the kind this run is for. */
export async function openTestDatabase(): Promise<Database> {
  const server = inject('postgresUrl');
  if (server === undefined) return openDatabase({ memory: true });
  return openDatabase({ url: await createDatabase(server) });
}

export async function createDatabase(server: string): Promise<string> {
  const name = `fairwell_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.replace(/[^/]+$/, name);
}

export async function emptyDatabase({ query }: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'kysely%'`.execute(query);
  await sql`truncate ${sql.join(rows.map(({ name }) => sql.table(name)))}`.execute(query);
}
