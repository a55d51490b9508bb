import { Type, type Static } from 'typebox';
import { Coupon, Instant, Price, Subscription } from './billing.js';
import { PauseInterval } from './flow.js';

/** An offer's place in its flow: `step`, `step/choice` or `step/choice/option`. */
export const OfferId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}(/[A-Za-z0-9_-]{1,64}){0,2}$' });

const offerId = OfferId;

export const CancelAction = Type.Object({
  type: Type.Literal('cancel'),
  direct: Type.Optional(
    Type.Boolean({ description: 'By the cancel link that every step shows, not the last step' }),
  ),
});
export const DiscountAction = Type.Object({
  type: Type.Literal('discount'),
  offerId,
  couponId: Type.String(),
});
export const PauseAction = Type.Object({
  type: Type.Literal('pause'),
  offerId,
  interval: PauseInterval,
  length: Type.Optional(Type.Integer({ minimum: 1, description: 'In intervals' })),
  until: Type.Optional(Instant),
});
export const PlanChangeAction = Type.Object({
  type: Type.Literal('planChange'),
  offerId,
  priceId: Type.String(),
});
export const TrialExtensionAction = Type.Object({
  type: Type.Literal('trialExtension'),
  offerId,
  days: Type.Integer({ minimum: 1, maximum: 365 }),
});
export const ContactAction = Type.Object({ type: Type.Literal('contact'), offerId });
export const RedirectAction = Type.Object({
  type: Type.Literal('redirect'),
  offerId,
  url: Type.String(),
});
export const CustomAction = Type.Object({
  type: Type.Literal('custom'),
  offerId,
  result: Type.Optional(Type.Unknown()),
});

/** What the customer decided. An action carries what they were shown, so that a change in between is refused. */
export const Action = Type.Union([
  CancelAction,
  DiscountAction,
  PauseAction,
  PlanChangeAction,
  TrialExtensionAction,
  ContactAction,
  RedirectAction,
  CustomAction,
]);
export type Action = Static<typeof Action>;
export type ActionType = Action['type'];
/** From an action's type to its shape. */
export type ActionMap = { [A in Action as A['type']]: A };

const message = Type.Optional(
  Type.String({ maxLength: 1000, description: "The host's own words to the customer" }),
);

const url = Type.Optional(
  Type.String({ description: 'Where the page goes now; absent where the host saw to it itself' }),
);

/** An action that the host's page can carry out in the place of the service. */
export const HandledAction = Type.Union([
  Type.Literal('cancel'),
  Type.Literal('discount'),
  Type.Literal('pause'),
  Type.Literal('planChange'),
  Type.Literal('trialExtension'),
  Type.Literal('contact'),
  Type.Literal('redirect'),
]);
export type HandledAction = Static<typeof HandledAction>;

/** What came of an action. A date that nobody knows is absent. */
export const Outcome = Type.Union([
  Type.Object({
    type: Type.Literal('cancel'),
    endsAt: Type.Optional(Type.Unsafe<string>({ ...Instant, description: 'When access ends' })),
    message,
  }),
  Type.Object({
    type: Type.Literal('discount'),
    coupon: Type.Optional(Coupon),
    until: Type.Optional(Instant),
    message,
  }),
  Type.Object({
    type: Type.Literal('pause'),
    startsAt: Type.Optional(Instant),
    resumesAt: Type.Optional(Instant),
    message,
  }),
  Type.Object({
    type: Type.Literal('planChange'),
    price: Type.Optional(Price),
    startsAt: Type.Optional(Instant),
    message,
  }),
  Type.Object({
    type: Type.Literal('trialExtension'),
    trialEnd: Type.Optional(Instant),
    message,
  }),
  Type.Object({ type: Type.Literal('contact'), url, message }),
  Type.Object({ type: Type.Literal('redirect'), url, message }),
  Type.Object({ type: Type.Literal('custom'), message }),
]);
export type Outcome = Static<typeof Outcome>;
/** From an action's type to the shape of its outcome. */
export type OutcomeMap = { [O in Outcome as O['type']]: O };

/** Names a decision, made by the client at random: what is asked for twice under one key is done once. */
export const DecisionKey = Type.String({
  minLength: 16,
  maxLength: 64,
  pattern: '^[A-Za-z0-9_-]+$',
});

/**
 * `POST /v1/sessions/:id/actions`. The key makes the action happen at most once: the same key
 * with the same action gets the same answer, the same key with another action is refused.
 */
export const ActionRequest = Type.Object({
  key: DecisionKey,
  action: Action,
});
export type ActionRequest = Static<typeof ActionRequest>;

export const ActionResponse = Type.Object({
  outcome: Outcome,
  subscriptions: Type.Array(Subscription, { description: 'Those it changed, as they are now' }),
});
export type ActionResponse = Static<typeof ActionResponse>;
