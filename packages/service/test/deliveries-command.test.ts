import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { runDeliveries } from '../src/cli/deliveries.js';
import { JobStore } from '../src/queue/job-store.js';
import { openDatabase } from '../src/storage/database.js';
import { createDatabase } from './support/database.js';

let directory: string;
let variables: Record<string, string>;

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  await runDeliveries(args, variables, (line) => lines.push(line));
  return lines;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fairwell-deliveries-'));
  const postgres = inject('postgresUrl');
  const url = postgres === undefined ? undefined : await createDatabase(postgres);
  const location = { directory: join(directory, 'data') };
  variables = url === undefined ? { FAIRWELL_DATA_DIR: location.directory } : { DATABASE_URL: url };
  const database = await openDatabase(url === undefined ? location : { url });
  const store = new JobStore(database, () => new Date());
  const common = { kind: 'slack', mode: 'live', session_id: null, customer_id: null } as const;
  await store.add(['dlv_1', 'dlv_2', 'dlv_3'].map((id) => ({ ...common, id, data: { text: id } })));
  for (let job = await store.claim(); job; job = await store.claim())
    await store.settle(job, { status: 410, error: 'answered with 410' }, 'dead');
  await database.close();
});
afterAll(() => rm(directory, { recursive: true }));

it('lists what is dead and lets it be sent again: one, and all', async () => {
  const dead = () => run('dead', '--mode', 'live');
  expect(await dead()).toHaveLength(3);
  expect(await run('dead', '--mode', 'test')).toEqual([]);
  expect(await run('replay', 'dlv_1', '--mode', 'live')).toEqual(['1 to be sent again']);
  expect(await dead()).toEqual([
    expect.stringMatching(/^dlv_2 {2}slack {2}from .* answered with 410$/),
    expect.stringMatching(/^dlv_3 /),
  ]);
  await expect(run('replay', 'dlv_1', '--mode', 'live')).rejects.toThrow('dlv_1');
  expect(await run('replay', '--all', '--mode', 'live')).toEqual(['2 to be sent again']);
  expect(await dead()).toEqual([]);
});

it.each([
  [],
  ['dead'],
  ['dead', 'dlv_1', '--mode', 'live'],
  ['replay', '--mode', 'live'],
  ['replay', 'dlv_1', '--all', '--mode', 'live'],
  ['replay', '--all', '--mode', 'production'],
])('says what it can do: %s %s %s %s', async (...args) => {
  await expect(run(...args.filter((each) => typeof each === 'string'))).rejects.toThrow('Usage');
});
