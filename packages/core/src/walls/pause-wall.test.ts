import type { PauseInForce } from '@fairwell/contract';
import { describe, expect, it, vi } from 'vitest';
import { FairwellError } from '../errors.js';
import { clearState } from '../machine/storage.js';
import { customer, now } from '../testing/fixtures.js';
import { memoryStorage } from '../testing/memory-storage.js';
import { tick } from '../testing/scripted-gateway.js';
import { pause, pauseGateway, ScriptedWalls } from '../testing/scripted-wall-gateway.js';
import { createPauseWall, type PauseWallOptions } from './pause-wall.js';
import type { WallEvent } from './wall-state.js';

function at(options: Partial<PauseWallOptions> = {}, wall: PauseInForce = pause) {
  const walls = new ScriptedWalls(wall);
  const later: (() => void)[] = [];
  let keys = 0;
  const machine = createPauseWall({
    gateway: pauseGateway(walls),
    now: () => now,
    createKey: () => `key-${++keys}`,
    delay: (callback) => {
      later.push(callback);
      return () => later.splice(later.indexOf(callback), 1);
    },
    reportError: () => undefined,
    ...options,
  });
  const events: WallEvent[] = [];
  machine.observe((event) => events.push(event));
  /** Lets the 15 seconds pass. */
  const wait = () => later.forEach((callback) => callback());
  return { machine, walls, events, wait };
}

async function standing(options?: Partial<PauseWallOptions>, wall?: PauseInForce) {
  const opened = at(options, wall);
  await opened.machine.check();
  return opened;
}

describe('whether it stands', () => {
  it('stands while the subscription is paused, and says so once', async () => {
    const { machine, events } = at();
    const checking = machine.check();
    expect(machine.state.status).toBe('checking');
    expect(await checking).toBe(true);
    expect(machine.state).toMatchObject({ status: 'standing', wall: pause, canClose: false });
    await machine.check({ force: true });
    expect(events).toEqual([{ type: 'activated' }]);
  });

  it('does not stand where nothing is paused', async () => {
    const { machine, walls, events } = at();
    walls.wall = null;
    expect(await machine.check()).toBe(false);
    expect(machine.state).toMatchObject({ status: 'down', wall: null });
    expect(events).toEqual([]);
  });

  it.each<[string, Partial<PauseInForce>]>([
    ['a pause that has not begun', { since: '2026-11-22T00:00:00.000Z' }],
    ['a pause that is over', { resumesAt: '2026-11-20T00:00:00.000Z' }],
    ['a date that is none', { since: 'soon' }],
  ])('does not stand for %s', async (_name, part) => {
    const { machine } = await standing({}, { ...pause, ...part });
    expect(machine.state.status).toBe('down');
  });

  it('stands for a pause without an end', async () => {
    const { resumesAt: _resumesAt, ...endless } = pause;
    const { machine } = await standing({}, endless);
    expect(machine.state.status).toBe('standing');
  });

  it('lets the customer in when the check fails, and tells the host', async () => {
    const { machine, walls, events } = at();
    walls.failure = new FairwellError('network', 'no answer');
    expect(await machine.check()).toBe(false);
    expect(machine.state.status).toBe('down');
    expect(events).toEqual([
      { type: 'error', error: walls.failure, errorType: 'PAUSE_WALL_INITIALIZATION_ERROR' },
    ]);
  });

  it('falls when a later check finds that the pause is over', async () => {
    const { machine, walls } = await standing();
    walls.wall = null;
    expect(await machine.check({ force: true })).toBe(false);
    expect(machine.state.status).toBe('down');
  });

  it('stays when a later check is refused, and can be passed when nobody answers it', async () => {
    const { machine, walls } = await standing();
    walls.failure = new FairwellError('token_expired', 'old');
    await machine.check({ force: true });
    expect(machine.state).toMatchObject({ status: 'standing', canClose: false });
    walls.failure = new FairwellError('network', 'no answer');
    await machine.check({ force: true });
    expect(machine.state).toMatchObject({ status: 'standing', canClose: true });
    walls.failure = undefined;
    await machine.check({ force: true });
    expect(machine.state.canClose).toBe(false);
  });
});

