import { startStripeSimulator, type StripeSimulator } from '@fairwell-tools/stripe-simulator';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { StripeProvider } from '../src/index.js';
import { newKey } from './support/service.js';
import { wallsOf } from './support/walls.js';
import { statesOf, useWorld } from './support/world.js';

const world = useWorld();
const day = 86_400_000;
const publishableKey = 'pk_test_suite';
let stripe: StripeSimulator;
let customer: string;
let price: string;

beforeEach(async () => {
  stripe = await startStripeSimulator({ clock: world.clock.now });
  customer = stripe.state.seedCustomer({ name: 'Robin Vale', email: 'robin@example.com' }).id;
  price = stripe.state.seedPrice({ amount: 2900, nickname: 'Standard' }).id;
});
afterEach(() => stripe.close());

async function serve(options: { publishableKey?: string } = { publishableKey }) {
  const { host, port } = stripe;
  const provider = new StripeProvider({
    secretKey: 'sk_test_suite',
    server: { host, port, protocol: 'http' },
    timeouts: { read: 300, write: 300 },
    ...options,
  });
  const service = await world.serve({
    providers: { live: provider },
    origins: ['https://app.example.com'],
  });
  return { service, walls: wallsOf(service) };
}

const subscribe = (status?: 'past_due') =>
  stripe.state.seedSubscription({ customer, price, ...(status && { status }) }).id;
const subscriptionNow = (id: string) => stripe.state.subscriptions.get(id);
const requests = (path: string) =>
  stripe.state.requests.filter(
    (request) => request.method === 'POST' && request.path.includes(path),
  );

describe('a pause on Stripe', () => {
  async function pause(id: string, metadata: Record<string, string> = {}): Promise<void> {
    const subscription = subscriptionNow(id);
    if (!subscription) throw new Error('No subscription');
    stripe.state.subscriptions.put({
      ...subscription,
      metadata,
      pause_collection: {
        behavior: 'mark_uncollectible',
        resumes_at: Math.floor(world.clock.now().getTime() / 1000) + 90 * 86_400,
      },
    });
  }

  it('is resumed', async () => {
    const id = subscribe();
    await pause(id);
    const { walls } = await serve();
    const { body } = await walls.check(customer, { kind: 'pause' });
    expect(body.wall).toMatchObject({
      kind: 'pause',
      subscriptionId: id,
      charge: { value: 2900, currency: 'usd' },
    });
    const { status } = await walls.resume(body.token);
    expect(status).toBe(200);
    expect(subscriptionNow(id)?.pause_collection).toBeNull();
  });

  it('is cancelled at the end of the term', async () => {
    const id = subscribe();
    await pause(id);
    const { walls } = await serve();
    const { body } = await walls.cancel(await walls.token(customer, 'pause'));
    expect(body.endsAt).toBe('2026-12-15T12:00:00.000Z');
    expect(subscriptionNow(id)).toMatchObject({ cancel_at_period_end: true, status: 'active' });
  });

  it.each([
    ['as we write it', '2026-12-15T12:00:00.000Z'],
    ['in seconds, as others do', String(Date.parse('2026-12-15T12:00:00.000Z') / 1000)],
  ])('counts from pauseWallStartDate, written %s', async (_name, pauseWallStartDate) => {
    const id = subscribe();
    await pause(id, { pauseWallStartDate });
    const { walls } = await serve();
    expect((await walls.check(customer, { kind: 'pause' })).body.wall).toBeNull();
    world.clock.advance(30 * day);
    expect((await walls.check(customer, { kind: 'pause' })).body.wall).toMatchObject({
      since: '2026-12-15T12:00:00.000Z',
    });
  });

  it('for want of a payment is no pause', async () => {
    const id = subscribe();
    const subscription = subscriptionNow(id);
    if (!subscription) throw new Error('No subscription');
    stripe.state.subscriptions.put({
      ...subscription,
      status: 'paused',
      status_details: {
        paused: {
          type: 'subscription',
          subscription: { type: 'final_payment_failure' },
          transitioned_at: 0,
        },
      },
    });
    const { walls } = await serve();
    const { body } = await walls.check(customer, { kind: 'pause' });
    expect(body).toMatchObject({ wall: null, subscriptions: [{ status: { name: 'unpaid' } }] });
  });
});

