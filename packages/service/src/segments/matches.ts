import type {
  BillingRhythm,
  Condition,
  ConditionMap,
  ConditionType,
  Customer,
  ListOperand,
  Metadata,
  NumberOperand,
  Price,
  Segment,
  Subscription,
} from '@fairwell/contract';

/** Of whom a segment is asked. */
export interface Candidate {
  customer: Customer;
  /** Those that the session is about. */
  subscriptions: readonly Subscription[];
  /** The session's `customerAttributes`. */
  attributes: Metadata;
  now: Date;
}

/** What one condition is asked of. */
interface Facts extends Omit<Candidate, 'subscriptions'> {
  subscription: Subscription;
}

const day = 86_400_000;

const listTests: Record<ListOperand, (isListed: boolean) => boolean> = {
  includes: (isListed) => isListed,
  excludes: (isListed) => !isListed,
};

/** A number that nobody knows (NaN) meets none of them. */
const numberTests: Record<NumberOperand, (actual: number, value: number) => boolean> = {
  equals: (actual, value) => actual === value,
  moreThan: (actual, value) => actual > value,
  atLeast: (actual, value) => actual >= value,
  lessThan: (actual, value) => actual < value,
  atMost: (actual, value) => actual <= value,
};

function priceOf({ items }: Subscription): Price | undefined {
  return items[0]?.price;
}

function rhythmOf({ interval, intervalCount }: Price): BillingRhythm {
  if (interval === 'month' && intervalCount === 3) return 'quarter';
  if (interval === 'month' && intervalCount === 12) return 'year';
  return interval;
}

type Source = NonNullable<ConditionMap['textAttribute']['from']>;
const sources: Record<Source, (facts: Facts) => Metadata | undefined> = {
  session: ({ attributes }) => attributes,
  customer: ({ customer }) => customer.metadata,
  subscription: ({ subscription }) => subscription.metadata,
};

function attributeOf(
  { name, from }: Pick<ConditionMap['textAttribute'], 'name' | 'from'>,
  facts: Facts,
): Metadata[string] | undefined {
  const places = from ? [sources[from]] : Object.values(sources);
  return places
    .map((place) => place(facts))
    .find((values) => values && Object.hasOwn(values, name))?.[name];
}

/** A provider keeps numbers as text. NaN for what is none. */
function toNumber(value: Metadata[string] | undefined): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() ? Number(value) : NaN;
}

const tests: { [T in ConditionType]: (condition: ConditionMap[T], facts: Facts) => boolean } = {
  plan: ({ operand, value }, { subscription }) =>
    listTests[operand](
      subscription.items.some(
        ({ price, product }) =>
          value.includes(price.id) || (product?.id !== undefined && value.includes(product.id)),
      ),
    ),
  price({ operand, value, currency }, { subscription }) {
    const amount = priceOf(subscription)?.amount;
    return (
      amount?.currency.toLowerCase() === currency.toLowerCase() &&
      numberTests[operand](amount.value, value)
    );
  },
  subscriptionAge({ operand, value }, { subscription, now }) {
    const age = Math.floor((now.getTime() - Date.parse(subscription.start)) / day);
    return numberTests[operand](age, value);
  },
  subscriptionStart({ operand, value }, { subscription }) {
    const start = Date.parse(subscription.start);
    return operand === 'before' ? start < Date.parse(value) : start >= Date.parse(value);
  },
  billingInterval({ operand, value }, { subscription }) {
    const price = priceOf(subscription);
    return listTests[operand](price !== undefined && value.includes(rhythmOf(price)));
  },
  status: ({ operand, value }, { subscription: { status } }) =>
    listTests[operand](value.some((name) => name === status.name)),
  textAttribute(condition, facts) {
    const actual = attributeOf(condition, facts);
    return listTests[condition.operand](
      actual !== undefined && condition.value.includes(String(actual)),
    );
  },
  numberAttribute(condition, facts) {
    const actual = toNumber(attributeOf(condition, facts));
    return numberTests[condition.operand](actual, condition.value);
  },
};

function meets<T extends ConditionType>(
  type: T,
  condition: ConditionMap[T],
  facts: Facts,
): boolean {
  return tests[type](condition, facts);
}

/** Does one of the subscriptions, with its customer, meet every condition. Never throws. */
export function matchesSegment(
  { conditions }: Pick<Segment, 'conditions'>,
  { subscriptions, ...about }: Candidate,
): boolean {
  return subscriptions.some((subscription) =>
    conditions.every((condition: Condition) =>
      meets(condition.type, condition, { ...about, subscription }),
    ),
  );
}
