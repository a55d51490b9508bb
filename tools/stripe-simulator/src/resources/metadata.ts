import type Stripe from 'stripe';

/**
 * Metadata after an update: keys are merged, an empty value removes its key, and an empty string in
 * place of the hash removes all (https://docs.stripe.com/api/metadata).
 */
export function withMetadata(
  current: Stripe.Metadata,
  update: Stripe.Emptyable<Stripe.MetadataParam> | undefined,
): Stripe.Metadata {
  if (update === undefined) return current;
  if (update === '' || update === null) return {};
  const merged = Object.entries({ ...current, ...update });
  const kept = merged.filter(([, value]) => value !== '' && value !== null);
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
