import type { OverdueInvoice, PaymentOverdue } from '@fairwell/contract';
import { describe, expect, it, vi } from 'vitest';
import { FairwellError } from '../errors.js';
import { customer, now } from '../testing/fixtures.js';
import { memoryStorage } from '../testing/memory-storage.js';
import { tick } from '../testing/scripted-gateway.js';
import {
  invoice,
  overdue,
  paymentGateway,
  ScriptedWalls,
} from '../testing/scripted-wall-gateway.js';
import { createFailedPaymentWall, type FailedPaymentWallOptions } from './failed-payment-wall.js';
import type { WallEvent } from './wall-state.js';

async function standing(
  options: Partial<FailedPaymentWallOptions> = {},
  wall: PaymentOverdue = overdue,
) {
  const walls = new ScriptedWalls(wall);
  const later: (() => void)[] = [];
  let keys = 0;
  const machine = createFailedPaymentWall({
    gateway: paymentGateway(walls),
    now: () => now,
    createKey: () => `key-${++keys}`,
    delay: (callback) => {
      later.push(callback);
      return () => later.splice(later.indexOf(callback), 1);
    },
    ...options,
  });
  const events: WallEvent[] = [];
  machine.observe((event) => events.push(event));
  await machine.check();
  const wait = () => later.forEach((callback) => callback());
  return { machine, walls, events, wait };
}

const due = (part: Partial<OverdueInvoice>): PaymentOverdue => ({
  ...overdue,
  invoice: { ...invoice, ...part },
});

describe('whether it stands, and how', () => {
  it('is hard, and tells so', async () => {
    const { machine, events } = await standing();
    expect(machine.state).toMatchObject({ status: 'standing', soft: false, canClose: false });
    expect(events).toEqual([{ type: 'activated' }]);
  });

  it.each<[string, string, FailedPaymentWallOptions['gracePeriodDays'], boolean]>([
    ['within the days of grace', '2026-11-15T12:00:01.000Z', 6, true],
    ['when they are over', '2026-11-15T12:00:00.000Z', 6, false],
    ['without any', '2026-11-21T11:59:59.000Z', 0, false],
    ['due in the future, by a clock that is wrong', '2026-11-22T12:00:00.000Z', 0, true],
    ['with a number of days that is none', '2026-11-20T12:00:00.000Z', Number.NaN, false],
  ])('%s', async (_name, since, gracePeriodDays, soft) => {
    const { machine } = await standing({ gracePeriodDays }, due({ since }));
    expect(machine.state).toMatchObject({ status: 'standing', soft });
  });

  it('says when the grace ends', async () => {
    const { machine } = await standing({ gracePeriodDays: 10 });
    expect(machine.state.hardFrom).toBe('2026-11-25T12:00:00.000Z');
  });

  it('becomes hard while it stands, with the next check', async () => {
    let time = now;
    const { machine } = await standing({ gracePeriodDays: 7, now: () => time });
    expect(machine.state.canClose).toBe(true);
    time = new Date('2026-11-22T12:00:00.000Z');
    await machine.check({ force: true });
    expect(machine.state.canClose).toBe(false);
  });

  it.each<[string, Partial<OverdueInvoice>, Partial<FailedPaymentWallOptions>, string]>([
    ['an invoice of 60 days', { since: '2026-09-22T12:00:00.000Z' }, {}, 'standing'],
    ['an older one', { since: '2026-09-22T11:59:59.000Z' }, {}, 'down'],
    ['a date that is none', { since: 'never' }, {}, 'down'],
    ['one without an attempt', { attempted: false }, {}, 'standing'],
    [
      'one without an attempt, where that does not count',
      { attempted: false },
      { ignoreInvoicesWithoutAttempt: true },
      'down',
    ],
  ])('%s', async (_name, part, options, status) => {
    const { machine } = await standing(options, due(part));
    expect(machine.state.status).toBe(status);
  });

  it.each<[boolean | 'soft' | 'hard', Partial<FailedPaymentWallOptions>, string, boolean]>([
    [true, {}, 'standing', false],
    [true, { softWall: true }, 'standing', true],
    [true, { gracePeriodDays: 30 }, 'standing', true],
    [false, {}, 'down', false],
    ['soft', {}, 'standing', true],
    ['hard', { softWall: true, gracePeriodDays: 30 }, 'standing', false],
  ])("the host's own rule says %s, with %o", async (answer, options, status, soft) => {
    const shouldShowFailedPaymentWall = vi.fn(() => answer);
    const { machine } = await standing({ ...options, shouldShowFailedPaymentWall });
    expect(shouldShowFailedPaymentWall).toHaveBeenCalledWith(invoice, customer);
    expect(machine.state.status).toBe(status);
    expect(machine.state.canClose).toBe(soft);
  });

  it("lets the customer in when the host's rule throws", async () => {
    const { machine, events } = await standing({
      shouldShowFailedPaymentWall: () => {
        throw new Error('a host that throws');
      },
    });
    expect(machine.state.status).toBe('down');
    expect(events).toMatchObject([{ errorType: 'FAILED_PAYMENT_WALL_INITIALIZATION_ERROR' }]);
  });
});

