import type {
  CardSetup,
  CheckedWall,
  CheckWallRequest,
  PayResponse,
  PortalResponse,
  WallActionResponse,
} from '@fairwell/contract';
import { addDays } from '@fairwell/core';
import { beforeEach } from 'vitest';
import { seedSandbox, type SandboxData } from '../../src/index.js';
import { faulty } from './faulty-provider.js';
import { standard, start } from './fixtures.js';
import { newKey, type TestService } from './service.js';
import type { World } from './world.js';

type SeededSubscription = NonNullable<SandboxData['subscriptions']>[number];
type SeededInvoice = NonNullable<SandboxData['invoices']>[number];

export const period = { start: '2026-11-01T00:00:00.000Z', end: '2026-12-01T00:00:00.000Z' };
export const pause = { start: '2026-11-10T00:00:00.000Z', end: '2027-01-10T00:00:00.000Z' };

export const pausedSubscription: SeededSubscription = {
  id: 'sub_paused',
  customerId: 'cus_paused',
  start: period.start,
  status: { name: 'paused', pause, currentPeriod: period },
  items: [{ price: standard }],
  metadata: { note: 'internal' },
};

export const overdue: SeededInvoice = {
  id: 'in_overdue',
  customerId: 'cus_overdue',
  subscriptionId: 'sub_overdue',
  state: 'open',
  amountDue: { value: 2900, currency: 'usd' },
  createdAt: '2026-11-01T00:00:00.000Z',
  dueAt: '2026-11-01T01:00:00.000Z',
  attempted: true,
};

/** Customers before whom a wall stands, on 15 November 2026. */
const wallData: SandboxData = {
  customers: [
    { id: 'cus_paused', name: 'Noor Falk', metadata: { note: 'internal' } },
    { id: 'cus_overdue', name: 'Sasha Brandt' },
  ],
  subscriptions: [
    pausedSubscription,
    {
      id: 'sub_overdue',
      customerId: 'cus_overdue',
      start: period.start,
      status: { name: 'unpaid', currentPeriod: period },
      items: [{ price: standard }],
    },
  ],
  invoices: [overdue],
};

/** What a page does at a wall, as requests. */
export function wallsOf(service: TestService) {
  const { send, tokenFor } = service;
  const check = (customerId: string, body: CheckWallRequest, subscriptionId?: string) =>
    send<CheckedWall>('POST', '/v1/walls', { token: tokenFor(customerId, subscriptionId), body });
  const act =
    <T>(name: string) =>
    (token: string, body: object = { key: newKey() }) =>
      send<T>('POST', `/v1/walls/${name}`, { token, body });
  return {
    check,
    /** The token of a check. */
    async token(customerId: string, kind: CheckWallRequest['kind']): Promise<string> {
      const { status, body } = await check(customerId, { kind });
      if (status !== 200) throw new Error(`Not checked: ${JSON.stringify(body)}`);
      return body.token;
    },
    resume: act<WallActionResponse>('resume'),
    cancel: act<WallActionResponse>('cancel'),
    setUpCard: (token: string) => act<CardSetup>('card')(token, {}),
    pay: (token: string, payment: object) =>
      act<PayResponse>('pay')(token, { key: newKey(), ...payment }),
    openPortal: (token: string, returnUrl: string) =>
      act<PortalResponse>('portal')(token, { returnUrl }),
  };
}

export const daysAgo = (days: number) => addDays(start, -days).toISOString();
export const daysAhead = (days: number) => addDays(start, days).toISOString();

/** Seeds the customers before whom a wall stands, for each test of a file. */
export function useWalls(world: World) {
  const seed = (data: SandboxData) => seedSandbox(world.database, data);
  beforeEach(() => seed(wallData));
  return {
    seed,
    /** A service whose provider can be made to fail, with the requests of a page. */
    async serve() {
      const provider = faulty(world.sandbox);
      const service = await world.serve({ providers: { live: provider } });
      return { provider, service, walls: wallsOf(service) };
    },
  };
}
