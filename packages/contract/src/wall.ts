import { Type, type Static } from 'typebox';
import { DecisionKey } from './action.js';
import { Amount, Customer, Instant, Subscription } from './billing.js';
import { Mode } from './session.js';

/** The walls that can stand before a product: while a subscription is paused, and while a payment is overdue. */
export const WallKind = Type.Union([Type.Literal('pause'), Type.Literal('failedPayment')]);
export type WallKind = Static<typeof WallKind>;

/**
 * `POST /v1/walls`: does a wall stand before this customer? With the same credentials as
 * `POST /v1/sessions`. The answer is kept for a minute; `forceCheck` asks the provider anew.
 */
export const CheckWallRequest = Type.Object({
  kind: WallKind,
  appId: Type.Optional(Type.String()),
  customerId: Type.Optional(Type.String({ maxLength: 255 })),
  authHash: Type.Optional(Type.String({ maxLength: 128 })),
  subscriptionId: Type.Optional(Type.String({ maxLength: 255 })),
  mode: Type.Optional(Mode),
  forceCheck: Type.Optional(Type.Boolean()),
  ignoreInvoicesWithoutAttempt: Type.Optional(
    Type.Boolean({ description: 'Failed payment: only an invoice that was tried and failed' }),
  ),
});
export type CheckWallRequest = Static<typeof CheckWallRequest>;

/** A pause that is in force now; one that waits for the end of the paid period is none yet. */
export const PauseInForce = Type.Object({
  kind: Type.Literal('pause'),
  subscriptionId: Type.String(),
  since: Instant,
  resumesAt: Type.Optional(Instant),
  charge: Type.Optional(
    Type.Unsafe<Static<typeof Amount>>({
      ...Amount,
      description: 'What resuming now will charge at the next renewal; absent where not known',
    }),
  ),
});
export type PauseInForce = Static<typeof PauseInForce>;

export const OverdueInvoice = Type.Object({
  id: Type.String(),
  amountDue: Amount,
  since: Type.Unsafe<string>({ ...Instant, description: 'When it was due first' }),
  attempted: Type.Boolean({ description: 'Was a charge tried' }),
  hostedUrl: Type.Optional(
    Type.String({ description: "The provider's own page to pay it, for when ours cannot" }),
  ),
});
export type OverdueInvoice = Static<typeof OverdueInvoice>;

export const PaymentOverdue = Type.Object({
  kind: Type.Literal('failedPayment'),
  subscriptionId: Type.Optional(Type.String()),
  invoice: OverdueInvoice,
  card: Type.Union([Type.Literal('inPage'), Type.Literal('hosted'), Type.Literal('none')], {
    description: 'How a new card is given: in the page (Stripe), on a hosted page, or not at all',
  }),
  portal: Type.Optional(
    Type.Boolean({ description: 'Is there a hosted page too, where a card is taken in the page' }),
  ),
});
export type PaymentOverdue = Static<typeof PaymentOverdue>;

export const CheckedWall = Type.Object({
  token: Type.String({ description: 'Bearer token for what the wall can do; 15 minutes' }),
  customer: Customer,
  subscriptions: Type.Array(Subscription),
  wall: Type.Union([PauseInForce, PaymentOverdue, Type.Null()], {
    description: 'Null where none stands',
  }),
});
export type CheckedWall = Static<typeof CheckedWall>;

/** `POST /v1/walls/resume` and `POST /v1/walls/cancel` (at the end of the term). */
export const WallActionRequest = Type.Object({ key: DecisionKey });
export type WallActionRequest = Static<typeof WallActionRequest>;

export const WallActionResponse = Type.Object({
  subscriptions: Type.Array(Subscription, { description: 'As they are now' }),
  endsAt: Type.Optional(
    Type.Unsafe<string>({ ...Instant, description: 'Cancel: when access ends' }),
  ),
});
export type WallActionResponse = Static<typeof WallActionResponse>;

/** `POST /v1/walls/card`: what the page needs to take a new card. */
export const CardSetup = Type.Object({
  publishableKey: Type.String(),
  clientSecret: Type.String({ description: "Of the provider's setup intent" }),
});
export type CardSetup = Static<typeof CardSetup>;

/** `POST /v1/walls/pay`: pay the overdue invoice, with a new card where one was set up. */
export const PayRequest = Type.Object({
  key: DecisionKey,
  invoiceId: Type.String({ maxLength: 255 }),
  paymentMethodId: Type.Optional(Type.String({ maxLength: 255 })),
});
export type PayRequest = Static<typeof PayRequest>;

export const PayResponse = Type.Union([
  Type.Object({ status: Type.Literal('paid') }),
  Type.Object({
    status: Type.Literal('requiresAction'),
    publishableKey: Type.String(),
    clientSecret: Type.String({
      description: 'To confirm with the bank; then pay again, under a new key',
    }),
  }),
]);
export type PayResponse = Static<typeof PayResponse>;

/** `POST /v1/walls/portal`: a hosted page where the customer can give a new card. */
export const PortalRequest = Type.Object({ returnUrl: Type.String({ maxLength: 2000 }) });
export type PortalRequest = Static<typeof PortalRequest>;

export const PortalResponse = Type.Object({ url: Type.String() });
export type PortalResponse = Static<typeof PortalResponse>;
