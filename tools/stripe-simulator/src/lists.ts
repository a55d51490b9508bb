import type Stripe from 'stripe';
import { invalidRequest, resourceMissing } from './errors.ts';
import { integer, string } from './params.ts';
import type { Decoder } from './params.ts';

const maxLimit = 100;
const defaultLimit = 10;

const limit: Decoder<number> = (value, param) => {
  const read = integer(value, param);
  if (read < 1 || read > maxLimit) {
    const message = `This value must be between 1 and ${maxLimit} (it currently is '${read}').`;
    throw invalidRequest(message, param, 'parameter_invalid_integer');
  }
  return read;
};

/** The parameters that every list takes. */
export const paging = { limit, starting_after: string, ending_before: string };

/** A page of objects given oldest first; Stripe lists the newest first. */
export function page<T extends { id: string }>(
  url: string,
  objects: readonly T[],
  params: Stripe.PaginationParams,
): Stripe.ApiList<T> {
  const all = [...objects].reverse();
  const position = (id: string, param: string) => {
    const index = all.findIndex((object) => object.id === id);
    if (index < 0) throw resourceMissing('object', id, param);
    return index;
  };
  const size = params.limit ?? defaultLimit;
  if (params.ending_before !== undefined) {
    const end = position(params.ending_before, 'ending_before');
    const start = Math.max(0, end - size);
    return { object: 'list', url, has_more: start > 0, data: all.slice(start, end) };
  }
  const start =
    params.starting_after === undefined ? 0 : position(params.starting_after, 'starting_after') + 1;
  const data = all.slice(start, start + size);
  return { object: 'list', url, has_more: start + size < all.length, data };
}

/** A list that comes whole inside another object. */
export function wholeList<T>(url: string, data: T[]): Stripe.ApiList<T> {
  return { object: 'list', url, has_more: false, data };
}
