import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { administer } from './support/admin.js';
import { useWorld } from './support/world.js';

const world = useWorld();

interface Example {
  method: string;
  path: string;
  body: unknown;
  answer: unknown;
}

/** The requests of a page of documentation, each with the answer that is written after it, if one is. */
function examplesOf(page: string): Example[] {
  const blocks = [...page.matchAll(/```(http|json)\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, kind, text = ''], index) => {
    if (kind !== 'http') return [];
    const [line = '', ...rest] = text.split('\n');
    const [method = '', path = ''] = line.split(' ');
    const [, following, answer = ''] = blocks[index + 1] ?? [];
    return {
      method,
      path,
      body: JSON.parse(rest.join('\n')) as unknown,
      answer: following === 'json' ? (JSON.parse(answer) as unknown) : {},
    };
  });
}

it('the documentation of flows says what happens', async () => {
  const page = await readFile(new URL('../../../docs/service/flows.md', import.meta.url), 'utf8');
  const admin = await administer(world, await world.serve());
  const examples = examplesOf(page);
  expect(examples.length).toBeGreaterThan(7);
  for (const { method, path, body, answer } of examples) {
    const { status, body: given } = await admin.send(method, path.replace('/v1/admin', ''), body);
    expect(given, `${method} ${path}`).toMatchObject(answer as object);
    expect(status).toBeLessThan(300);
  }
});
