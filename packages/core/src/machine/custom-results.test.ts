import type { Flow } from '@fairwell/contract';
import { expect, it } from 'vitest';
import { now } from '../testing/fixtures.js';
import { ScriptedGateway } from '../testing/scripted-gateway.js';
import { createCancelFlow } from './cancel-flow.js';

const flow: Flow = {
  id: 'f',
  steps: [
    { id: 'own', type: 'custom', tag: 'acme-nps' },
    { id: 'last', type: 'offer', offer: { type: 'custom', tag: 'acme-swap' } },
  ],
};

const circle: { self?: unknown } = {};
circle.self = circle;

it.each<[string, unknown, object]>([
  ['a number', 9, { result: 9 }],
  ['a moment, as its text', { at: now }, { result: { at: now.toISOString() } }],
  ['nothing', undefined, {}],
  ['a circle, which no record can hold,', circle, {}],
  ['a big integer', 1n, {}],
])('records %s that a custom element answers', async (_name, result, recorded) => {
  const gateway = new ScriptedGateway(flow);
  const machine = createCancelFlow({ gateway, now: () => now });
  await machine.start();
  machine.next(result);
  const at = now.toISOString();
  expect(gateway.recorded).toContainEqual({
    type: 'customAnswered',
    stepId: 'own',
    ...recorded,
    at,
  });
  void machine.accept({ result });
  expect(gateway.received[0]?.action).toEqual({ type: 'custom', offerId: 'last', ...recorded });
});
