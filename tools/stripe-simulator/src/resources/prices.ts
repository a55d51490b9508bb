import Stripe from 'stripe';
import { endpoint } from '../endpoint.ts';
import { resourceMissing } from '../errors.ts';
import { page, paging } from '../lists.ts';
import { boolean, object, oneOf, string } from '../params.ts';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';
import type { Known } from '../types.ts';
import { createProduct } from './products.ts';

export interface PriceInput {
  readonly id?: string;
  /** A product's id; left out, a product is made. */
  readonly product?: string;
  readonly nickname?: string;
  /** In the currency's smallest unit. */
  readonly amount: number;
  /** ISO 4217 in lower case; `usd` when left out. */
  readonly currency?: string;
  /** `month` when left out. */
  readonly interval?: Known<Stripe.Price.Recurring.Interval>;
  readonly intervalCount?: number;
  readonly active?: boolean;
}

/** A recurring price with one amount a unit. */
export function createPrice(store: Store, input: PriceInput): Stripe.Price {
  const product = input.product ?? createProduct(store, { name: input.nickname ?? 'Product' }).id;
  return store.prices.put({
    id: input.id ?? store.id('price'),
    object: 'price',
    active: input.active ?? true,
    billing_scheme: 'per_unit',
    created: store.now,
    currency: input.currency ?? 'usd',
    custom_unit_amount: null,
    livemode: false,
    lookup_key: null,
    metadata: {},
    nickname: input.nickname ?? null,
    product,
    recurring: {
      interval: input.interval ?? 'month',
      interval_count: input.intervalCount ?? 1,
      meter: null,
      trial_period_days: null,
      usage_type: 'licensed',
    },
    tax_behavior: 'unspecified',
    tiers_mode: null,
    transform_quantity: null,
    type: 'recurring',
    unit_amount: input.amount,
    unit_amount_decimal: Stripe.Decimal.from(input.amount),
  });
}

/** The recurrence of a price that stands on a subscription. */
export function recurrence(price: Stripe.Price): Stripe.Price.Recurring {
  if (!price.recurring) throw new Error(`The price ${price.id} does not recur`);
  return price.recurring;
}

/** The legacy plan that Stripe shows beside the price of a subscription item. */
export function planOf(price: Stripe.Price): Stripe.Plan {
  const recurring = recurrence(price);
  return {
    id: price.id,
    object: 'plan',
    active: price.active,
    amount: price.unit_amount,
    amount_decimal: price.unit_amount_decimal,
    billing_scheme: price.billing_scheme,
    created: price.created,
    currency: price.currency,
    interval: recurring.interval,
    interval_count: recurring.interval_count,
    livemode: false,
    metadata: price.metadata,
    meter: recurring.meter,
    nickname: price.nickname,
    product: idOf(price.product),
    tiers_mode: null,
    transform_usage: null,
    trial_period_days: recurring.trial_period_days,
    usage_type: recurring.usage_type,
  };
}

export const priceEndpoints = [
  endpoint<Stripe['prices']['retrieve']>('GET', '/v1/prices/:id', object({}, {}), (call) => {
    const price = call.store.prices.get(call.id);
    if (!price) throw resourceMissing('price', call.id);
    return price;
  }),

  endpoint<Stripe['prices']['list']>(
    'GET',
    '/v1/prices',
    object(
      {
        ...paging,
        active: boolean,
        currency: string,
        product: string,
        type: oneOf<Stripe.PriceListParams.Type>({ one_time: true, recurring: true }),
      },
      {},
    ),
    ({ store, params }) => {
      const { active, currency, product, type } = params;
      const isListed = (price: Stripe.Price) =>
        (active === undefined || price.active === active) &&
        (currency === undefined || price.currency === currency) &&
        (product === undefined || price.product === product) &&
        (type === undefined || price.type === type);
      return page('/v1/prices', store.prices.all().filter(isListed), params);
    },
  ),
];
