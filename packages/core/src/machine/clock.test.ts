import type { Flow } from '@fairwell/contract';
import { afterEach, describe, expect, it } from 'vitest';
import { createHandlersGateway } from '../gateway/handlers-gateway.js';
import { formatDate } from '../format/format.js';
import { customer, monthly, now } from '../testing/fixtures.js';
import { ScriptedGateway, tick } from '../testing/scripted-gateway.js';
import { createCancelFlow } from './cancel-flow.js';

const day = 86_400_000;
const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const flowOf = (datePicker: boolean): Flow => ({
  id: 'f',
  steps: [
    {
      id: 'first',
      type: 'offer',
      offer: { type: 'pause', maxLength: 2, interval: 'month', datePicker },
    },
  ],
});

/** A flow under a clock that can be set, and calls back after a wait only when it is told to. */
async function open(datePicker = true) {
  const gateway = new ScriptedGateway(flowOf(datePicker));
  let time = now;
  const waits: { callback: () => void; milliseconds: number }[] = [];
  const machine = createCancelFlow({
    gateway,
    now: () => time,
    delay: (callback, milliseconds) => {
      waits.push({ callback, milliseconds });
      return () => undefined;
    },
  });
  await machine.start();
  const jump = (days: number): void => {
    time = new Date(time.getTime() + days * day);
  };
  return { machine, gateway, waits, jump };
}

const until = new Date(now.getTime() + 20 * day).toISOString();

describe('a clock that jumps while a flow is open', () => {
  it.each([-3, -0.5, 0.5, 19])('by %s days sends the day that was picked', async (days) => {
    const { machine, gateway, jump } = await open();
    jump(days);
    void machine.accept({ until });
    expect(gateway.received.map(({ action }) => action)).toEqual([
      { type: 'pause', offerId: 'first', interval: 'month', until },
    ]);
    await gateway.settle('done');
    expect(machine.state.page).toMatchObject({ kind: 'complete', outcome: { resumesAt: until } });
  });

  it('past the day that was picked asks for another, and sends that', async () => {
    const { machine, gateway, jump } = await open();
    jump(21);
    await machine.accept({ until });
    expect(machine.state).toMatchObject({
      issue: { code: 'selection_invalid' },
      page: { kind: 'offer' },
    });
    expect(gateway.received).toEqual([]);
    const later = new Date(now.getTime() + 40 * day).toISOString();
    void machine.accept({ until: later });
    expect(gateway.received.map(({ action }) => action)).toMatchObject([{ until: later }]);
  });

  it.each([-400, 400])('by %s days neither hastens nor delays the way out', async (days) => {
    const { machine, waits, jump } = await open();
    void machine.accept({ until });
    jump(days);
    await tick();
    expect(machine.state).toMatchObject({ canClose: false, page: { slow: false } });
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([15_000]);
    waits[0]?.callback();
    expect(machine.state).toMatchObject({ canClose: true, page: { slow: true } });
  });
});

it('tells the host and the customer the same end of a pause, whatever the clock does', async () => {
  let time = now;
  const told: string[] = [];
  const gateway = createHandlersGateway({
    flow: flowOf(false),
    customer,
    subscriptions: [monthly],
    handlers: {
      handleCancel: () => undefined,
      handlePause: (_customer, { pauseEndDate }) => {
        told.push(pauseEndDate);
        time = new Date(now.getTime() - 90 * day);
      },
    },
    now: () => time,
  });
  const machine = createCancelFlow({ gateway, now: () => time });
  await machine.start();
  time = new Date(now.getTime() + 5 * day);
  await machine.accept({ length: 1 });
  expect(told).toEqual(['2026-12-26T12:00:00.000Z']);
  expect(machine.state.page).toMatchObject({ outcome: { resumesAt: told[0] } });
});

it('sends the instant that was picked, though the zone changes before it is sent', async () => {
  process.env.TZ = 'Pacific/Auckland';
  const { machine, gateway } = await open();
  process.env.TZ = 'America/Los_Angeles';
  void machine.accept({ until });
  expect(gateway.received.map(({ action }) => action)).toMatchObject([{ until }]);
  await gateway.settle('done');
  const { page } = machine.state;
  const outcome = page?.kind === 'complete' ? page.outcome : undefined;
  const shown = outcome?.type === 'pause' ? formatDate(outcome.resumesAt ?? '', 'en') : '';
  expect(shown).toBe(formatDate(until, 'en'));
});
