import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { signSessionToken } from '@fairwell/node';
import { expect, it, onTestFinished } from 'vitest';
import * as service from '../src/index.js';
import { flow, secret } from './support/fixtures.js';

const page = new URL('../../../docs/service.md', import.meta.url);

/** What the example imports; it finds them here in place of a folder of packages. */
const modules = {
  fastify,
  '@fairwell/service': service,
  'node:fs/promises': { readFile },
};

/** A folder's Postgres is made anew, in milliseconds. */
const patience = 120_000;

it(
  'the plugin of the documentation starts sessions',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'fairwell-docs-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    await writeFile(join(directory, 'flow.json'), JSON.stringify(flow));
    const section = (await readFile(page, 'utf8')).split('\n## As a plugin\n')[1] ?? '';
    const [, example = ''] = /```js\n([\s\S]*?)```/.exec(section) ?? [];
    const code = example
      .replaceAll(/^import (.+) from '(.+)';$/gm, (_line, names: string, from: string) => {
        return `const ${names} = globalThis.modules['${from}'];`;
      })
      .replace("'.data'", JSON.stringify(join(directory, 'data')))
      .replace("'flow.json'", JSON.stringify(join(directory, 'flow.json')))
      .replace('port: 4400', 'port: 0')
      .replace('process.env.FAIRWELL_SECRET', JSON.stringify(secret))
      .replace('logger: true', 'logger: false');
    Object.assign(globalThis, { modules });
    const url = `data:text/javascript,${encodeURIComponent(`${code}\nexport { app };`)}`;
    const { app } = (await import(/* @vite-ignore */ url)) as { app: FastifyInstance };
    onTestFinished(() => app.close());
    const claims = { appId: 'my-app', customerId: 'cus_1', mode: 'sandbox' } as const;
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/v1/sessions',
      headers: { authorization: `Bearer ${signSessionToken(claims, secret)}` },
      payload: {},
    });
    expect(statusCode, body).toBe(201);
  },
  patience,
);
