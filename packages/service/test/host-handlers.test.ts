import type { Action } from '@fairwell/contract';
import { offersOf } from '@fairwell/core';
import { expect, it } from 'vitest';
import type { BillingProvider } from '../src/index.js';
import { faulty } from './support/faulty-provider.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const pause: Action = { type: 'pause', offerId: 'why/unused', interval: 'month', length: 1 };

/** A provider that can cancel, and nothing else. */
function poorProvider(): BillingProvider {
  return { ...faulty(world.sandbox), capabilities: new Set(['cancel']) };
}

it('an offer that the provider cannot carry out is made where the page does it itself', async () => {
  const service = await world.serve({ providers: { live: poorProvider() } });
  const typesFor = async (body: object): Promise<unknown[]> => {
    const { flow } = await service.session('cus_monthly', body);
    return [...new Set(offersOf(flow).map(({ offer }) => offer.type))];
  };
  expect(await typesFor({})).toEqual(['contact', 'redirect']);
  expect(await typesFor({ handles: ['pause', 'discount'] })).toEqual([
    'discount',
    'pause',
    'contact',
    'redirect',
  ]);
});

it('what the page does itself is refused, and everything else is done', async () => {
  const service = await world.serve();
  const session = await service.session('cus_monthly', { handles: ['pause', 'cancel'] });
  for (const action of [pause, cancel]) {
    const { status, error } = await service.act(session, action);
    expect([status, error.code, error.field]).toEqual([409, 'action_unsupported', 'action.type']);
  }
  expect(await world.ledger()).toEqual([]);
  expect((await service.act(session, takeDiscount)).status).toBe(200);
});

it('names an action that no page can carry out', async () => {
  const service = await world.serve();
  const { status, error } = await service.start(service.tokenFor('cus_monthly'), {
    handles: ['pause', 'refund'],
  });
  expect([status, error.field]).toEqual([400, 'handles[1]']);
});
