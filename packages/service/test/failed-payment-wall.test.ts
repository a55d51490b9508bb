import { describe, expect, it } from 'vitest';
import { ProviderError, SandboxProvider, type SandboxData } from '../src/index.js';
import { faulty } from './support/faulty-provider.js';
import { newKey } from './support/service.js';
import {
  daysAgo,
  daysAhead,
  overdue,
  pausedSubscription,
  useWalls,
  wallsOf,
} from './support/walls.js';
import { cancel, statesOf, useWorld } from './support/world.js';

const world = useWorld();
const { seed, serve } = useWalls(world);

describe('the check of a failed payment', () => {
  const invoices = (change: Partial<typeof overdue>): SandboxData => ({
    invoices: [{ ...overdue, id: 'in_later', ...change }],
  });

  it('says what is owed, since when, and how a card is given', async () => {
    const { walls } = await serve();
    const { body } = await walls.check('cus_overdue', { kind: 'failedPayment' });
    expect(body.wall).toEqual({
      kind: 'failedPayment',
      subscriptionId: 'sub_overdue',
      invoice: {
        id: 'in_overdue',
        amountDue: { value: 2900, currency: 'usd' },
        since: '2026-11-01T01:00:00.000Z',
        attempted: true,
      },
      card: 'inPage',
      portal: false,
    });
  });

  it.each<[string, Partial<typeof overdue>]>([
    ['the latest invoice is paid', { createdAt: daysAgo(1), state: 'paid' }],
    ['a payment of the latest is on its way', { createdAt: daysAgo(1), state: 'processing' }],
    ['it is not due yet', { id: 'in_overdue', dueAt: daysAhead(5) }],
    ['it was due more than 60 days ago', { id: 'in_overdue', dueAt: daysAgo(61) }],
    ['it was given up', { id: 'in_overdue', state: 'uncollectible' }],
  ])('lets in: %s', async (_name, invoice) => {
    await seed(invoices(invoice));
    const { walls } = await serve();
    const { status, body } = await walls.check('cus_overdue', { kind: 'failedPayment' });
    expect([status, body.wall]).toEqual([200, null]);
  });

  it('names the latest of several', async () => {
    await seed(invoices({ createdAt: daysAgo(2), dueAt: daysAgo(2) }));
    const { walls } = await serve();
    const { body } = await walls.check('cus_overdue', { kind: 'failedPayment' });
    expect(body.wall).toMatchObject({ invoice: { id: 'in_later' } });
  });

  it('passes over what was never tried, if asked to', async () => {
    await seed(invoices({ id: 'in_overdue', attempted: false }));
    const { walls } = await serve();
    const check = (ignoreInvoicesWithoutAttempt: boolean) =>
      walls.check('cus_overdue', { kind: 'failedPayment', ignoreInvoicesWithoutAttempt });
    expect((await check(false)).body.wall).toMatchObject({ invoice: { attempted: false } });
    expect((await check(true)).body.wall).toBeNull();
  });

  it('is about the invoices of the one subscription that is named', async () => {
    await seed({
      subscriptions: [{ ...pausedSubscription, id: 'sub_other', customerId: 'cus_overdue' }],
    });
    const { walls } = await serve();
    const check = async (subscriptionId: string) =>
      (await walls.check('cus_overdue', { kind: 'failedPayment' }, subscriptionId)).body.wall;
    expect(await check('sub_overdue')).toMatchObject({ invoice: { id: 'in_overdue' } });
    expect(await check('sub_other')).toBeNull();
  });

  it('is not answered by a provider that cannot tell', async () => {
    const provider = faulty(world.sandbox);
    const without = { ...provider, capabilities: new Set(['cancel'] as const) };
    const walls = wallsOf(await world.serve({ providers: { live: without } }));
    const { status, error } = await walls.check('cus_overdue', { kind: 'failedPayment' });
    expect([status, error.code]).toEqual([409, 'action_unsupported']);
  });
});

