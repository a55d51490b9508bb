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

async function createDatabase(server: string): Promise<string> {
  const name = `fairwell_${randomBytes(6).toString('hex')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return server.replace(/[^/]+$/, name);
}

export async function emptyDatabase({ query }: Database): Promise<void> {
  await sql`truncate sessions, session_events, actions, sandbox_customers, sandbox_prices,
    sandbox_coupons, sandbox_subscriptions, sandbox_changes`.execute(query);
}
