import type { Customer, Subscription } from '@fairwell/contract';
import type { BillingProvider, Database } from '../../src/index.js';
import type { Process } from './process.js';
import type { Random } from './random.js';

/** How a customer stands before the decision. */
export type Standing = 'active' | 'canceling' | 'paused' | 'trial' | 'overdue';

export interface Seeded {
  customerId: Customer['id'];
  subscriptionIds: string[];
  /** Of those that are overdue. */
  invoiceIds: string[];
  /** A card that pays, and one that is declined. */
  cards: { good: string; bad: string };
}

/** What goes wrong, by kind. */
export type Tally = Map<string, number>;

export function count(tally: Tally, kind: string): void {
  tally.set(kind, (tally.get(kind) ?? 0) + 1);
}

/** A customer's side of a provider whose answers get lost, which breaks down and hangs. */
export interface Account {
  /** As a process reaches it. */
  connect(process: Process): BillingProvider;
  seed(standing: Standing, subscriptions: number): Promise<Seeded>;
  /** Lets what hangs go on, and waits until it is through. */
  release(): Promise<void>;
  /** From now on faults strike. Until then there are none. */
  storm(): void;
  /** No more faults. */
  calm(): void;
  /** As they really are. */
  subscriptions(customerId: string): Promise<Subscription[]>;
  /** How often something was really done to a subscription or an invoice under this reference. */
  executions(reference: string, id: string): Promise<number>;
  isPaid(invoiceId: string): Promise<boolean>;
  /** Is this the card of the customer and of the subscription; undefined where nobody knows. */
  usesCard(customerId: string, subscriptionId: string, card: string): boolean | undefined;
  close(): Promise<void>;
}

export interface AccountOptions {
  /** Apart from every other run's. */
  name: string;
  database: Database;
  now: () => Date;
  random: Random;
  tally: Tally;
}
