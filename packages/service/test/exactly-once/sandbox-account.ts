import { addDays } from '@fairwell/core';
import {
  ProviderError,
  SandboxProvider,
  seedSandbox,
  type BillingProvider,
  type SandboxData,
} from '../../src/index.js';
import { lite, standard, start, thirtyOff } from '../support/fixtures.js';
import { count, type Account, type AccountOptions, type Standing } from './account.js';
import { providerOf, wrapped, type Method } from './process.js';

type Status = NonNullable<SandboxData['subscriptions']>[number]['status'];

const period = { start: '2026-11-01T00:00:00.000Z', end: '2026-12-01T00:00:00.000Z' };
const statuses: Record<Standing, Status> = {
  active: { name: 'active', currentPeriod: period },
  canceling: { name: 'active', currentPeriod: period },
  paused: {
    name: 'paused',
    pause: { start: '2026-11-10T00:00:00.000Z', end: '2027-01-10T00:00:00.000Z' },
    currentPeriod: period,
  },
  trial: {
    name: 'trial',
    trial: { start: '2026-11-10T00:00:00.000Z', end: '2026-11-24T00:00:00.000Z' },
  },
  overdue: { name: 'unpaid', currentPeriod: period },
};

const writes: ReadonlySet<Method> = new Set<Method>(['apply', 'pay', 'revoke']);
const kinds = ['refuse', 'breakBefore', 'breakAfter', 'loseBefore', 'loseAfter', 'hang'] as const;

export function sandboxAccount({ name, database, now, random, tally }: AccountOptions): Account {
  const sandbox = new SandboxProvider(database, { now });
  const onWrites = random.stream('writes');
  const onReads = random.stream('reads');
  let isCalm = true;
  let hanging: (() => Promise<unknown>)[] = [];

  const struck: BillingProvider = wrapped(sandbox, async (method, call) => {
    if (isCalm) return call();
    if (!writes.has(method)) {
      if (!onReads.chance(0.04)) return call();
      count(tally, 'read fails');
      throw new Error('The provider broke down over a question');
    }
    if (!onWrites.chance(0.35)) return call();
    const kind = onWrites.pick(kinds);
    count(tally, kind);
    if (kind === 'refuse') {
      const code = onWrites.pick(['provider_unavailable', 'provider_rate_limited'] as const);
      throw new ProviderError(code, 'Not now', 'none');
    }
    if (kind === 'breakBefore') throw new Error('The provider broke down');
    if (kind === 'hang') hanging.push(call);
    if (kind === 'breakAfter' || kind === 'loseAfter') await call();
    if (kind === 'breakAfter') throw new Error('The provider broke down');
    throw new ProviderError('outcome_unknown', 'No answer', 'open');
  });

  return {
    connect: (process) => providerOf(struck, process),
    async seed(standing, subscriptions) {
      const customerId = `cus_${name}`;
      const subscriptionIds = Array.from(
        { length: subscriptions },
        (_each, index) => `sub_${name}_${index}`,
      );
      const invoiceIds = standing === 'overdue' ? [`in_${name}`] : [];
      await seedSandbox(database, {
        customers: [{ id: customerId }],
        prices: [standard, lite],
        coupons: [thirtyOff],
        subscriptions: subscriptionIds.map((id) => ({
          id,
          customerId,
          start: period.start,
          status: statuses[standing],
          items: [{ price: standard }],
          ...(standing === 'canceling' && { cancelAt: period.end }),
        })),
        invoices: invoiceIds.map((id) => ({
          id,
          customerId,
          ...(subscriptionIds[0] !== undefined && { subscriptionId: subscriptionIds[0] }),
          state: 'open',
          amountDue: { value: 2900, currency: 'usd' },
          createdAt: addDays(start, -10).toISOString(),
          dueAt: addDays(start, -10).toISOString(),
          attempted: true,
        })),
      });
      const cards = { good: 'pm_card_visa', bad: 'pm_card_chargeCustomerFail' };
      return { customerId, subscriptionIds, invoiceIds, cards };
    },
    async release() {
      const calls = hanging;
      hanging = [];
      await Promise.allSettled(calls.map((call) => call()));
    },
    storm() {
      isCalm = false;
    },
    calm() {
      isCalm = true;
    },
    subscriptions: (customerId) => sandbox.listSubscriptions(customerId),
    async executions(reference, id) {
      const rows = await database.query
        .selectFrom('sandbox_changes')
        .select('key')
        .where('reference', 'in', [reference, id])
        .where('key', 'like', `${reference}-%-${id}`)
        .execute();
      return rows.length;
    },
    async isPaid(invoiceId) {
      const invoices = await sandbox.listInvoices(`cus_${name}`);
      return invoices.some(({ id, state }) => id === invoiceId && state === 'paid');
    },
    usesCard: () => undefined,
    close: () => Promise.resolve(),
  };
}
