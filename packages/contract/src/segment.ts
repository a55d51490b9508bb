import { Type, type Static } from 'typebox';
import { Currency, Instant } from './billing.js';

const texts = (description: string) =>
  Type.Array(Type.String({ minLength: 1, maxLength: 255 }), {
    minItems: 1,
    maxItems: 100,
    description,
  });

export const ListOperand = Type.Union([Type.Literal('includes'), Type.Literal('excludes')], {
  description: 'Whether the value is one of those listed, or none of them',
});
export type ListOperand = Static<typeof ListOperand>;

export const NumberOperand = Type.Union([
  Type.Literal('equals'),
  Type.Literal('moreThan'),
  Type.Literal('atLeast'),
  Type.Literal('lessThan'),
  Type.Literal('atMost'),
]);
export type NumberOperand = Static<typeof NumberOperand>;

/** How often a plan is billed. Every three months is `quarter`, every twelve `year`. */
export const BillingRhythm = Type.Union([
  Type.Literal('day'),
  Type.Literal('week'),
  Type.Literal('month'),
  Type.Literal('quarter'),
  Type.Literal('year'),
]);
export type BillingRhythm = Static<typeof BillingRhythm>;

const attribute = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  from: Type.Optional(
    Type.Union([Type.Literal('session'), Type.Literal('customer'), Type.Literal('subscription')], {
      description:
        "Only the session's `customerAttributes`, or only the metadata of the customer or the subscription; the first of these that has it when absent",
    }),
  ),
};

/** What is asked of a customer and one of their subscriptions. */
export const Condition = Type.Union([
  Type.Object({
    type: Type.Literal('plan'),
    operand: ListOperand,
    value: texts('Ids of prices or products'),
  }),
  Type.Object({
    type: Type.Literal('price'),
    operand: NumberOperand,
    value: Type.Integer({
      minimum: 0,
      description: "Of one unit of the plan, in the currency's smallest unit",
    }),
    currency: Currency,
  }),
  Type.Object({
    type: Type.Literal('subscriptionAge'),
    operand: NumberOperand,
    value: Type.Integer({ minimum: 0, maximum: 36_500, description: 'In whole days' }),
  }),
  Type.Object({
    type: Type.Literal('subscriptionStart'),
    operand: Type.Union([Type.Literal('before'), Type.Literal('after')], {
      description: 'Earlier than the instant; or at it and later',
    }),
    value: Instant,
  }),
  Type.Object({
    type: Type.Literal('billingInterval'),
    operand: ListOperand,
    value: Type.Array(BillingRhythm, { minItems: 1, maxItems: 5 }),
  }),
  Type.Object({
    type: Type.Literal('status'),
    operand: ListOperand,
    value: Type.Array(
      Type.Union([
        Type.Literal('trial'),
        Type.Literal('active'),
        Type.Literal('paused'),
        Type.Literal('unpaid'),
      ]),
      { minItems: 1, maxItems: 4 },
    ),
  }),
  Type.Object({
    type: Type.Literal('textAttribute'),
    ...attribute,
    operand: ListOperand,
    value: texts('Compared as text, letter by letter'),
  }),
  Type.Object({
    type: Type.Literal('numberAttribute'),
    ...attribute,
    operand: NumberOperand,
    value: Type.Number(),
  }),
]);
export type Condition = Static<typeof Condition>;
export type ConditionType = Condition['type'];
/** From a condition's type to its shape. */
export type ConditionMap = { [C in Condition as C['type']]: C };

/** Whom a flow is for: whoever has a subscription that meets all conditions. */
export const Segment = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    conditions: Type.Array(Condition, { minItems: 1, maxItems: 20 }),
  },
  {
    examples: [
      {
        name: 'Annual customers of long standing',
        conditions: [
          { type: 'billingInterval', operand: 'includes', value: ['year'] },
          { type: 'subscriptionAge', operand: 'moreThan', value: 730 },
        ],
      },
    ],
  },
);
export type Segment = Static<typeof Segment>;
