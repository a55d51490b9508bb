import type Stripe from 'stripe';
import type { Store } from '../store.ts';
import { idOf } from '../types.ts';

/** A line of an invoice to be. Amounts in the currency's smallest unit, times in Unix seconds. */
export interface PendingLine {
  readonly amount: number;
  readonly description: string;
  readonly quantity: number;
  readonly price: Stripe.Price;
  readonly item: string;
  readonly start: number;
  readonly end: number;
  readonly isProration: boolean;
}

export function lineItem(
  store: Store,
  line: PendingLine,
  invoice: { id: string; subscription: string },
  discounts: Stripe.InvoiceLineItem.DiscountAmount[],
): Stripe.InvoiceLineItem {
  return {
    id: store.id('il'),
    object: 'line_item',
    amount: line.amount,
    currency: line.price.currency,
    description: line.description,
    discount_amounts: discounts,
    discountable: !line.isProration,
    discounts: [],
    invoice: invoice.id,
    livemode: false,
    metadata: {},
    parent: {
      invoice_item_details: null,
      subscription_item_details: {
        invoice_item: null,
        proration: line.isProration,
        proration_details: null,
        subscription: invoice.subscription,
        subscription_item: line.item,
      },
      type: 'subscription_item_details',
    },
    period: { start: line.start, end: line.end },
    pretax_credit_amounts: [],
    pricing: {
      price_details: { price: line.price.id, product: idOf(line.price.product) },
      type: 'price_details',
      unit_amount_decimal: line.price.unit_amount_decimal,
    },
    quantity: line.quantity,
    quantity_decimal: null,
    subscription: invoice.subscription,
    subtotal: line.amount,
    taxes: [],
  };
}
