import { authHash } from '@fairwell/node';
import { describe, expect, it } from 'vitest';
import { useWorld } from './support/world.js';

const world = useWorld();

async function serve() {
  const { url } = await world.serve({ development: true });
  return {
    get: () => fetch(`${url}/verify`),
    post: (form: Record<string, string>) =>
      fetch(`${url}/verify`, { method: 'POST', body: new URLSearchParams(form) }),
  };
}

describe('the page that shows hashes', () => {
  it('shows the hash that a back end should make', async () => {
    const { get, post } = await serve();
    expect(await (await get()).text()).toContain('<form method="post">');
    const page = await (await post({ customerId: 'cus_1', apiKey: 'a key' })).text();
    expect(page).toContain(authHash('cus_1', 'a key'));
    expect(page).not.toContain('a key');
  });

  it('compares', async () => {
    const { post } = await serve();
    const form = { customerId: 'cus_1', apiKey: 'a key' };
    const right = await post({ ...form, authHash: authHash('cus_1', 'a key').toUpperCase() });
    expect(await right.text()).toContain('Your hash is right');
    const wrong = await post({ ...form, authHash: authHash('"cus_1"', 'a key') });
    expect(await wrong.text()).toContain('Your hash is another one');
  });

  it('runs nothing, loads nothing and is not kept', async () => {
    const { get, post } = await serve();
    const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
    for (const response of [await get(), await post({ customerId: hostile, apiKey: 'a key' })]) {
      expect(response.headers.get('content-security-policy')).toBe(
        "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).not.toMatch(/<script|<style|<img|\sstyle=/i);
    }
  });

  it('asks for what is missing', async () => {
    const { post } = await serve();
    expect((await post({ customerId: 'cus_1' })).status).toBe(400);
  });
});

it('nothing of it is there unless it is asked for', async () => {
  const service = await world.serve();
  for (const path of ['/verify', '/dev/mailbox'])
    expect((await service.send('GET', path, {})).status).toBe(404);
});
