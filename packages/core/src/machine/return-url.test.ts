import type { ReturnUrls } from '@fairwell/contract';
import { expect, it } from 'vitest';
import { createHandlersGateway } from '../gateway/handlers-gateway.js';
import { customer, flow, monthly, now } from '../testing/fixtures.js';
import { ScriptedGateway, tick } from '../testing/scripted-gateway.js';
import { createCancelFlow } from './cancel-flow.js';

const returnUrls: ReturnUrls = {
  save: 'https://app.example/account',
  cancel: 'https://app.example/goodbye',
  offers: { first: 'https://app.example/paused' },
};

async function open(given: ReturnUrls | undefined) {
  const gateway = new ScriptedGateway(flow);
  gateway.session.returnUrls = given;
  const machine = createCancelFlow({ gateway, now: () => now });
  await machine.start();
  return { machine, gateway, leads: () => machine.state.returnUrl };
}

it('leads whoever leaves from a question to where those go who stay', async () => {
  const { leads } = await open(returnUrls);
  expect(leads()).toBe(returnUrls.save);
});

it('leads nowhere where nobody gave an address', async () => {
  const { machine, gateway, leads } = await open(undefined);
  expect(leads()).toBeUndefined();
  void machine.accept({ length: 1 });
  await gateway.settle('done');
  expect(machine.state.page?.kind).toBe('complete');
  expect(leads()).toBeUndefined();
});

it('leads from an offer taken to its own address', async () => {
  const { machine, gateway, leads } = await open(returnUrls);
  void machine.accept({ length: 1 });
  expect(leads(), 'nothing is settled yet').toBeUndefined();
  await gateway.settle('done');
  expect(leads()).toBe('https://app.example/paused');
});

it('leads from an offer without its own address to where those go who stay', async () => {
  const { machine, gateway, leads } = await open({ ...returnUrls, offers: {} });
  void machine.accept({ length: 1 });
  await gateway.settle('done');
  expect(leads()).toBe(returnUrls.save);
});

it('leads from a cancellation to its address, and never to that of those who stay', async () => {
  for (const [given, expected] of [
    [returnUrls, returnUrls.cancel],
    [{ save: returnUrls.save }, undefined],
  ] as const) {
    const { machine, gateway, leads } = await open(given);
    void machine.confirm();
    await gateway.settle('done');
    expect(leads()).toBe(expected);
  }
});

it('leads nowhere from what failed: whoever wanted to cancel has not stayed', async () => {
  const { machine, gateway, leads } = await open(returnUrls);
  void machine.confirm();
  await gateway.settle('refused');
  expect(machine.state.page?.kind).toBe('error');
  expect(leads()).toBeUndefined();
  void machine.retry();
  await gateway.settle('done');
  expect(leads()).toBe(returnUrls.cancel);
});

it('leads nowhere once it is closed', async () => {
  const { machine, leads } = await open(returnUrls);
  machine.close();
  expect(leads()).toBeUndefined();
});

it('takes the addresses of a host without a service', async () => {
  const gateway = createHandlersGateway({
    flow,
    customer,
    subscriptions: [monthly],
    handlers: { handleCancel: () => undefined },
    returnUrls,
    now: () => now,
  });
  const machine = createCancelFlow({ gateway, now: () => now });
  await machine.start();
  void machine.confirm();
  await tick();
  expect(machine.state).toMatchObject({
    page: { kind: 'complete' },
    returnUrl: returnUrls.cancel,
  });
});
