import type { Customer, Subscription } from '@fairwell/contract';

export interface MergeSource {
  customer?: Customer | undefined;
  subscription?: Subscription | undefined;
}

function firstNameOf({ firstName, name }: Customer): string | undefined {
  return firstName ?? name?.trim().split(/\s+/)[0];
}

function lastNameOf({ lastName, name }: Customer): string | undefined {
  return lastName ?? name?.trim().split(/\s+/).slice(1).join(' ');
}

const customerFields: Record<string, (customer: Customer) => string | undefined> = {
  id: ({ id }) => id,
  email: ({ email }) => email,
  name: ({ name, firstName, lastName }) => name ?? [firstName, lastName].filter(Boolean).join(' '),
  firstName: firstNameOf,
  lastName: lastNameOf,
};

const subscriptionFields: Record<string, (subscription: Subscription) => string | undefined> = {
  id: ({ id }) => id,
  planName: ({ items: [item] }) => item?.price.name ?? item?.product?.name,
};

function lookUp(path: string, { customer, subscription }: MergeSource): string | undefined {
  const [root, field = '', key = ''] = path.split('.');
  const from = root === 'customer' ? customer : root === 'subscription' ? subscription : undefined;
  if (!from) return undefined;
  if (field === 'metadata' && from.metadata && Object.hasOwn(from.metadata, key))
    return String(from.metadata[key]);
  if (customer && root === 'customer' && Object.hasOwn(customerFields, field))
    return customerFields[field]?.(customer);
  if (subscription && Object.hasOwn(subscriptionFields, field))
    return subscriptionFields[field]?.(subscription);
  return undefined;
}

/** Characters that turn the direction of all that follows, and so of a sentence around a value. */
const directionControls = /[\u202a-\u202e\u2066-\u2069]/g;

/** `CUSTOMER_FIRST_NAME` → `customer.firstName`. */
function toPath(name: string): string {
  if (!/^[A-Z_.]+$/.test(name)) return name;
  const [root = '', ...words] = name.toLowerCase().split(/[_.]/);
  const field = words.map((word, index) =>
    index === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1),
  );
  return `${root}.${field.join('')}`;
}

/** A merge field in a template: its name, and what stands in for it. */
export const mergeField = /\{\{\s*([\w.-]+)\s*(?:\|([^{}]*))?\}\}/g;

/** The fields that a template names, in their usual spelling: `customer.firstName`. */
export function mergedFields(template: string): string[] {
  return [...template.matchAll(mergeField)].map(([, name = '']) => toPath(name));
}

/**
 * Fills `{{customer.firstName|there}}` from the customer and subscription. The part after `|` stands
 * in where the value is not known; without it an unknown field leaves nothing. Fields: `customer.`
 * `id email name firstName lastName metadata.KEY`, `subscription.` `id planName metadata.KEY`; the
 * upper-case spelling `CUSTOMER_FIRST_NAME` is taken too. A value leaves the sentence around it in its
 * direction: the characters that would turn it (Unicode's embeddings, overrides and isolates) are left out.
 *
 * @param escape Applied to every value, so that a customer's own words stay text inside rich text.
 */
export function mergeFields(
  template: string,
  source: MergeSource,
  escape: (value: string) => string = (value) => value,
): string {
  return template.replace(mergeField, (_match, name: string, fallback: string | undefined) =>
    escape(lookUp(toPath(name), source)?.replace(directionControls, '') || (fallback ?? '').trim()),
  );
}
