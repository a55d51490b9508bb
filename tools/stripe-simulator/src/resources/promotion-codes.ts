import type Stripe from 'stripe';
import type { Store } from '../store.ts';

export interface PromotionCodeInput {
  readonly id?: string;
  /** A coupon's id. */
  readonly coupon: string;
  /** What customers type. */
  readonly code: string;
  readonly active?: boolean;
  /** The one customer who may redeem it; left out, anybody. */
  readonly customer?: string;
}

export function createPromotionCode(store: Store, input: PromotionCodeInput): Stripe.PromotionCode {
  return store.promotionCodes.put<Stripe.PromotionCode>({
    id: input.id ?? store.id('promo'),
    object: 'promotion_code',
    active: input.active ?? true,
    code: input.code,
    created: store.now,
    customer: input.customer ?? null,
    customer_account: null,
    expires_at: null,
    livemode: false,
    max_redemptions: null,
    metadata: {},
    promotion: { coupon: input.coupon, type: 'coupon' },
    restrictions: {
      first_time_transaction: false,
      minimum_amount: null,
      minimum_amount_currency: null,
    },
    times_redeemed: 0,
  });
}