describe('what is known between checks', () => {
  it('asks once a minute, on every page of the same customer', async () => {
    const storage = memoryStorage();
    let time = now;
    const first = await standing({ storage, now: () => time });
    const second = at({ storage, now: () => time });
    time = new Date(now.getTime() + 59_999);
    expect(await second.machine.check()).toBe(true);
    expect(second.walls.checks).toEqual([]);
    time = new Date(now.getTime() + 60_000);
    await second.machine.check();
    expect(second.walls.checks).toEqual([false]);
    expect(first.walls.checks).toEqual([false]);
  });

  it('asks about another customer', async () => {
    const storage = memoryStorage();
    await standing({ storage });
    const walls = new ScriptedWalls(pause);
    await standing({ storage, gateway: { ...pauseGateway(walls), subject: 'cus_2' } });
    expect(walls.checks).toEqual([false]);
  });

  it('keeps nothing of a customer whom it cannot name', async () => {
    const setItem = vi.fn();
    const walls = new ScriptedWalls(pause);
    const gateway = { ...pauseGateway(walls), subject: undefined };
    await standing({ storage: { ...memoryStorage(), setItem }, gateway });
    expect(setItem).not.toHaveBeenCalled();
  });

  it('is forgotten when the customer signs out', async () => {
    const storage = memoryStorage();
    await standing({ storage });
    clearState(storage);
    const { walls } = await standing({ storage });
    expect(walls.checks).toEqual([false]);
  });

  it('asks again when told to', async () => {
    const { machine, walls } = await standing({ storage: memoryStorage() });
    await machine.check({ force: true });
    expect(walls.checks).toEqual([false, true]);
  });

  it('asks the provider anew after something was done, on the next page too', async () => {
    const storage = memoryStorage();
    const { machine, walls } = await standing({ storage });
    void machine.resume();
    await walls.settle('done');
    const next = await standing({ storage });
    expect(next.walls.checks).toEqual([true]);
  });

  it('does not keep what an earlier check says after something was done', async () => {
    const storage = memoryStorage();
    const { machine, walls } = await standing({ storage });
    walls.holdsChecks = true;
    const checking = machine.check({ force: true });
    void machine.resume();
    await walls.settle('done');
    walls.heldChecks.forEach((answer) => answer());
    expect(await checking).toBe(false);
    expect(machine.state.status).toBe('down');
    const next = await standing({ storage });
    expect(next.walls.checks).toEqual([true]);
  });

  it('does not keep what it said before the subscription was cancelled', async () => {
    const storage = memoryStorage();
    const { machine, walls } = await standing({ storage });
    walls.holdsChecks = true;
    const checking = machine.check({ force: true });
    void machine.cancel();
    await walls.settle('done');
    walls.heldChecks.forEach((answer) => answer());
    await checking;
    const next = await standing({ storage });
    expect(next.walls.checks).toEqual([true]);
  });

  it.each<[string, () => string | null]>([
    ['broken', () => '{"at":'],
    ['of another shape', () => '[1,2]'],
    [
      'forbidden',
      () => {
        throw new Error('denied');
      },
    ],
  ])('asks where the storage is %s', async (_name, getItem) => {
    const { machine, walls } = await standing({ storage: { ...memoryStorage(), getItem } });
    expect(machine.state.status).toBe('standing');
    expect(walls.checks).toEqual([false]);
  });

  it('asks after the clock was set back', async () => {
    const storage = memoryStorage();
    await standing({ storage });
    const earlier = new Date(now.getTime() - 1);
    const { walls } = await standing({ storage, now: () => earlier });
    expect(walls.checks).toEqual([false]);
  });
});

