import type { Mode, Subscription } from '@fairwell/contract';
import type { BillingProvider } from '../billing/provider.js';
import type { Handler } from '../queue/job-queue.js';
import type { Database } from '../storage/database.js';
import { recordPayment } from './boosted-revenue.js';
import { findUndone } from './undone.js';
import type { ProviderEvent } from './provider-event.js';

export interface TakeInOptions {
  database: Pick<Database, 'query'>;
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
  now: () => Date;
}

/** Whom an event is about. */
export interface Whose {
  mode: Mode;
  customerId: string;
}

type EventMap = { [E in ProviderEvent as E['type']]: E };

/** Takes in what a provider told. Whatever the order, and however often, it comes to the same. */
export function takeIn({
  database: { query },
  providerFor,
  now,
}: TakeInOptions): Handler<'providerEvent'> {
  const readSubscriptions = async ({ mode, customerId }: Whose): Promise<Subscription[]> =>
    (await providerFor(mode, false)?.listSubscriptions(customerId)) ?? [];
  const handlers: {
    [T in ProviderEvent['type']]: (event: EventMap[T], whose: Whose) => Promise<void>;
  } = {
    invoicePaid: (event, whose) => recordPayment(query, whose, event),
    subscriptionsChanged: async (_event, whose) =>
      findUndone(query, whose, await readSubscriptions(whose), now()),
  };
  const handle = <T extends ProviderEvent['type']>(
    type: T,
    event: EventMap[T],
    whose: Whose,
  ): Promise<void> => handlers[type](event, whose);

  return async ({ mode, customer_id, data }) => {
    if (customer_id !== null) await handle(data.type, data, { mode, customerId: customer_id });
  };
}
