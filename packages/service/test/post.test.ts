import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { AttemptFailed } from '../src/queue/jobs.js';
import { createPost, type Post, type PostOptions } from '../src/webhooks/post.js';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

async function receive(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { port, requests, url: `http://127.0.0.1:${port}/hook` };
}

const local = (options: Partial<PostOptions> = {}): Post =>
  createPost({ allowPrivate: true, ...options });
const open = (options: Partial<PostOptions> = {}): Post =>
  createPost({ allowPrivate: false, ...options });

async function failure(sent: Promise<number>) {
  try {
    return `answered with ${await sent}`;
  } catch (error) {
    if (error instanceof AttemptFailed) return error;
    throw error;
  }
}

describe('what is sent out', () => {
  it('arrives whole, once, with its headers', async () => {
    let body = '';
    const server = await receive((request, response) => {
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (body += chunk));
      request.on('end', () => response.writeHead(204).end());
    });
    const headers = { 'content-type': 'application/json', 'x-test': 'yes' };
    expect(await local()(server.url, headers, '{"text":"Grüße"}')).toBe(204);
    expect(body).toBe('{"text":"Grüße"}');
    expect(server.requests).toMatchObject([
      { method: 'POST', url: '/hook', headers: { ...headers, 'content-length': '18' } },
    ]);
  });

  it.each([
    ['127.0.0.1', 4],
    ['169.254.169.254', 4],
    ['::ffff:127.0.0.1', 6],
    ['fd00:ec2::254', 6],
  ])('does not go to a name that stands for %s', async (address, family) => {
    const post = open({ resolve: () => Promise.resolve([{ address, family }]) });
    expect(await failure(post('https://example.com/', {}, ''))).toMatchObject({
      message: 'not an address of the public Internet',
      isFinal: false,
    });
  });

  it('does not go to a name of which only one address is public', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '8.8.8.8', family: 4 },
        { address: '10.0.0.1', family: 4 },
      ]);
    expect(await failure(open({ resolve })('https://example.com/', {}, ''))).toMatchObject({
      message: 'not an address of the public Internet',
    });
  });

  it('does not go to a private address, nor without encryption', async () => {
    const server = await receive((_request, response) => response.end());
    for (const url of [server.url, `https://127.0.0.1:${server.port}/`, 'http://example.com/'])
      expect(await failure(open()(url, {}, ''))).toMatchObject({ isFinal: true });
    expect(server.requests).toEqual([]);
  });

  it('asks for the address of a name once, and connects to that one', async () => {
    const server = await receive((_request, response) => response.end());
    let asked = 0;
    const resolve = () => {
      asked += 1;
      // Another answer each time, as somebody would give it who wants to get past the check.
      return Promise.resolve([{ address: asked === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]);
    };
    const url = `http://receiver.example:${server.port}/`;
    expect(await local({ resolve })(url, {}, '')).toBe(200);
    expect(asked).toBe(1);
    expect(server.requests[0]?.headers.host).toBe(`receiver.example:${server.port}`);
  });

  it('does not follow a redirect', async () => {
    const target = await receive((_request, response) => response.end());
    const server = await receive((_request, response) =>
      response.writeHead(307, { location: target.url }).end(),
    );
    expect(await failure(local()(server.url, {}, ''))).toMatchObject({
      status: 307,
      isFinal: false,
    });
    expect(target.requests).toEqual([]);
  });

  it.each([
    [500, false],
    [404, false],
    [410, true],
  ])('has failed when %i is answered', async (status, isFinal) => {
    const server = await receive((_request, response) => response.writeHead(status).end());
    expect(await failure(local()(server.url, {}, ''))).toMatchObject({ status, isFinal });
  });

  it('waits no longer than it may: for an answer, for its end, for a name', async () => {
    const silent = await receive(() => undefined);
    const endless = await receive((_request, response) => response.writeHead(200).write('.'));
    const post = local({ timeout: 50 });
    const noName = local({ timeout: 50, resolve: () => new Promise(() => undefined) });
    const failures = await Promise.all([
      failure(post(silent.url, {}, '')),
      failure(post(endless.url, {}, '')),
      failure(noName('https://example.com/', {}, '')),
    ]);
    for (const each of failures) expect(each).toMatchObject({ message: 'no answer in time' });
  });

  it('reads no more of an answer than it needs', async () => {
    let sent = 0;
    const server = await receive((_request, response) => {
      response.writeHead(200);
      const flood = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(16_384))) sent += 16_384;
        if (!response.destroyed) response.once('drain', flood);
      };
      flood();
    });
    expect(await local()(server.url, {}, '')).toBe(200);
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it('says that nobody was there, and nothing of where', async () => {
    const server = await receive((_request, response) => response.end());
    closers.splice(0).forEach((close) => {
      close();
    });
    expect(await failure(local()(server.url, {}, ''))).toMatchObject({
      message: 'no connection (ECONNREFUSED)',
    });
  });
});