describe('paying', () => {
  it('tries the saved card, and lets the customer in at once', async () => {
    const { machine, walls, events } = await standing();
    void machine.pay();
    void machine.pay();
    expect(walls.flights.map(({ name }) => name)).toEqual(['pay saved']);
    await walls.settle('done');
    expect(machine.state).toMatchObject({ status: 'down', done: { action: 'pay' } });
    expect(events.at(-1)).toEqual({ type: 'pay', customer });
  });

  it('pays with a new card as soon as the form has made one', async () => {
    const { machine, walls } = await standing();
    void machine.changeCard();
    await walls.settle('done');
    expect(machine.state.page).toEqual({
      kind: 'card',
      setup: { publishableKey: 'pk_test', clientSecret: 'seti_1_secret_1' },
    });
    let confirm: (id: string) => void = () => undefined;
    void machine.pay(() => new Promise((resolve) => (confirm = resolve)));
    expect(machine.state.inFlight).toMatchObject({ action: 'pay', atBank: true });
    expect(machine.state.page.kind).toBe('card');
    confirm('pm_new');
    await tick();
    expect(machine.state).toMatchObject({
      inFlight: { action: 'pay', atBank: false },
      page: { kind: 'card' },
    });
    await walls.settle('done');
    expect([...walls.done.values()]).toContain('pay pm_new');
    expect(machine.state.status).toBe('down');
  });

  it('stays at the form with its words when the form refuses', async () => {
    const { machine, walls, events } = await standing();
    void machine.changeCard();
    await walls.settle('done');
    await machine.pay(() =>
      Promise.reject(
        new FairwellError('payment_declined', 'no', { customerMessage: 'Your card has expired.' }),
      ),
    );
    expect(machine.state).toMatchObject({
      page: { kind: 'card' },
      error: { action: 'pay', error: { customerMessage: 'Your card has expired.' } },
    });
    expect(events.at(-1)).toMatchObject({ errorType: 'FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR' });
    expect(walls.keys.map(({ name }) => name)).toEqual(['card']);
  });

  it('keeps to the new card and its key until it is known what came of it', async () => {
    const { machine, walls } = await standing();
    void machine.changeCard();
    await walls.settle('done');
    void machine.pay(() => Promise.resolve('pm_new'));
    await tick();
    await walls.settle('lost');
    expect(machine.state).toMatchObject({ status: 'standing', canClose: true });
    void machine.pay();
    await walls.settle('done');
    const [, first, second] = walls.keys;
    expect(first).toEqual({ name: 'pay pm_new', key: 'key-1' });
    expect(second).toEqual(first);
    expect(machine.state.status).toBe('down');
  });

  it('forgets a new card that was declined', async () => {
    const { machine, walls } = await standing();
    void machine.changeCard();
    await walls.settle('done');
    void machine.pay(() => Promise.resolve('pm_new'));
    await tick();
    await walls.settle('refused');
    expect(machine.state).toMatchObject({ page: { kind: 'overview' }, canClose: false });
    void machine.pay();
    expect(walls.flights.map(({ name }) => name)).toEqual(['pay saved']);
  });

  it('looks anew when nothing is due any more', async () => {
    const walls = new ScriptedWalls(overdue);
    const pay = () => Promise.reject(new FairwellError('invoice_unknown', 'paid elsewhere'));
    const { machine } = await standing({ gateway: { ...paymentGateway(walls), pay } });
    walls.wall = null;
    await machine.pay();
    await tick();
    expect(walls.checks).toEqual([false, true]);
    expect(machine.state.status).toBe('down');
  });
});

