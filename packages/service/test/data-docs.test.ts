import { expect, it } from 'vitest';
import { dataClient, makeHistory } from './support/data.js';
import { examplesOf } from './support/examples.js';
import { useWorld } from './support/world.js';

const world = useWorld();

it('the documentation of data says what happens', async () => {
  const service = await world.serve();
  const client = await dataClient(world, service);
  await makeHistory(world, service);
  const examples = await examplesOf('data.md');
  expect(examples.length).toBeGreaterThan(7);
  for (const { method, path, body, answer } of examples) {
    const { status, body: given } =
      method === 'GET' ? await client.get(path) : await client.post(path, body);
    expect(status, `${method} ${path}: ${JSON.stringify(given)}`).toBeLessThan(300);
    if (JSON.stringify(answer) !== '{}')
      expect(given, `${method} ${path}`).toMatchObject(answer as object);
  }
});
