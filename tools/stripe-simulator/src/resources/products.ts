import type Stripe from 'stripe';
import { endpoint } from '../endpoint.ts';
import { resourceMissing } from '../errors.ts';
import { page, paging } from '../lists.ts';
import { boolean, object } from '../params.ts';
import type { Store } from '../store.ts';

export interface ProductInput {
  readonly id?: string;
  readonly name: string;
}

export function createProduct(store: Store, input: ProductInput): Stripe.Product {
  return store.products.put({
    id: input.id ?? store.id('prod'),
    object: 'product',
    active: true,
    created: store.now,
    default_price: null,
    description: null,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: {},
    name: input.name,
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: 'service',
    unit_label: null,
    updated: store.now,
    url: null,
  });
}

export const productEndpoints = [
  endpoint<Stripe['products']['retrieve']>('GET', '/v1/products/:id', object({}, {}), (call) => {
    const product = call.store.products.get(call.id);
    if (!product) throw resourceMissing('product', call.id);
    return product;
  }),

  endpoint<Stripe['products']['list']>(
    'GET',
    '/v1/products',
    object({ ...paging, active: boolean }, {}),
    ({ store, params }) => {
      const isListed = (product: Stripe.Product) =>
        params.active === undefined || product.active === params.active;
      return page('/v1/products', store.products.all().filter(isListed), params);
    },
  ),
];
