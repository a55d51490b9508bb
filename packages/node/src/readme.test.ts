import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import * as node from './index.js';

const secret = 'a secret of at least thirty-two bytes';
const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const readme = await readFile(join(import.meta.dirname, '../README.md'), 'utf8');

afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

/** Runs the example after a heading, and answers with what it calls by this name. */
async function run(heading: string, name: string): Promise<unknown> {
  const section = readme.slice(readme.indexOf(`\n## ${heading}\n`));
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(section) ?? [];
  vi.stubGlobal('fairwellNode', node);
  const code = example.replace(
    /^import (.+) from '@fairwell\/node';$/m,
    'const $1 = globalThis.fairwellNode;',
  );
  const url = `data:text/javascript,${encodeURIComponent(`${code}\nexport default ${name};`)}`;
  return ((await import(/* @vite-ignore */ url)) as { default: unknown }).default;
}

it('shows a token that the service takes', async () => {
  vi.stubEnv('FAIRWELL_SECRET', secret);
  const token = String(await run('A session token', 'session'));
  expect(node.verifySessionToken(token, [secret], { appId: 'my-app' })).toMatchObject({
    sub: 'cus_1',
    subscription: 'sub_1',
    mode: 'live',
    attributes: { tier: 'gold' },
  });
});

it('shows the hash of a customer', async () => {
  vi.stubEnv('FAIRWELL_API_KEY', 'the API key');
  const expected = createHmac('sha256', 'the API key').update('cus_1').digest('hex');
  expect(await run('authHash', 'hash')).toBe(expected);
});

it('shows how a webhook is taken in, and how one that is not ours is refused', async () => {
  vi.stubEnv('FAIRWELL_WEBHOOK_SECRET', webhookSecret);
  type Handle = (request: object, response: { sendStatus: (status: number) => void }) => void;
  const handlers: Handle[] = [];
  vi.stubGlobal('express', { raw: () => undefined });
  vi.stubGlobal('app', {
    post: (_path: string, _parser: unknown, handle: Handle) => handlers.push(handle),
  });
  await run('Webhooks', 'undefined');
  const body = Buffer.from('{"event":"test","data":{"sentAt":"2026-11-21T09:30:00.000Z"}}');
  const answers: number[] = [];
  for (const key of [webhookSecret, 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD']) {
    const headers = node.signWebhook({ id: 'msg_1', sentAt: new Date(), body: String(body) }, key);
    handlers[0]?.({ body, headers }, { sendStatus: (status) => answers.push(status) });
  }
  expect(answers).toEqual([204, 400]);
});
