import type { Action, Subscription } from '@fairwell/contract';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { SandboxProvider, seedSandbox, type Database } from '../../src/index.js';
import type { ActionRow } from '../../src/storage/schema.js';
import { emptyDatabase, openTestDatabase } from './database.js';
import { faulty } from './faulty-provider.js';
import { sandboxData } from './fixtures.js';
import {
  createClock,
  startService,
  type TestClock,
  type TestOptions,
  type TestService,
} from './service.js';

/** A seeded database, and the services that a test starts on it. */
export interface World {
  readonly database: Database;
  readonly clock: TestClock;
  /** The provider behind the services, without what a test puts in front of it. */
  readonly sandbox: SandboxProvider;
  serve(options?: Partial<TestOptions>): Promise<TestService>;
  /** What is called before the services are closed. */
  cleanUp(work: () => void): void;
  ledger(): Promise<ActionRow[]>;
  subscription(customerId: string): Promise<Subscription>;
}

/** A world for each test of a file, on one database. */
export function useWorld(): World {
  let database: Database | undefined;
  let clock = createClock();
  let services: TestService[] = [];
  let cleanUps: (() => void)[] = [];
  const opened = (): Database => {
    if (!database) throw new Error('The database is not open yet');
    return database;
  };

  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    clock = createClock();
    await emptyDatabase(opened());
    await seedSandbox(opened(), sandboxData);
  });
  afterEach(async () => {
    for (const work of cleanUps) work();
    await Promise.all(services.map((service) => service.close()));
    services = [];
    cleanUps = [];
  });
  afterAll(() => opened().close());

  return {
    get database() {
      return opened();
    },
    get clock() {
      return clock;
    },
    get sandbox() {
      return new SandboxProvider(opened(), clock);
    },
    async serve(options) {
      const { now } = clock;
      const service = await startService({ database: opened(), now, ...options });
      services.push(service);
      return service;
    },
    cleanUp: (work) => void cleanUps.push(work),
    ledger: () => opened().query.selectFrom('actions').selectAll().orderBy('created_at').execute(),
    async subscription(customerId) {
      const [subscription] = await new SandboxProvider(opened(), clock).listSubscriptions(
        customerId,
      );
      if (!subscription) throw new Error('No subscription');
      return subscription;
    },
  };
}

/** A service whose provider breaks where it is told to, with a session on it. */
export async function serveBreakable(world: World) {
  const provider = faulty(world.sandbox);
  const service = await world.serve({ providers: { live: provider } });
  return { provider, service, session: await service.session('cus_monthly') };
}

/** The states of the ledger's entries, oldest first. */
export async function statesOf(world: World): Promise<string[]> {
  return (await world.ledger()).map(({ state }) => state);
}

/** The coupons on the subscription of the customer who pays monthly. */
export async function couponsOf(world: World): Promise<string[]> {
  const { discounts = [] } = await world.subscription('cus_monthly');
  return discounts.map(({ coupon }) => coupon.id);
}

export const takeDiscount: Action = {
  type: 'discount',
  offerId: 'why/too_expensive',
  couponId: 'SAVE30',
};
export const cancel: Action = { type: 'cancel' };