describe('a failed payment on Stripe', () => {
  it('is told with its invoice', async () => {
    const id = subscribe('past_due');
    const { walls } = await serve();
    const { body } = await walls.check(customer, { kind: 'failedPayment' });
    expect(body.wall).toEqual({
      kind: 'failedPayment',
      subscriptionId: id,
      invoice: {
        id: subscriptionNow(id)?.latest_invoice,
        amountDue: { value: 2900, currency: 'usd' },
        since: '2026-11-15T12:00:00.000Z',
        attempted: true,
      },
      card: 'inPage',
      portal: true,
    });
  });

  it('is none while a payment is on its way', async () => {
    const id = subscribe('past_due');
    for (const intent of stripe.state.paymentIntents.all())
      stripe.state.paymentIntents.put({ ...intent, status: 'processing' });
    const { walls } = await serve();
    const { body } = await walls.check(customer, { kind: 'failedPayment' }, id);
    expect(body.wall).toBeNull();
  });

  it('is none of a customer who has paid', async () => {
    subscribe();
    const { walls } = await serve();
    expect((await walls.check(customer, { kind: 'failedPayment' })).body.wall).toBeNull();
  });

  /** Gives a card as the page does: to the setup intent, by which it becomes the customer's. */
  async function giveCard(
    walls: ReturnType<typeof wallsOf>,
    token: string,
    card: 'pm_card_visa' | 'pm_card_chargeCustomerFail' | 'pm_card_authenticationRequired',
  ): Promise<string> {
    const { body: setup } = await walls.setUpCard(token);
    expect(setup.publishableKey).toBe(publishableKey);
    const { payment_method: method } = stripe.state.completeSetup(setup.clientSecret, card);
    if (typeof method !== 'string') throw new Error('No card');
    return method;
  }

  async function wallOf() {
    const subscription = subscribe('past_due');
    const { walls } = await serve();
    const { body } = await walls.check(customer, { kind: 'failedPayment' });
    if (body.wall?.kind !== 'failedPayment') throw new Error('No wall');
    return { walls, subscription, token: body.token, invoiceId: body.wall.invoice.id };
  }

  it('is paid with a new card, which becomes the default of customer and subscription', async () => {
    const { walls, subscription, token, invoiceId } = await wallOf();
    const paymentMethodId = await giveCard(walls, token, 'pm_card_visa');
    world.clock.advance(1000);
    const { body } = await walls.pay(token, { invoiceId, paymentMethodId });
    expect(body).toEqual({ status: 'paid' });
    expect(stripe.state.invoices.get(invoiceId)?.status).toBe('paid');
    expect(subscriptionNow(subscription)).toMatchObject({
      status: 'active',
      default_payment_method: paymentMethodId,
    });
    expect(stripe.state.customers.get(customer)).toMatchObject({
      invoice_settings: { default_payment_method: paymentMethodId },
    });
    expect((await walls.check(customer, { kind: 'failedPayment' })).body.wall).toBeNull();
  });

  it('is paid once, whatever gets lost', async () => {
    const { walls, token, invoiceId } = await wallOf();
    const paymentMethodId = await giveCard(walls, token, 'pm_card_visa');
    stripe.faults.next({ type: 'lose-response' }, { on: `POST /v1/invoices/${invoiceId}/pay` });
    const key = newKey();
    const answers = await Promise.all([
      walls.pay(token, { key, invoiceId, paymentMethodId }),
      walls.pay(token, { key, invoiceId, paymentMethodId }),
    ]);
    answers.push(await walls.pay(token, { invoiceId, paymentMethodId }));
    for (const { body } of answers) expect(body).toEqual({ status: 'paid' });
    expect(stripe.state.events.filter(({ type }) => type === 'invoice.paid')).toHaveLength(1);
  });

  it('is not told as failed while nobody knows', async () => {
    const { walls, token, invoiceId } = await wallOf();
    const paymentMethodId = await giveCard(walls, token, 'pm_card_visa');
    stripe.faults.next({ type: 'hang' }, { on: `POST /v1/invoices/${invoiceId}/pay` });
    const payment = { key: newKey(), invoiceId, paymentMethodId };
    const { status, error } = await walls.pay(token, payment);
    expect([status, error.code]).toEqual([504, 'outcome_unknown']);
    stripe.faults.release();
    await expect.poll(() => stripe.state.invoices.get(invoiceId)?.status).toBe('paid');
    expect((await walls.pay(token, payment)).body).toEqual({ status: 'paid' });
    expect(await statesOf(world)).toEqual(['applied']);
  });

  it('stays with a card that is declined, and another card pays', async () => {
    const { walls, token, invoiceId } = await wallOf();
    const bad = await giveCard(walls, token, 'pm_card_chargeCustomerFail');
    const declined = await walls.pay(token, { invoiceId, paymentMethodId: bad });
    expect([declined.status, declined.error.code]).toEqual([402, 'payment_declined']);
    const good = await giveCard(walls, token, 'pm_card_visa');
    const { body } = await walls.pay(token, { invoiceId, paymentMethodId: good });
    expect(body).toEqual({ status: 'paid' });
  });

  it('waits for the bank where that asks the customer', async () => {
    const { walls, token, invoiceId } = await wallOf();
    const paymentMethodId = await giveCard(walls, token, 'pm_card_authenticationRequired');
    const { body } = await walls.pay(token, { invoiceId, paymentMethodId });
    if (body.status !== 'requiresAction') throw new Error('Nobody asked');
    expect(body.publishableKey).toBe(publishableKey);
    const [intent] = stripe.state.paymentIntents.all();
    expect(body.clientSecret).toBe(intent?.client_secret);
    stripe.state.authenticatePayment(body.clientSecret);
    expect((await walls.pay(token, { invoiceId, paymentMethodId })).body).toEqual({
      status: 'paid',
    });
  });

  it('asks again where the customer did not answer their bank', async () => {
    const { walls, token, invoiceId } = await wallOf();
    const paymentMethodId = await giveCard(walls, token, 'pm_card_authenticationRequired');
    const payment = { key: newKey(), invoiceId, paymentMethodId };
    const first = await walls.pay(token, payment);
    expect((await walls.pay(token, payment)).body).toEqual(first.body);
    expect((await walls.pay(token, { ...payment, key: newKey() })).body).toEqual(first.body);
  });

  it('is not paid with a card of somebody else', async () => {
    const { walls, token, invoiceId } = await wallOf();
    const other = stripe.state.seedCustomer().id;
    const foreign = stripe.state.seedPaymentMethod(other, 'pm_card_visa').id;
    for (const paymentMethodId of [foreign, 'pm_unknown']) {
      const { status, error } = await walls.pay(token, { invoiceId, paymentMethodId });
      expect([status, error.code, error.field]).toEqual([
        400,
        'invalid_request',
        'paymentMethodId',
      ]);
    }
    expect(requests('/pay')).toEqual([]);
    expect(stripe.state.customers.get(customer)).not.toMatchObject({
      invoice_settings: { default_payment_method: foreign },
    });
  });

  it('is not paid by another customer', async () => {
    const { walls, invoiceId } = await wallOf();
    const other = stripe.state.seedCustomer().id;
    stripe.state.seedSubscription({ customer: other, price, status: 'past_due' });
    const token = await walls.token(other, 'failedPayment');
    const { status, error } = await walls.pay(token, { invoiceId });
    expect([status, error.code]).toEqual([404, 'invoice_unknown']);
  });

  it('leads to the portal and back', async () => {
    const { walls, token } = await wallOf();
    const { status, body } = await walls.openPortal(token, 'https://app.example.com/account?a=1');
    expect([status, body.url]).toEqual([200, expect.stringMatching(/^https:/)]);
    const sent = new URLSearchParams(requests('/billing_portal/sessions')[0]?.params);
    expect(Object.fromEntries(sent)).toMatchObject({
      customer,
      return_url: 'https://app.example.com/account?a=1',
      'flow_data[type]': 'payment_method_update',
    });
  });

  it('leads back only to a page of ours', async () => {
    const { walls, token } = await wallOf();
    for (const url of [
      'https://app.example.com.evil.test/',
      'https://evil.test/https://app.example.com',
      'javascript:alert(1)',
      '//app.example.com',
      'nonsense',
    ]) {
      const { status, error } = await walls.openPortal(token, url);
      expect([status, error.code, error.field], url).toEqual([400, 'invalid_request', 'returnUrl']);
    }
  });

  it('takes no card in the page without a publishable key', async () => {
    subscribe('past_due');
    const { walls } = await serve({});
    const { body } = await walls.check(customer, { kind: 'failedPayment' });
    expect(body.wall).toMatchObject({ card: 'hosted' });
    const { status, error } = await walls.setUpCard(body.token);
    expect([status, error.code]).toEqual([409, 'action_unsupported']);
  });
});
