import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signSessionToken } from '@fairwell/node';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { readEnvironment } from '../src/cli/environment.js';
import { createServer } from '../src/cli/server.js';
import { createDatabase } from './support/database.js';
import { flow } from './support/fixtures.js';

const secret = 'the secret of the command in this test';
let directory: string;
let variables: Record<string, string>;
let server: FastifyInstance | undefined;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fairwell-server-'));
  const flowFile = join(directory, 'flow.json');
  await writeFile(flowFile, JSON.stringify(flow));
  const postgres = inject('postgresUrl');
  variables = {
    ...(postgres === undefined
      ? { FAIRWELL_DATA_DIR: join(directory, 'data') }
      : { DATABASE_URL: await createDatabase(postgres) }),
    FAIRWELL_APP_ID: 'app_server',
    FAIRWELL_SECRET: secret,
    FAIRWELL_FLOW: flowFile,
    LOG_LEVEL: 'silent',
  };
});
afterEach(async () => {
  await server?.close();
  server = undefined;
});
afterAll(() => rm(directory, { recursive: true }));

async function start(extra: Record<string, string> = {}): Promise<FastifyInstance> {
  server = await createServer(readEnvironment({ ...variables, ...extra }));
  return server;
}

describe('the command', () => {
  it('serves, and says that it is ready', async () => {
    const app = await start();
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'ok' });
    expect((await app.inject('/readyz')).json()).toEqual({ status: 'ok' });
    const token = signSessionToken(
      { appId: 'app_server', customerId: 'cus_nobody', mode: 'sandbox' },
      secret,
    );
    const answer = await app.inject({
      method: 'POST',
      url: '/v1/sessions',
      headers: { authorization: `Bearer ${token}` },
      payload: {},
    });
    expect(answer.json()).toMatchObject({ code: 'customer_unknown' });
  });

  it.each(['/nothing', '/v1/nothing', '/v1/%zz'])('has one shape for errors: %s', async (url) => {
    const app = await start();
    const answer = await app.inject(url);
    expect([400, 404]).toContain(answer.statusCode);
    const body = answer.json<{ code: string; requestId: string }>();
    expect(['not_found', 'invalid_request']).toContain(body.code);
    expect(body.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('does not start without a flow that can be read', async () => {
    const broken = join(directory, 'broken.json');
    await writeFile(broken, '{');
    await expect(start({ FAIRWELL_FLOW: broken })).rejects.toThrow('FAIRWELL_FLOW');
    await expect(start({ FAIRWELL_FLOW: join(directory, 'none') })).rejects.toThrow(
      'FAIRWELL_FLOW',
    );
  });

  it('does not start with a flow that is none, and says where', async () => {
    const wrong = join(directory, 'wrong.json');
    await writeFile(wrong, JSON.stringify({ ...flow, steps: [{ id: 'a', type: 'quiz' }] }));
    await expect(start({ FAIRWELL_FLOW: wrong })).rejects.toThrow('steps[0].type');
    // What it had opened by then is closed again.
    await start();
  });
});
