import { expect, it } from 'vitest';
import type { Translator } from '../src/index.js';
import { administer } from './support/admin.js';
import { examplesOf } from './support/examples.js';
import { useWorld } from './support/world.js';

const world = useWorld();

/** Translates nothing into anything. */
const parrot: Translator = {
  isRemote: false,
  translate: (texts) => Promise.resolve(texts.map(({ text }) => text)),
};

it('the documentation of flows says what happens', async () => {
  const admin = await administer(world, await world.serve({ translators: [parrot] }));
  const examples = await examplesOf('flows.md');
  expect(examples.length).toBeGreaterThan(7);
  for (const { method, path, body, answer } of examples) {
    const { status, body: given } = await admin.send(method, path.replace('/v1/admin', ''), body);
    expect(given, `${method} ${path}`).toMatchObject(answer as object);
    expect(status).toBeLessThan(300);
  }
});
