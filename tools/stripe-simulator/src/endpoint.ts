import type Stripe from 'stripe';
import type { FormHash } from './form.ts';
import type { Decoder } from './params.ts';
import type { Store } from './store.ts';
import type { Present } from './types.ts';

type Method = 'GET' | 'POST' | 'DELETE';

type SdkMethod = (...args: never[]) => Promise<object>;

type ParamsOf<M extends SdkMethod> =
  Parameters<M> extends [string, (infer P)?, ...unknown[]]
    ? Present<P>
    : Parameters<M> extends [(infer P)?, ...unknown[]]
      ? Present<P>
      : never;

type ResultOf<M extends SdkMethod> =
  Awaited<ReturnType<M>> extends Stripe.Response<infer T extends object> ? T : never;

/** What the URL's `:id` holds; empty where the URL has none. */
interface Call<P> {
  readonly store: Store;
  readonly params: P;
  readonly id: string;
}

export interface Endpoint {
  readonly method: Method;
  readonly url: string;
  /**
   * Reads the parameters and returns the execution. Stripe keeps an idempotent answer only once
   * execution has begun, so an error thrown here is not kept and one thrown by the execution is.
   */
  prepare(store: Store, id: string, form: FormHash): () => object;
}

/**
 * One method of the SDK, answered. `M` is the SDK's own method, so its parameters and its result are
 * what the execution takes and returns: `endpoint<Stripe['coupons']['retrieve']>(…)`.
 */
export function endpoint<M extends SdkMethod>(
  method: Method,
  url: `/v1/${string}`,
  decode: Decoder<ParamsOf<M>>,
  execute: (call: Call<ParamsOf<M>>) => ResultOf<M>,
): Endpoint {
  return {
    method,
    url,
    prepare(store, id, form) {
      const params = decode(form, '');
      return () => execute({ store, params, id });
    },
  };
}
