import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mode } from '@fairwell/contract';
import rateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { KeyStore } from '../src/auth/key-store.js';
import { createKeyGuards, keyOf } from '../src/auth/require-key.js';
import { runKeys } from '../src/cli/keys.js';
import { handleError } from '../src/errors/error-handler.js';
import type { KeyKind } from '../src/storage/schema.js';
import { createDatabase } from './support/database.js';
import { appId } from './support/fixtures.js';
import { useWorld } from './support/world.js';

const world = useWorld();
let app: FastifyInstance | undefined;
afterEach(() => app?.close());

const store = () => new KeyStore(world.database, world.clock.now);
const create = async (kind: KeyKind, mode: Mode = 'live') => (await store().create(kind, mode)).key;

/** Two routes that say which key they were opened with. */
async function serve(max = 1000): Promise<FastifyInstance> {
  app = fastify();
  app.setErrorHandler(handleError);
  await app.register(rateLimit, { global: false });
  const { requireDataKey, requireAdminKey } = createKeyGuards(app, {
    store: store(),
    appId,
    rateLimit: { max, window: 60 },
  });
  app.get('/data', { onRequest: requireDataKey }, (request) => keyOf(request));
  app.get('/admin', { preHandler: requireAdminKey }, (request) => keyOf(request));
  return app;
}

async function get(url: string, headers: Record<string, string>) {
  const answer = await app?.inject({ url, headers });
  const body = answer?.json<{ code?: string; mode?: string; id?: string }>();
  return [answer?.statusCode, body?.code ?? body?.mode];
}

describe('a key', () => {
  it('opens the routes of its kind, in its mode', async () => {
    await serve();
    for (const mode of ['live', 'test'] as const) {
      expect(await get('/data', { 'x-fairwell-key': await create('data', mode) })).toEqual([
        200,
        mode,
      ]);
      expect(await get('/admin', { 'x-fairwell-key': await create('admin', mode) })).toEqual([
        200,
        mode,
      ]);
    }
  });

  it('does not open the routes of the other kind', async () => {
    await serve();
    const forbidden = [403, 'forbidden'];
    expect(await get('/admin', { 'x-fairwell-key': await create('data') })).toEqual(forbidden);
    expect(await get('/data', { 'x-fairwell-key': await create('admin') })).toEqual(forbidden);
  });

  it('for data is taken under the names of others too, with their app', async () => {
    await serve();
    const key = await create('data');
    const ask = (app: string) => get('/data', { 'x-ck-api-key': key, 'x-ck-app': app });
    expect(await get('/data', { 'x-ck-api-key': key })).toEqual([200, 'live']);
    expect(await ask(appId)).toEqual([200, 'live']);
    expect(await ask('app_other')).toEqual([403, 'forbidden']);
    expect(await get('/admin', { 'x-ck-api-key': await create('admin') })).toEqual([
      401,
      'credential_missing',
    ]);
  });

  it.each([
    ['none', {}, 'credential_missing'],
    ['an empty one', { 'x-fairwell-key': '' }, 'credential_missing'],
    ['a made-up one', { 'x-fairwell-key': `data_live_${'A'.repeat(43)}` }, 'token_invalid'],
  ])('is needed: %s', async (_name, headers, code) => {
    await serve();
    await create('data');
    expect(await get('/data', headers)).toEqual([401, code]);
  });

  it('is nowhere in the database', async () => {
    const key = await create('data');
    expect(JSON.stringify(await store().list())).not.toContain(key);
  });

  it('opens nothing once it was revoked; another goes on', async () => {
    await serve();
    const { id, key } = await store().create('data', 'live');
    const another = await create('data');
    expect(await store().revoke(id)).toBe(true);
    expect(await store().revoke(id)).toBe(false);
    expect(await get('/data', { 'x-fairwell-key': key })).toEqual([401, 'token_invalid']);
    expect(await get('/data', { 'x-fairwell-key': another })).toEqual([200, 'live']);
  });

  it('has a limit of its own', async () => {
    await serve(2);
    const headers = { 'x-fairwell-key': await create('data') };
    const other = { 'x-fairwell-key': await create('data') };
    expect((await get('/data', headers))[0]).toBe(200);
    expect((await get('/data', headers))[0]).toBe(200);
    expect(await get('/data', headers)).toEqual([429, 'rate_limited']);
    expect((await get('/data', other))[0]).toBe(200);
  });
});

describe('the command for keys', () => {
  let directory: string;
  let variables: Record<string, string>;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'fairwell-keys-'));
    const postgres = inject('postgresUrl');
    variables =
      postgres === undefined
        ? { FAIRWELL_DATA_DIR: join(directory, 'data') }
        : { DATABASE_URL: await createDatabase(postgres) };
  });
  afterAll(() => rm(directory, { recursive: true }));

  async function run(...args: string[]): Promise<string[]> {
    const lines: string[] = [];
    await runKeys(args, variables, (line) => lines.push(line));
    return lines;
  }

  it('makes a key, shows it once, lists and revokes it', async () => {
    const [first = '', key] = await run('create', 'data', '--mode', 'live');
    expect(key).toMatch(/^data_live_[\w-]{43}$/);
    const [id = ''] = first.split(' ');
    const [listed, ...others] = await run('list');
    expect(others).toEqual([]);
    expect(listed).toMatch(new RegExp(`^${id}  data  live  .*in use$`));
    await run('revoke', id);
    expect(await run('list')).toEqual([expect.stringMatching(/revoked/)]);
    await expect(run('revoke', id)).rejects.toThrow(id);
  });

  it.each([
    [],
    ['create'],
    ['create', 'data'],
    ['create', 'other', '--mode', 'live'],
    ['create', 'data', '--mode', 'production'],
    ['create', 'data', 'admin', '--mode', 'live'],
    ['list', 'data'],
    ['revoke'],
    ['unknown'],
  ])('says what it can do: %s %s %s %s', async (...args) => {
    await expect(run(...args.filter((each) => typeof each === 'string'))).rejects.toThrow('Usage');
  });

  it('says which variable is missing', async () => {
    await expect(runKeys(['list'], {}, () => undefined)).rejects.toThrow('FAIRWELL_DATA_DIR');
  });
});
