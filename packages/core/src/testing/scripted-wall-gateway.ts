import type { OverdueInvoice, PauseInForce, PaymentOverdue } from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import type { WallCheck, WallGateway } from '../walls/wall-gateway.js';
import { customer, monthly } from './fixtures.js';
import { tick, type Fate } from './scripted-gateway.js';

export const pause: PauseInForce = {
  kind: 'pause',
  subscriptionId: monthly.id,
  since: '2026-11-05T00:00:00.000Z',
  resumesAt: '2027-02-05T00:00:00.000Z',
  charge: { value: 2999, currency: 'usd' },
};

export const invoice: OverdueInvoice = {
  id: 'in_1',
  amountDue: { value: 2999, currency: 'usd' },
  since: '2026-11-15T12:00:00.000Z',
  attempted: true,
};

export const overdue: PaymentOverdue = {
  kind: 'failedPayment',
  subscriptionId: monthly.id,
  invoice,
  card: 'inPage',
  portal: true,
};

/** What becomes of an action; a payment can also be the bank's turn. */
export type WallFate = Fate | 'bank';

interface Flight {
  name: string;
  settle(fate: WallFate): void;
}

/**
 * A provider whose answers the test gives, with the service's promise kept: what is done under a key
 * is done once. A wall holds for as long as its cause does.
 */
export class ScriptedWalls<W extends PauseInForce | PaymentOverdue> {
  /** The cause of the wall, as the provider knows it; null once it is settled. */
  wall: W | null;
  failure: FairwellError | undefined;
  /** Set, a check waits for the test to answer it. */
  holdsChecks = false;
  readonly checks: boolean[] = [];
  readonly heldChecks: (() => void)[] = [];
  readonly flights: Flight[] = [];
  readonly keys: { name: string; key: string }[] = [];
  /** What was done, by key. */
  readonly done = new Map<string, string>();

  constructor(wall: W) {
    this.wall = wall;
  }

  readonly check = (force: boolean): Promise<WallCheck<W>> => {
    this.checks.push(force);
    const { failure, wall } = this;
    const answer = { customer, subscriptions: [monthly], wall };
    if (this.holdsChecks)
      return new Promise((resolve) => this.heldChecks.push(() => resolve(answer)));
    return failure ? Promise.reject(failure) : Promise.resolve(answer);
  };

  act<T>(name: string, key: string, answer: T, atBank?: T): Promise<T> {
    this.keys.push({ name, key });
    return new Promise((resolve, reject) => {
      const flight: Flight = {
        name,
        settle: (fate) => {
          this.flights.splice(this.flights.indexOf(flight), 1);
          const isDone = this.done.has(key);
          if (fate === 'refused' && !isDone)
            return reject(new FairwellError('payment_declined', 'declined'));
          if (fate === 'unknown') return reject(new FairwellError('outcome_unknown', 'no answer'));
          if (fate === 'bank' && atBank && !isDone) return resolve(atBank);
          this.done.set(key, name);
          if (/^(resume|pay)/.test(name)) this.wall = null;
          if (fate === 'lost') return reject(new FairwellError('network', 'lost'));
          resolve(answer);
        },
      };
      this.flights.push(flight);
    });
  }

  /** Answers what is in flight and lets the machine take it in. */
  async settle(fate: WallFate): Promise<void> {
    this.flights[0]?.settle(fate);
    await tick();
  }
}

export function pauseGateway(walls: ScriptedWalls<PauseInForce>): WallGateway<PauseInForce> {
  return {
    subject: 'cus_1',
    check: walls.check,
    resume: (key) => walls.act('resume', key, {}),
    cancel: (key) => walls.act('cancel', key, { endsAt: '2026-12-05T00:00:00.000Z' }),
  };
}

export function paymentGateway(walls: ScriptedWalls<PaymentOverdue>): WallGateway<PaymentOverdue> {
  return {
    subject: 'cus_1',
    check: walls.check,
    setUpCard: () =>
      walls.act('card', 'card', { publishableKey: 'pk_test', clientSecret: 'seti_1_secret_1' }),
    pay: ({ key, paymentMethodId }) =>
      walls.act(
        `pay ${paymentMethodId ?? 'saved'}`,
        key,
        { status: 'paid' },
        { status: 'requiresAction', publishableKey: 'pk_test', clientSecret: 'pi_1_secret_1' },
      ),
    openPortal: () => Promise.resolve('https://billing.example.com/portal'),
    cancel: (key) => walls.act('cancel', key, {}),
  };
}