describe('resuming', () => {
  it('takes the wall down at once, and tells the host', async () => {
    const { machine, walls, events } = await standing();
    const resuming = machine.resume();
    expect(machine.state.inFlight).toEqual({ action: 'resume', atBank: false, slow: false });
    await walls.settle('done');
    await resuming;
    expect(machine.state).toMatchObject({
      status: 'down',
      inFlight: null,
      done: { action: 'resume' },
    });
    expect(events.at(-1)).toEqual({ type: 'resume', customer, message: undefined });
  });

  it('is done once, however often it is pressed and although the answer is lost', async () => {
    const { machine, walls } = await standing();
    void machine.resume();
    void machine.resume();
    expect(walls.flights).toHaveLength(1);
    await walls.settle('lost');
    expect(machine.state.error).toMatchObject({ action: 'resume', error: { code: 'network' } });
    void machine.resume();
    await walls.settle('done');
    expect(walls.keys.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(walls.done.size).toBe(1);
  });

  it('gets a new key after it was refused', async () => {
    const { machine, walls, events } = await standing();
    void machine.resume();
    await walls.settle('refused');
    expect(machine.state).toMatchObject({ status: 'standing', canClose: false });
    expect(events.at(-1)).toMatchObject({ errorType: 'PAUSE_WALL_RESUME_ERROR' });
    void machine.resume();
    expect(walls.keys.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
  });

  it('shuts nobody out of whom it is not known whether they resumed', async () => {
    const { machine, walls, events } = await standing();
    void machine.resume();
    await walls.settle('unknown');
    expect(machine.state.canClose).toBe(true);
    machine.close();
    expect(machine.state.status).toBe('down');
    expect(events.at(-1)).toEqual({ type: 'close' });
  });

  it('shows a way out when it takes long, and still tells what came of it', async () => {
    const { machine, walls, events, wait } = await standing();
    void machine.resume();
    machine.close();
    expect(machine.state.status).toBe('standing');
    wait();
    expect(machine.state.inFlight?.slow).toBe(true);
    machine.close();
    expect(machine.state.status).toBe('down');
    await walls.settle('done');
    expect(events.map(({ type }) => type)).toEqual(['activated', 'close', 'resume']);
  });

  it('is not undone by a listener that throws', async () => {
    const reportError = vi.fn();
    const { machine, walls } = await standing({ reportError });
    machine.subscribe(() => {
      throw new Error('a host that throws');
    });
    void machine.resume();
    await walls.settle('done');
    expect(machine.state.status).toBe('down');
    expect(reportError).toHaveBeenCalled();
  });
});

describe('cancelling', () => {
  it('asks first', async () => {
    const { machine, walls } = await standing();
    machine.askToCancel();
    expect(machine.state.page).toEqual({ kind: 'cancel', endsAt: '2026-12-05T00:00:00.000Z' });
    machine.back();
    expect(machine.state.page.kind).toBe('overview');
    expect(walls.keys).toEqual([]);
  });

  it('is done once, and leaves the wall with a way to resume', async () => {
    const { machine, walls, events } = await standing();
    machine.askToCancel();
    void machine.cancel();
    await walls.settle('done');
    expect(machine.state).toMatchObject({
      status: 'standing',
      page: { kind: 'overview' },
      canceled: { endsAt: '2026-12-05T00:00:00.000Z' },
    });
    expect([...machine.state.can]).toEqual(['resume']);
    expect(events.at(-1)).toMatchObject({ type: 'cancel', customer });
    void machine.cancel();
    machine.askToCancel();
    expect(walls.flights).toEqual([]);
    expect(machine.state.page.kind).toBe('overview');
  });

  it('tells its own type of error', async () => {
    const { machine, walls, events } = await standing();
    void machine.cancel();
    await walls.settle('refused');
    expect(events.at(-1)).toMatchObject({ errorType: 'PAUSE_WALL_CANCEL_ERROR' });
  });

  it('looks anew where the subscription was cancelled before', async () => {
    const walls = new ScriptedWalls(pause);
    const cancel = () => Promise.reject(new FairwellError('already_canceled', 'before'));
    const { machine } = await standing({ gateway: { ...pauseGateway(walls), cancel } });
    walls.wall = null;
    await machine.cancel();
    await tick();
    expect(walls.checks).toEqual([false, true]);
    expect(machine.state.status).toBe('down');
  });
});

describe('the other ways on', () => {
  it('can be stepped past where it is soft', async () => {
    const { machine, events } = await standing({ softWall: true });
    expect(machine.state).toMatchObject({ soft: true, canClose: true });
    machine.close();
    expect(machine.state.status).toBe('down');
    machine.close();
    expect(events).toEqual([{ type: 'activated' }, { type: 'close' }]);
  });

  it('cannot be stepped past where it is hard', async () => {
    const { machine } = await standing();
    machine.close();
    expect(machine.state.status).toBe('standing');
  });

  it('is taken down by the host without a word', async () => {
    const { machine, events } = await standing();
    machine.lower();
    expect(machine.state.status).toBe('down');
    expect(events).toEqual([{ type: 'activated' }]);
  });

  it('has a button to log out where the host can', async () => {
    const walls = new ScriptedWalls(pause);
    const logOut = vi.fn(() => Promise.resolve({ message: 'See you' }));
    const { machine } = await standing({ gateway: { ...pauseGateway(walls), logOut } });
    expect(machine.state.can.has('logOut')).toBe(true);
    await machine.logOut();
    expect(logOut).toHaveBeenCalledOnce();
    expect(machine.state.done).toEqual({ action: 'logOut', message: 'See you' });
    expect(machine.state.status).toBe('standing');
  });

  it('does one thing at a time', async () => {
    const walls = new ScriptedWalls(pause);
    const logOut = vi.fn(() => Promise.resolve({}));
    const { machine } = await standing({ gateway: { ...pauseGateway(walls), logOut } });
    void machine.resume();
    await machine.logOut();
    void machine.cancel();
    machine.askToCancel();
    await tick();
    expect(logOut).not.toHaveBeenCalled();
    expect(walls.flights.map(({ name }) => name)).toEqual(['resume']);
    expect(machine.state.page.kind).toBe('overview');
  });
});
