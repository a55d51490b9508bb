import { startStripeSimulator, type Fault } from '@fairwell-tools/stripe-simulator';
import Stripe from 'stripe';
import { StripeProvider } from '../../src/index.js';
import { count, type Account, type AccountOptions } from './account.js';
import { Process, providerOf } from './process.js';

/** The SDK waits before it repeats a request whose connection closed; here time is not waited for. */
Object.defineProperty(Stripe.prototype, 'getInitialNetworkRetryDelay', { value: () => 0 });

const faultsOfWrites: readonly [Fault, ...Fault[]] = [
  { type: 'refuse', status: 429 },
  { type: 'refuse', status: 500, shouldRetry: false },
  { type: 'refuse', status: 503, shouldRetry: false },
  { type: 'lose-request' },
  { type: 'lose-response' },
  { type: 'fail-before' },
  { type: 'fail-after' },
  { type: 'garbage', body: 'html' },
  { type: 'garbage', body: 'truncated-json' },
  { type: 'hang' },
];
const faultOfReads: Fault = { type: 'refuse', status: 503, shouldRetry: false };

function idOf(reference: string | { id: string } | null | undefined): string | undefined {
  return typeof reference === 'string' ? reference : reference?.id;
}

export async function stripeAccount({
  name,
  now,
  random,
  tally,
}: AccountOptions): Promise<Account> {
  const simulator = await startStripeSimulator({ clock: now });
  const { host, port, state, faults } = simulator;
  const price = state.seedPrice({ id: 'price_standard', amount: 2900, nickname: 'Standard' }).id;
  state.seedPrice({ id: 'price_lite', amount: 900, nickname: 'Lite' });
  state.seedCoupon({
    id: 'SAVE30',
    percent_off: 30,
    duration: 'repeating',
    duration_in_months: 3,
  });
  const open = (): StripeProvider =>
    new StripeProvider({
      secretKey: 'sk_test_suite',
      publishableKey: 'pk_test_suite',
      server: { host, port, protocol: 'http' },
      timeouts: { read: 2_000, write: 150 },
    });
  const calm = open();
  const onWrites = random.stream('writes');
  const onReads = random.stream('reads');
  const onDeath = random.stream('death');
  let process = new Process();
  let isCalm = true;

  /** A rule that strikes when it is told to. */
  const strike = (fault: Fault, on: string, when: () => boolean): void =>
    faults.randomly(fault, { on, probability: 0.5, random: () => (when() ? 0 : 1) });

  for (const method of ['POST', 'DELETE', 'GET']) {
    let diesAnswered = false;
    // What is dead sends nothing; what dies now may have been heard.
    strike({ type: 'lose-request' }, method, () => {
      const dies = process.pass();
      if (dies) count(tally, 'killed in a request');
      diesAnswered = dies && onDeath.chance(0.5);
      return process.isDead && !diesAnswered;
    });
    strike({ type: 'lose-response' }, method, () => diesAnswered);
    const isRead = method === 'GET';
    let next: Fault | undefined;
    const draw = (): Fault | undefined => {
      if (isCalm) return undefined;
      if (isRead) return onReads.chance(0.04) ? faultOfReads : undefined;
      return onWrites.chance(0.35) ? onWrites.pick(faultsOfWrites) : undefined;
    };
    const all = isRead ? [faultOfReads] : faultsOfWrites;
    all.forEach((fault, index) =>
      strike(fault, method, () => {
        if (index === 0) {
          next = draw();
          if (next) count(tally, isRead ? 'read fails' : next.type);
        }
        return fault === next;
      }),
    );
  }

  return {
    connect(of) {
      process = of;
      return providerOf(open(), of);
    },
    async seed(standing, subscriptions) {
      const { id: customerId } = state.seedCustomer({ id: `cus_${name}` });
      const good = state.seedPaymentMethod(customerId, 'pm_card_visa').id;
      const bad = state.seedPaymentMethod(customerId, 'pm_card_chargeCustomerFail').id;
      const seconds = (days: number) => Math.floor(now().getTime() / 1000) + days * 86_400;
      const subscriptionIds = Array.from({ length: subscriptions }, (_each, index) => {
        const subscription = state.seedSubscription({
          id: `sub_${name}_${index}`,
          customer: customerId,
          price,
          ...(standing === 'trial' && { trialDays: 14 }),
          ...(standing === 'overdue' && { status: 'past_due' }),
        });
        const end = subscription.items.data[0]?.current_period_end ?? 0;
        state.subscriptions.put({
          ...subscription,
          ...(standing === 'canceling' && { cancel_at_period_end: true, cancel_at: end }),
          ...(standing === 'paused' && {
            pause_collection: { behavior: 'void', resumes_at: seconds(60) },
          }),
        });
        return subscription.id;
      });
      const invoiceIds = state.invoices
        .all()
        .filter(({ status }) => status === 'open')
        .map(({ id }) => id);
      return { customerId, subscriptionIds, invoiceIds, cards: { good, bad } };
    },
    async release() {
      faults.release();
      // What hung is executed when the server comes to it.
      await fetch(`${simulator.url}/v1/nothing`);
      await new Promise((resolve) => setImmediate(resolve));
    },
    storm() {
      isCalm = false;
    },
    calm() {
      isCalm = true;
      process = new Process();
    },
    subscriptions: (customerId) => calm.listSubscriptions(customerId),
    executions(reference, id) {
      const keys = new Set(
        state.events.flatMap(({ type, request, data }) => {
          const object = 'id' in data.object ? data.object.id : undefined;
          if (object !== id) return [];
          if (type === 'customer.subscription.deleted') return 'ended';
          const isOne = type === 'customer.subscription.updated' || type === 'invoice.paid';
          const key = isOne ? (request?.idempotency_key ?? '') : '';
          return key.startsWith(`${reference}-`) && key.endsWith(`-${id}`) ? key : [];
        }),
      );
      return Promise.resolve(keys.size);
    },
    isPaid: (invoiceId) => Promise.resolve(state.invoices.get(invoiceId)?.status === 'paid'),
    usesCard(customerId, subscriptionId, card) {
      const customer = state.customers.get(customerId);
      const subscription = state.subscriptions.get(subscriptionId);
      if (!customer || customer.deleted || !subscription) return false;
      const { default_payment_method: ofCustomer } = customer.invoice_settings;
      return idOf(ofCustomer) === card && idOf(subscription.default_payment_method) === card;
    },
    close: () => simulator.close(),
  };
}
