import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openDatabase, seedSandbox, SandboxProvider } from '../src/index.js';
import type { DatabaseLocation } from '../src/storage/database.js';
import { createDatabase } from './support/database.js';
import { sandboxData } from './support/fixtures.js';

const server = inject('postgresUrl');
let directory: string;
let location: DatabaseLocation;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fairwell-storage-'));
  location = server === undefined ? { directory } : { url: await createDatabase(server) };
});
afterAll(() => rm(directory, { recursive: true }));

describe('a database', () => {
  it('keeps what was written, and is brought up to date once', async () => {
    const first = await openDatabase(location);
    await seedSandbox(first, sandboxData);
    await first.close();
    const second = await openDatabase(location);
    const customer = await new SandboxProvider(second).getCustomer('cus_monthly');
    expect(customer).toMatchObject({
      name: 'Robin Vale',
      metadata: { team: 'blue' },
    });
    const { rows } = await sql<{
      name: string;
    }>`select name from kysely_migration`.execute(second.query);
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    await second.close();
    await second.close();
  });

  it('lets nothing be pending twice for a customer', async () => {
    const database = await openDatabase(location);
    const { rows } = await sql<{ unique: boolean }>`
      select indisunique as unique from pg_index
      where indexrelid = 'actions_one_pending'::regclass`.execute(database.query);
    expect(rows).toEqual([{ unique: true }]);
    await database.close();
  });

  it('answers whether it is there', async () => {
    const database = await openDatabase(location);
    await expect(database.ping()).resolves.toBeUndefined();
    await database.close();
    await expect(database.ping()).rejects.toThrow();
  });
});

describe.runIf(server === undefined)('a directory', () => {
  it('is for one process', async () => {
    const database = await openDatabase(location);
    await expect(openDatabase(location)).rejects.toThrow('is in use');
    await database.close();
    await (await openDatabase(location)).close();
  });
});

describe.runIf(server !== undefined)('a server', () => {
  it('may be opened by many processes at once, the first time too', async () => {
    const url = await createDatabase(server ?? '');
    const databases = await Promise.all(Array.from({ length: 4 }, () => openDatabase({ url })));
    await Promise.all(databases.map(({ ping }) => ping()));
    await Promise.all(databases.map(({ close }) => close()));
  });

  it('that is not there is an error, and not a wait', async () => {
    await expect(openDatabase({ url: 'postgres://127.0.0.1:1/none' })).rejects.toThrow(
      'could not be brought up to date',
    );
  });
});
