import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Discount, OverdueInvoice, Subscription } from '@fairwell/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { customer, monthly, now } from '../testing/fixtures.js';
import { invoice, overdue, pause } from '../testing/scripted-wall-gateway.js';
import { createFailedPaymentWallGateway, createPauseWallGateway } from './create-wall-gateway.js';
import { createHandlersPauseWallGateway } from './handlers-wall-gateway.js';

interface Received {
  path: string;
  authorization: string | undefined;
  body: unknown;
}

type Answer = { status?: number; body?: unknown };

const checked = { token: 'wall-token', customer, subscriptions: [monthly], wall: pause };
const expired = { status: 401, body: { code: 'token_expired', message: 'old', requestId: 'r1' } };
const key = 'key-1234567890123456';

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return JSON.parse(body);
}

describe('the service', () => {
  let server: Server;
  let serviceUrl: string;
  let received: Received[];
  let answers: Record<string, Answer[]>;

  beforeEach(async () => {
    received = [];
    answers = { '/v1/walls': [{ body: checked }] };
    server = createServer((request, response) => {
      const path = request.url ?? '';
      void bodyOf(request).then((body) => {
        received.push({ path, authorization: request.headers.authorization, body });
        const { status = 200, body: reply = {} } = answers[path]?.shift() ?? {};
        response.writeHead(status).end(JSON.stringify(reply));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address) serviceUrl = `http://127.0.0.1:${address.port}`;
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const paths = () => received.map(({ path }) => path);

  it('is asked about the customer whom the credential names', async () => {
    const gateway = createPauseWallGateway({
      serviceUrl: `${serviceUrl}/`,
      session: () => Promise.resolve('host-token'),
      subscriptionId: 'sub_1',
      mode: 'test',
    });
    expect(await gateway.check(false)).toEqual({ customer, subscriptions: [monthly], wall: pause });
    expect(received).toEqual([
      {
        path: '/v1/walls',
        authorization: 'Bearer host-token',
        body: { kind: 'pause', subscriptionId: 'sub_1', mode: 'test' },
      },
    ]);
  });

  it('is told to ask the provider anew, and which invoices count', async () => {
    answers['/v1/walls'] = [{ body: { ...checked, wall: overdue } }];
    const gateway = createFailedPaymentWallGateway({
      serviceUrl,
      customerId: 'cus_1',
      authHash: 'hash',
      ignoreInvoicesWithoutAttempt: true,
    });
    await gateway.check(true);
    expect(received[0]?.body).toEqual({
      kind: 'failedPayment',
      customerId: 'cus_1',
      authHash: 'hash',
      ignoreInvoicesWithoutAttempt: true,
      forceCheck: true,
    });
  });

  it('raises no wall of another kind than was asked for', async () => {
    answers['/v1/walls'] = [{ body: { ...checked, wall: overdue } }];
    const gateway = createPauseWallGateway({ serviceUrl, session: 't' });
    expect((await gateway.check(false)).wall).toBeNull();
  });

  it('resumes and cancels with the token of the check, under the key', async () => {
    const gateway = createPauseWallGateway({ serviceUrl, session: 't' });
    await gateway.check(false);
    answers['/v1/walls/cancel'] = [{ body: { subscriptions: [], endsAt: now.toISOString() } }];
    await gateway.resume?.(key, customer);
    expect(await gateway.cancel?.(key, customer)).toEqual({
      subscriptions: [],
      endsAt: now.toISOString(),
    });
    expect(received.slice(1)).toEqual([
      { path: '/v1/walls/resume', authorization: 'Bearer wall-token', body: { key } },
      { path: '/v1/walls/cancel', authorization: 'Bearer wall-token', body: { key } },
    ]);
  });

  it('asks for a token first where the answer was known from before', async () => {
    const gateway = createPauseWallGateway({ serviceUrl, session: 't' });
    await gateway.resume?.(key, customer);
    expect(paths()).toEqual(['/v1/walls', '/v1/walls/resume']);
  });

  it('does the same once more under a new token when the old one has run out', async () => {
    answers['/v1/walls']?.push({ body: { ...checked, token: 'new-token' } });
    answers['/v1/walls/resume'] = [expired, { body: { subscriptions: [] } }];
    const gateway = createPauseWallGateway({ serviceUrl, session: 't' });
    await gateway.check(false);
    await gateway.resume?.(key, customer);
    expect(received.at(-1)).toEqual({
      path: '/v1/walls/resume',
      authorization: 'Bearer new-token',
      body: { key },
    });
  });

  it("gives up when the page's own credential has run out too", async () => {
    answers['/v1/walls']?.push(expired);
    answers['/v1/walls/resume'] = [expired];
    const gateway = createPauseWallGateway({ serviceUrl, session: 't' });
    await gateway.check(false);
    await expect(gateway.resume?.(key, customer)).rejects.toMatchObject({ code: 'token_expired' });
  });

  it('sets up a card, takes a payment, and knows a hosted page', async () => {
    const setup = { publishableKey: 'pk', clientSecret: 'seti' };
    answers['/v1/walls/card'] = [{ body: setup }];
    answers['/v1/walls/pay'] = [{ body: { status: 'paid' } }];
    answers['/v1/walls/portal'] = [{ body: { url: 'https://billing.example.com/' } }];
    const gateway = createFailedPaymentWallGateway({ serviceUrl, session: 't' });
    await gateway.check(false);
    expect(await gateway.setUpCard?.()).toEqual(setup);
    const payment = { key, invoiceId: 'in_1', paymentMethodId: 'pm_1' };
    expect(await gateway.pay?.(payment)).toEqual({ status: 'paid' });
    expect(received.at(-1)?.body).toEqual(payment);
    expect(await gateway.openPortal?.('https://app.example.com/')).toBe(
      'https://billing.example.com/',
    );
    expect(received.at(-1)?.body).toEqual({ returnUrl: 'https://app.example.com/' });
  });

  it("leaves to the host's handlers what they do", async () => {
    const handleResume = vi.fn(() => ({ message: 'Welcome back' }));
    const gateway = createPauseWallGateway({
      serviceUrl,
      session: 't',
      handlers: { handleResume },
    });
    await gateway.check(false);
    expect(await gateway.resume?.(key, customer)).toEqual({ message: 'Welcome back' });
    expect(handleResume).toHaveBeenCalledWith(customer);
    expect(paths()).toEqual(['/v1/walls']);
  });

  it('cancels at a failed-payment wall only where the host does it', () => {
    const request = { serviceUrl, session: 't' };
    expect(createFailedPaymentWallGateway(request).cancel).toBeUndefined();
    const handlers = { handleCancel: () => undefined };
    expect(createFailedPaymentWallGateway({ ...request, handlers }).cancel).toBeDefined();
  });

  it('keeps answers apart by customer, and by nothing secret', () => {
    const subject = (customerId?: string) =>
      createPauseWallGateway({ serviceUrl, session: 'secret', authHash: 'hash', customerId })
        .subject;
    expect(subject('cus_1')).not.toBe(subject('cus_2'));
    expect(subject('cus_1')).not.toMatch(/secret|hash/);
    expect(subject()).toBeUndefined();
  });
});

describe("the host's handlers", () => {
  const paused = (part: Partial<Subscription> = {}): Subscription => ({
    ...monthly,
    status: {
      name: 'paused',
      pause: { start: '2026-11-05T00:00:00.000Z', end: '2027-02-05T00:00:00.000Z' },
    },
    ...part,
  });
  const handlers = { handleResume: () => undefined };
  const checkPause = (subscriptions: Subscription[], subscriptionId?: string) =>
    createHandlersPauseWallGateway({
      customer,
      subscriptions,
      subscriptionId,
      handlers,
      now: () => now,
    }).check(false);

  it('are asked for nothing where no subscription is paused', async () => {
    expect((await checkPause([monthly])).wall).toBeNull();
  });

  it('stand before a paused subscription, with what resuming will charge', async () => {
    expect((await checkPause([monthly, paused()])).wall).toEqual(pause);
  });

  it('count the one subscription that is meant', async () => {
    const other = paused({ id: 'sub_2' });
    expect((await checkPause([monthly, other], 'sub_1')).wall).toBeNull();
    expect((await checkPause([monthly, other], 'sub_2')).wall).toMatchObject({
      subscriptionId: 'sub_2',
    });
  });

  const start = pause.since;
  const half: Discount = { coupon: { id: 'A', percentOff: 50, duration: 'forever' }, start };
  const five: Discount = {
    coupon: { id: 'B', amountOff: 500, currency: 'usd', duration: 'forever' },
    start,
  };

  it.each<[string, Discount[], number | undefined]>([
    ['a discount', [half], 1499],
    ['a discount that has ended', [{ ...half, end: '2026-11-01T00:00:00.000Z' }], 2999],
    ['two discounts, whose order nobody knows', [half, five], undefined],
  ])('charge with %s', async (_name, discounts, charge) => {
    const { wall } = await checkPause([paused({ discounts })]);
    expect(wall?.charge?.value).toBe(charge);
  });

  it('must include the one that resumes', async () => {
    const gateway = createPauseWallGateway({ customer, subscriptions: [paused()] });
    await expect(gateway.check(false)).rejects.toMatchObject({
      code: 'handler_missing',
      field: 'handlers.handleResume',
    });
  });

  it("say in the host's words why they did not", async () => {
    const handleResume = () => Promise.reject(new Error('Please call us.'));
    const gateway = createPauseWallGateway({ customer, handlers: { handleResume } });
    await expect(gateway.resume?.(key, customer)).rejects.toMatchObject({
      code: 'handler_failed',
      customerMessage: 'Please call us.',
    });
  });

  it('stand before an overdue invoice that has a page to pay it', async () => {
    const hostedUrl = 'https://pay.example.com/in_1';
    const gateway = createFailedPaymentWallGateway({
      customer,
      invoice: { ...invoice, hostedUrl },
    });
    expect((await gateway.check(false)).wall).toEqual({
      kind: 'failedPayment',
      invoice: { ...invoice, hostedUrl },
      card: 'none',
    });
    expect(gateway.pay).toBeUndefined();
  });

  it.each([undefined, '', 'javascript:alert(1)'])(
    'stand before none that is paid at %s',
    async (hostedUrl) => {
      const gateway = createFailedPaymentWallGateway({
        customer,
        invoice: { ...invoice, ...(hostedUrl !== undefined && { hostedUrl }) },
      });
      await expect(gateway.check(false)).rejects.toMatchObject({ field: 'invoice.hostedUrl' });
    },
  );

  it.each<[string, OverdueInvoice['amountDue']]>([
    ['a currency that is none', { value: 1, currency: 'dollars' }],
    ['no number', { value: Number.NaN, currency: 'usd' }],
  ])('stand before none with %s', async (_name, amountDue) => {
    const hostedUrl = 'https://pay.example.com/in_1';
    const gateway = createFailedPaymentWallGateway({
      customer,
      invoice: { ...invoice, hostedUrl, amountDue },
    });
    await expect(gateway.check(false)).rejects.toMatchObject({ field: 'invoice.amountDue' });
  });

  it('promise no date and no price that is none', async () => {
    const [item] = monthly.items;
    const { wall } = await checkPause([
      paused({
        status: { name: 'paused', pause: { start: pause.since, end: 'one day' } },
        items: item
          ? [{ price: { ...item.price, amount: { value: 1, currency: 'dollars' } } }]
          : [],
      }),
    ]);
    expect(wall).toEqual({ kind: 'pause', subscriptionId: 'sub_1', since: pause.since });
  });

  it('raise nothing without an invoice', async () => {
    const gateway = createFailedPaymentWallGateway({ customer });
    expect((await gateway.check(false)).wall).toBeNull();
  });

  it('are of no use without a customer', async () => {
    await expect(createPauseWallGateway({}).check(false)).rejects.toMatchObject({
      code: 'invalid_request',
      field: 'customer',
    });
  });
});
