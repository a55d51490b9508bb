import { startStripeSimulator, type StripeSimulator } from '@fairwell-tools/stripe-simulator';
import type Stripe from 'stripe';
import { afterEach, beforeEach } from 'vitest';
import { StripeProvider } from '../../src/index.js';
import type { World } from './world.js';

/** An account at the simulator and the provider that speaks to it, over HTTP. */
export interface StripeAccount {
  readonly simulator: StripeSimulator;
  readonly provider: StripeProvider;
  /** The subscription as Stripe has it. */
  subscription(id: string): Stripe.Subscription;
}

export async function startStripe(now: () => Date): Promise<StripeAccount> {
  const simulator = await startStripeSimulator({ clock: now });
  const { host, port, state } = simulator;
  state.seedPrice({ id: 'price_standard', amount: 2900, nickname: 'Standard' });
  state.seedPrice({ id: 'price_lite', amount: 900, nickname: 'Lite' });
  state.seedPrice({ id: 'price_yearly', amount: 29_000, interval: 'year', nickname: 'Yearly' });
  state.seedCoupon({
    id: 'SAVE30',
    percent_off: 30,
    duration: 'repeating',
    duration_in_months: 3,
  });
  state.seedCoupon({ id: 'FIVE', amount_off: 500, currency: 'usd', duration: 'once' });
  const provider = new StripeProvider({
    secretKey: 'sk_test_suite',
    publishableKey: 'pk_test_suite',
    server: { host, port, protocol: 'http' },
    timeouts: { read: 300, write: 300 },
  });
  return {
    simulator,
    provider,
    subscription(id) {
      const found = state.subscriptions.get(id);
      if (!found) throw new Error('No subscription');
      return found;
    },
  };
}

/** An account for each test of a file. */
export function useStripe(world: World): StripeAccount {
  let account: StripeAccount | undefined;
  const opened = (): StripeAccount => {
    if (!account) throw new Error('The account is not open yet');
    return account;
  };
  beforeEach(async () => {
    account = await startStripe(world.clock.now);
  });
  afterEach(() => account?.simulator.close());
  return {
    get simulator() {
      return opened().simulator;
    },
    get provider() {
      return opened().provider;
    },
    subscription: (id) => opened().subscription(id),
  };
}
