import type { Discount, Period, Subscription, SubscriptionItem } from '@fairwell/contract';
import type { FairwellError } from '../errors.js';
import { coupon, price } from '../flow/parse.js';
import {
  fail,
  integer,
  list,
  object,
  optional,
  record,
  text,
  unknown,
  variant,
  type Rule,
} from '../flow/rules.js';
import { faultsIn } from './faults-in.js';

const instant: Rule = (value, path) => {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value)))
    fail(path, 'a date, ISO 8601', String(value));
};
const period = object<Period>({ start: instant, end: instant });
const currentPeriod = optional(period);

type StatusMap = {
  [S in Subscription['status'] as S['name']]: S;
};
const status = variant(
  {
    active: object<StatusMap['active']>({ name: unknown, currentPeriod: period }),
    trial: object<StatusMap['trial']>({ name: unknown, trial: period, currentPeriod }),
    paused: object<StatusMap['paused']>({
      name: unknown,
      pause: object({ start: instant, end: optional(instant) }),
      currentPeriod,
    }),
    canceled: object<StatusMap['canceled']>({ name: unknown, canceledAt: instant }),
    unpaid: object<StatusMap['unpaid']>({ name: unknown, currentPeriod }),
  } satisfies Record<keyof StatusMap, Rule>,
  'name',
);

const subscription = object<Subscription>({
  id: text({ min: 1 }),
  start: instant,
  status,
  items: list(
    object<SubscriptionItem>({
      id: optional(text({})),
      price,
      quantity: optional(integer(0)),
      product: optional(object({ id: optional(text({})), name: optional(text({})) })),
    }),
  ),
  discounts: optional(list(object<Discount>({ coupon, start: instant, end: optional(instant) }))),
  cancelAt: optional(instant),
  metadata: optional(record(unknown)),
});

/** The subscriptions that can be worked with, and what is wrong with the others. */
export function readSubscriptions(value: unknown): {
  subscriptions: readonly Subscription[];
  faults: FairwellError[];
} {
  const faults = faultsIn(list(unknown), value, 'subscriptions');
  const given: unknown[] = Array.isArray(value) ? value : [];
  const subscriptions = given.filter((each, index): each is Subscription => {
    const found = faultsIn(subscription, each, `subscriptions[${index}]`);
    faults.push(...found);
    return found.length === 0;
  });
  return { subscriptions, faults };
}