describe('paying', () => {
  const visa = { invoiceId: 'in_overdue', paymentMethodId: 'pm_card_visa' };

  it('with a card that is good lets the customer in', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_overdue', 'failedPayment');
    expect((await walls.setUpCard(token)).body).toMatchObject({ publishableKey: 'pk_sandbox' });
    world.clock.advance(1000);
    const { status, body } = await walls.pay(token, visa);
    expect([status, body]).toEqual([200, { status: 'paid' }]);
    const after = await walls.check('cus_overdue', { kind: 'failedPayment' });
    expect(after.body).toMatchObject({
      wall: null,
      subscriptions: [{ status: { name: 'active' } }],
    });
  });

  it('happens once for a key, and counts as done under another', async () => {
    const { provider, walls } = await serve();
    const token = await walls.token('cus_overdue', 'failedPayment');
    const key = newKey();
    const twice = await Promise.all([
      walls.pay(token, { ...visa, key }),
      walls.pay(token, { ...visa, key }),
    ]);
    const later = await walls.pay(token, visa);
    for (const { body } of [...twice, later]) expect(body).toEqual({ status: 'paid' });
    expect(provider.calls('pay')).toBe(1);
  });

  it('with a card that is declined says so; another card pays', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_overdue', 'failedPayment');
    const declined = { ...visa, paymentMethodId: 'pm_card_chargeCustomerFail', key: newKey() };
    for (const payment of [declined, declined, { invoiceId: 'in_overdue' }]) {
      const { status, error } = await walls.pay(token, payment);
      expect([status, error.code]).toEqual([402, 'payment_declined']);
    }
    expect((await walls.pay(token, visa)).body).toEqual({ status: 'paid' });
  });

  it.each(['the same key', 'another key'])(
    'with a card whose bank asks goes on after the answer, under %s',
    async (which) => {
      const { walls } = await serve();
      const token = await walls.token('cus_overdue', 'failedPayment');
      const key = newKey();
      const asking = { invoiceId: 'in_overdue', paymentMethodId: 'pm_card_authenticationRequired' };
      const first = await walls.pay(token, { ...asking, key });
      expect([first.status, first.body]).toEqual([
        200,
        {
          status: 'requiresAction',
          publishableKey: 'pk_sandbox',
          clientSecret: 'in_overdue_secret',
        },
      ]);
      expect(JSON.stringify(await world.ledger())).not.toContain('in_overdue_secret');
      const second = await walls.pay(token, {
        ...asking,
        key: which === 'the same key' ? key : newKey(),
      });
      expect(second.body).toEqual({ status: 'paid' });
    },
  );

  it('is not done after the bank refused: it is asked again, and a card that is declined stays so', async () => {
    const { walls } = await serve();
    const token = await walls.token('cus_overdue', 'failedPayment');
    const pay = (card: string) =>
      walls.pay(token, { invoiceId: 'in_overdue', paymentMethodId: `pm_card_${card}` });
    await pay('authenticationRequired');
    expect((await pay('chargeDeclined')).error.code).toBe('payment_declined');
    await world.sandbox.refuseApproval('in_overdue');
    expect((await pay('authenticationRequired')).body).toMatchObject({ status: 'requiresAction' });
    expect((await pay('authenticationRequired')).body).toEqual({ status: 'paid' });
  });

  it('does not keep the customer from anything while the bank is asked', async () => {
    const { service, walls } = await serve();
    const token = await walls.token('cus_overdue', 'failedPayment');
    await walls.pay(token, {
      invoiceId: 'in_overdue',
      paymentMethodId: 'pm_card_authenticationRequired',
    });
    const { status } = await service.act(await service.session('cus_overdue'), cancel);
    expect(status).toBe(200);
  });

  it('is told as done when only its answer was lost', async () => {
    const { provider, walls } = await serve();
    const token = await walls.token('cus_overdue', 'failedPayment');
    provider.fail('pay', 'after', new ProviderError('outcome_unknown', 'Lost', 'open'));
    expect((await walls.pay(token, visa)).body).toEqual({ status: 'paid' });
  });

  it('stays unknown when nobody answers, and is settled by the next try', async () => {
    const { provider, walls } = await serve();
    const token = await walls.token('cus_overdue', 'failedPayment');
    const key = newKey();
    provider.fail('pay', 'before', new ProviderError('outcome_unknown', 'Lost', 'open'));
    const lost = await walls.pay(token, { ...visa, key });
    expect([lost.status, lost.error.code]).toEqual([504, 'outcome_unknown']);
    expect(await statesOf(world)).toEqual(['pending']);
    expect((await walls.pay(token, { ...visa, key })).body).toEqual({ status: 'paid' });
    expect(await statesOf(world)).toEqual(['applied']);
  });

  it('is for an invoice of the customer, of the subscription that is meant', async () => {
    await seed({
      invoices: [
        { ...overdue, id: 'in_foreign', customerId: 'cus_two' },
        { ...overdue, id: 'in_manual', subscriptionId: undefined },
      ],
    });
    const { service, walls } = await serve();
    const token = await walls.token('cus_overdue', 'failedPayment');
    for (const invoiceId of ['in_foreign', 'in_none']) {
      const { status, error } = await walls.pay(token, { ...visa, invoiceId });
      expect([status, error.code, error.field]).toEqual([404, 'invoice_unknown', 'invoiceId']);
    }
    const one = await service.send<{ token: string }>('POST', '/v1/walls', {
      token: service.tokenFor('cus_overdue', 'sub_overdue'),
      body: { kind: 'failedPayment' },
    });
    const refused = await walls.pay(one.body.token, { ...visa, invoiceId: 'in_manual' });
    expect(refused.error.code).toBe('invoice_unknown');
    expect((await walls.pay(token, { ...visa, invoiceId: 'in_manual' })).body.status).toBe('paid');
  });
});

describe('the page for a card that a sandbox is given', () => {
  it('is where the customer is led, and back from', async () => {
    const portal = new SandboxProvider(world.database, {
      now: world.clock.now,
      portalUrl: (customerId, returnUrl) =>
        `https://cards.example.com/${customerId}?back=${encodeURIComponent(returnUrl)}`,
    });
    const walls = wallsOf(
      await world.serve({
        providers: { live: portal },
        origins: ['https://app.example.com'],
      }),
    );
    const token = await walls.token('cus_overdue', 'failedPayment');
    const { body } = await walls.openPortal(token, 'https://app.example.com/account');
    expect(body.url).toBe(
      'https://cards.example.com/cus_overdue?back=https%3A%2F%2Fapp.example.com%2Faccount',
    );
  });
});
