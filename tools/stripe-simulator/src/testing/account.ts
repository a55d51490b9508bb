import Stripe from 'stripe';
import { afterEach, expect } from 'vitest';
import { startStripeSimulator } from '../index.ts';
import type { StripeSimulator } from '../index.ts';

export interface TestAccount extends StripeSimulator {
  /** The official SDK, without retries of its own. */
  readonly stripe: Stripe;
  /** The SDK with other settings. */
  client(settings: Stripe.StripeConfig, key?: string): Stripe;
  /** Moves the account's clock, to an ISO 8601 instant. */
  moveTo(instant: string): void;
}

const open: StripeSimulator[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((simulator) => simulator.close()));
});

/** An account of its own whose clock stands at noon UTC on 15 January 2026. */
export async function testAccount(): Promise<TestAccount> {
  let now = new Date('2026-01-15T12:00:00Z');
  const simulator = await startStripeSimulator({ clock: () => now });
  open.push(simulator);
  const { host, port } = simulator;
  const client = (settings: Stripe.StripeConfig, key = 'sk_test_fairwell') =>
    new Stripe(key, { host, port, protocol: 'http', telemetry: false, ...settings });
  return {
    ...simulator,
    client,
    stripe: client({ maxNetworkRetries: 0 }),
    moveTo: (instant) => {
      now = new Date(instant);
    },
  };
}

export function seconds(instant: string): number {
  return Date.parse(instant) / 1000;
}

/** Stands in an expected object for any text that matches. */
export function matching(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

/** The error that a request ends with. Throws when it ends well. */
export async function errorOf(request: Promise<unknown>): Promise<Stripe.errors.StripeError> {
  try {
    await request;
  } catch (error) {
    if (error instanceof Stripe.errors.StripeError) return error;
    throw error;
  }
  throw new Error('The request was answered');
}