describe('the bank', () => {
  it('is asked, and then it is paid under a new key', async () => {
    let agree: () => void = () => undefined;
    const confirmWithBank = vi.fn(() => new Promise<void>((resolve) => (agree = resolve)));
    const { machine, walls } = await standing({ confirmWithBank });
    void machine.pay();
    await walls.settle('bank');
    expect(confirmWithBank).toHaveBeenCalledWith({
      status: 'requiresAction',
      publishableKey: 'pk_test',
      clientSecret: 'pi_1_secret_1',
    });
    expect(machine.state.inFlight).toMatchObject({ atBank: true });
    agree();
    await tick();
    expect(machine.state.inFlight).toMatchObject({ atBank: false });
    await walls.settle('done');
    expect(walls.keys.map(({ key }) => key)).toEqual(['key-1', 'key-2']);
    expect(machine.state.status).toBe('down');
  });

  it('leaves the customer at the wall when it does not agree', async () => {
    const { machine, walls } = await standing({
      confirmWithBank: () => Promise.reject(new FairwellError('payment_declined', 'no')),
    });
    void machine.pay();
    await walls.settle('bank');
    await tick();
    expect(machine.state).toMatchObject({
      status: 'standing',
      inFlight: null,
      error: { error: { code: 'payment_declined' } },
    });
  });

  it('is asked once for one payment', async () => {
    const confirmWithBank = vi.fn(() => Promise.resolve());
    const { machine, walls } = await standing({ confirmWithBank });
    void machine.pay();
    await walls.settle('bank');
    await walls.settle('bank');
    expect(confirmWithBank).toHaveBeenCalledOnce();
    expect(machine.state.error?.error.code).toBe('payment_declined');
  });

  it('may take its time, with a way out', async () => {
    const { machine, walls, wait } = await standing({
      confirmWithBank: () => new Promise(() => undefined),
    });
    void machine.pay();
    await walls.settle('bank');
    expect(machine.state.canClose).toBe(false);
    wait();
    expect(machine.state).toMatchObject({ canClose: true, inFlight: { atBank: true } });
  });
});

describe("the provider's own page", () => {
  it('takes a new card where the page cannot, and the next check asks the provider', async () => {
    const storage = memoryStorage();
    const hosted: PaymentOverdue = { ...overdue, card: 'hosted' };
    const { machine } = await standing({ storage }, hosted);
    expect([...machine.state.can]).toEqual(['pay', 'hosted', 'cancel']);
    await machine.openHosted('https://app.example.com/');
    expect(machine.state.page).toEqual({
      kind: 'hosted',
      url: 'https://billing.example.com/portal',
    });
    const { walls } = await standing({ storage }, hosted);
    expect(walls.checks).toEqual([true]);
  });

  it('takes the place of a form that could not be loaded, and shuts nobody out', async () => {
    const { machine, walls, events } = await standing();
    expect(machine.state.can.has('card')).toBe(true);
    void machine.changeCard();
    await walls.settle('done');
    machine.cardFormFailed(new Error('blocked'));
    expect(machine.state).toMatchObject({
      page: { kind: 'overview' },
      error: { action: 'card' },
      canClose: false,
    });
    expect([...machine.state.can]).toEqual(['pay', 'hosted', 'cancel']);
    expect(events.at(-1)).toMatchObject({ errorType: 'FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR' });
  });

  it('is not offered where the provider has none', async () => {
    const { machine } = await standing({}, { ...overdue, portal: false });
    expect([...machine.state.can]).toEqual(['pay', 'card', 'cancel']);
  });

  it('is the page of the invoice where the provider takes no card', async () => {
    const hostedUrl = 'https://pay.example.com/in_1';
    const { machine } = await standing({}, { ...due({ hostedUrl }), card: 'none' });
    await machine.openHosted('https://app.example.com/');
    expect(machine.state.page).toEqual({ kind: 'hosted', url: hostedUrl });
  });

  it('is never a script', async () => {
    const wall: PaymentOverdue = { ...due({ hostedUrl: 'javascript:alert(1)' }), card: 'none' };
    const { machine } = await standing({}, wall);
    await machine.openHosted('https://app.example.com/');
    expect(machine.state).toMatchObject({
      page: { kind: 'overview' },
      error: { action: 'hosted' },
    });
  });
});

describe('the other buttons', () => {
  it('are there where the host can', async () => {
    const walls = new ScriptedWalls(overdue);
    const requestSupport = vi.fn(() => Promise.resolve({ message: 'We will write to you.' }));
    const logOut = () => Promise.reject(new FairwellError('handler_failed', 'no'));
    const { machine, events } = await standing({
      gateway: { ...paymentGateway(walls), requestSupport, logOut },
    });
    expect([...machine.state.can]).toEqual([
      'pay',
      'card',
      'hosted',
      'cancel',
      'logOut',
      'support',
    ]);
    await machine.requestSupport();
    expect(requestSupport).toHaveBeenCalledWith(customer);
    expect(machine.state.done).toEqual({ action: 'support', message: 'We will write to you.' });
    await machine.logOut();
    expect(machine.state.error?.action).toBe('logOut');
    expect(events.at(-1)).toMatchObject({ type: 'error', errorType: undefined });
  });

  it('cancel with an error type of their own', async () => {
    const { machine, walls, events } = await standing();
    void machine.cancel();
    await walls.settle('refused');
    expect(events.at(-1)).toMatchObject({ errorType: 'FAILED_PAYMENT_WALL_CANCEL_ERROR' });
  });
});
