import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';

const main = fileURLToPath(new URL('../server/main.ts', import.meta.url));
const address = /http:\/\/localhost:\d+(?=\s)/;
let directory: string;
let children: ChildProcess[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fairwell-demo-'));
  await cp(inject('database'), join(directory, 'sandbox'), { recursive: true });
});

afterEach(async () => {
  // A test that failed may have left one running.
  const running = children.filter(({ exitCode, signalCode }) => exitCode === null && !signalCode);
  await Promise.all(
    running.map(async (child) => {
      const gone = once(child, 'close');
      child.kill('SIGKILL');
      await gone;
    }),
  );
  children = [];
});

afterAll(() => rm(directory, { recursive: true }));

/** The command that `npm start` ends in. */
function start(environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [main, '--data', directory], {
    env: { ...process.env, PORT: '0', STRIPE_SECRET_KEY: '', ...environment },
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code), said }));
  /** Its address, once it is there. */
  const ready = async (): Promise<string> => {
    const listening = new Promise<string>((resolve) => {
      child.stdout.on('data', () => {
        const [url] = address.exec(said) ?? [];
        if (url) resolve(url);
      });
    });
    const never = ended.then(() => Promise.reject(new Error(said)));
    return Promise.race([listening, never]);
  };
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return { ready, stop, ended };
}

describe('the command', () => {
  it('serves the page, and stops when told to', async () => {
    const { ready, stop } = start();
    const page = await fetch(await ready());
    expect(await page.text()).toContain('<fw-cancel-button>');
    expect((await stop()).code).toBe(0);
  });

  it('keeps off a folder that another is at work in', async () => {
    const first = start();
    await first.ready();
    const { code, said } = await start().ended;
    expect(code).toBe(1);
    expect(said).toContain('is in use');
    await first.stop();
  });

  it('says which port is taken, and how to take another', async () => {
    const server = createServer().listen(0, 'localhost');
    await once(server, 'listening');
    const taken = server.address();
    const port = typeof taken === 'object' && taken ? taken.port : 0;
    const { code, said } = await start({ PORT: String(port) }).ended;
    server.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken`);
    expect(said).toContain('PORT=');
  });

  it('says what is wrong with a port', async () => {
    const { code, said } = await start({ PORT: 'http' }).ended;
    expect(code).toBe(1);
    expect(said).toBe('PORT is "http", not a port.\n');
  });

  it.each([
    ['sk_live_1', 'cus_1', 'test key'],
    ['sk_test_1', '', 'STRIPE_CUSTOMERS'],
  ])('does not run on Stripe with the key %s and the customers "%s"', async (key, list, why) => {
    const { code, said } = await start({ STRIPE_SECRET_KEY: key, STRIPE_CUSTOMERS: list }).ended;
    expect(code).toBe(1);
    expect(said).toContain(why);
  });
});
