import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { lockDirectory } from './directory-lock.js';
import { migrations } from './migrations/index.js';
import type { Schema } from './schema.js';

/** Where the data is: a folder for the embedded Postgres, a Postgres server, or nowhere once closed. */
export type DatabaseLocation =
  { directory: string } | { url: string; maxConnections?: number | undefined } | { memory: true };

export interface Database {
  readonly query: Kysely<Schema>;
  /** No other process can be at work on the same data. */
  readonly exclusive: boolean;
  /** Throws if the data cannot be reached, or is older than this version of the service. */
  ping(): Promise<void>;
  /** May be called more than once. */
  close(): Promise<void>;
}

const names = Object.keys(migrations);

async function migrate(query: Kysely<Schema>): Promise<void> {
  const migrator = new Migrator({
    db: query,
    provider: { getMigrations: () => Promise.resolve(migrations) },
    // A number that was taken earlier may be released later.
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw new Error('The database could not be brought up to date', { cause: error });
}

async function connect(location: DatabaseLocation): Promise<{
  query: Kysely<Schema>;
  exclusive: boolean;
  release: () => Promise<void>;
}> {
  if ('url' in location) {
    const pool = new pg.Pool({
      connectionString: location.url,
      max: location.maxConnections ?? 10,
      connectionTimeoutMillis: 10_000,
    });
    // Without a listener a lost idle connection would end the process; the next query tells.
    pool.on('error', () => undefined);
    const query = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
    return { query, exclusive: false, release: () => Promise.resolve() };
  }
  if ('memory' in location) {
    const query = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite: new PGlite() }) });
    return { query, exclusive: true, release: () => Promise.resolve() };
  }
  await mkdir(location.directory, { recursive: true });
  const lock = await lockDirectory(location.directory);
  const pglite = new PGlite(join(location.directory, 'postgres'));
  const query = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) });
  return { query, exclusive: true, release: () => lock.release() };
}

/**
 * Opens the data and brings it up to date.
 * @throws if another process has the directory open, or if the server cannot be reached.
 */
export async function openDatabase(location: DatabaseLocation): Promise<Database> {
  const { query, exclusive, release } = await connect(location);
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= query.destroy().finally(release));
  try {
    await migrate(query);
  } catch (error) {
    await close();
    throw error;
  }
  return {
    query,
    exclusive,
    async ping() {
      const done = await sql`select 1 from kysely_migration
        where name in (${sql.join(names)})`.execute(query);
      if (done.rows.length < names.length)
        throw new Error('The database is not brought up to date');
    },
    close,
  };
}
