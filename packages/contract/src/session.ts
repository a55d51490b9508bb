import { Type, type Static } from 'typebox';
import { Action, HandledAction, OfferId, Outcome } from './action.js';
import { Customer, Discount, Instant, Metadata, Subscription } from './billing.js';
import { Flow, Id } from './flow.js';

/** `live` and `test` are the provider's environments, `sandbox` a separate account. Kept apart in every figure. */
export const Mode = Type.Union([
  Type.Literal('live'),
  Type.Literal('test'),
  Type.Literal('sandbox'),
]);
export type Mode = Static<typeof Mode>;

/** Claims of a session token (JWT, HS256), signed by the host's back end with `@fairwell/node`. */
export const SessionClaims = Type.Object({
  aud: Type.String({ description: 'App id' }),
  sub: Type.String({ description: 'Customer id at the billing provider' }),
  subscription: Type.Optional(Type.String({ description: 'Without it, all of them are meant' })),
  mode: Mode,
  /** For segments; these go before what the page sends as `customerAttributes`. */
  attributes: Type.Optional(Metadata),
  iat: Type.Integer({ description: 'Seconds since 1970' }),
  exp: Type.Integer({ description: 'At most 15 minutes after `iat`' }),
  jti: Type.String({ minLength: 16, description: 'Nonce' }),
});
export type SessionClaims = Static<typeof SessionClaims>;

/** Take the place of every discount or plan change that the flow has. */
export const DynamicOffers = Type.Object({
  discount: Type.Optional(Type.Object({ couponId: Type.String({ minLength: 1 }) })),
  planChange: Type.Optional(
    Type.Object({ planIds: Type.Array(Type.String({ minLength: 1 }), { minItems: 1 }) }),
  ),
});
export type DynamicOffers = Static<typeof DynamicOffers>;

const returnUrl = Type.String({ minLength: 1, maxLength: 2000 });

/** Where the page leads to in the end, over https and within the origins that the service knows. */
export const ReturnUrls = Type.Object({
  save: Type.Optional({ ...returnUrl, description: 'After the customer has stayed' }),
  cancel: Type.Optional({ ...returnUrl, description: 'After the cancellation' }),
  offers: Type.Optional(
    Type.Record(OfferId, returnUrl, {
      description: 'After an offer was accepted, by its id; goes before `save`',
    }),
  ),
});
export type ReturnUrls = Static<typeof ReturnUrls>;

/**
 * `POST /v1/sessions`, either with `Authorization: Bearer <session token>` or with `customerId`
 * and `authHash` (HMAC-SHA256 of the customer id, hex). Who is asked for in the body must agree
 * with what the credential says.
 */
export const StartSessionRequest = Type.Object({
  appId: Type.Optional(Type.String()),
  customerId: Type.Optional(Type.String({ maxLength: 255 })),
  authHash: Type.Optional(Type.String({ maxLength: 128 })),
  subscriptionId: Type.Optional(Type.String({ maxLength: 255 })),
  mode: Type.Optional(Mode),
  locale: Type.Optional(
    Type.String({ maxLength: 35, description: 'BCP 47: the language of the page' }),
  ),
  locales: Type.Optional(
    Type.Array(Type.String({ maxLength: 35 }), {
      maxItems: 20,
      description: 'Where the page would take several, the best first; goes before `locale`',
    }),
  ),
  customerAttributes: Type.Optional(Metadata),
  preview: Type.Optional(Type.Boolean({ description: 'Nothing is billed' })),
  previewToken: Type.Optional(
    Type.String({
      maxLength: 2000,
      description: 'Shows the flow that it was made for; only with `preview`',
    }),
  ),
  report: Type.Optional(Type.Boolean({ description: 'Counts in the figures; true when absent' })),
  record: Type.Optional(Type.Boolean({ description: 'May be replayed; the setting when absent' })),
  dynamicOffers: Type.Optional(DynamicOffers),
  handles: Type.Optional(
    Type.Array(HandledAction, {
      maxItems: 7,
      description:
        'Actions that the page carries out itself: their offers are made whatever the provider can do, and the service refuses them',
    }),
  ),
  bypassDiscountAppliedScreen: Type.Optional(
    Type.Boolean({ description: 'Do not begin with the discount that is still in force' }),
  ),
  bypassPauseAppliedScreen: Type.Optional(
    Type.Boolean({ description: 'Do not begin with the pause that is still in force' }),
  ),
  returnUrls: Type.Optional(ReturnUrls),
});
export type StartSessionRequest = Static<typeof StartSessionRequest>;

/** What the law that applies asks of the flow, already worked out; see `@fairwell/core`. */
export const CompliancePolicy = Type.Object({
  offers: Type.Boolean({ description: 'May offers be shown at all' }),
  prominentCancel: Type.Boolean({ description: 'Is the direct cancel control shown as a button' }),
});
export type CompliancePolicy = Static<typeof CompliancePolicy>;

/** An offer accepted earlier that is still in force, which the flow reminds the customer of first. */
export const ActiveOffer = Type.Union([
  Type.Object({ type: Type.Literal('discount'), discount: Discount }),
  Type.Object({
    type: Type.Literal('pause'),
    since: Instant,
    resumesAt: Type.Optional(Instant),
  }),
]);
export type ActiveOffer = Static<typeof ActiveOffer>;

/** By BCP 47 tag, and then by the key of a message; `{names}` in a message are its placeholders. */
export const MessagesByLanguage = Type.Record(
  Type.String({ maxLength: 35 }),
  Type.Record(Type.String({ maxLength: 100 }), Type.String({ maxLength: 1000 })),
  {
    description: 'Words in place of those of the elements',
    examples: [{ en: { next: 'Go on' }, fr: { next: 'Suivant' } }],
  },
);
export type MessagesByLanguage = Static<typeof MessagesByLanguage>;

export const StartedSession = Type.Object({
  id: Type.String(),
  token: Type.String({ description: 'Bearer token for everything else in this session' }),
  mode: Mode,
  preview: Type.Boolean(),
  customer: Customer,
  subscriptions: Type.Array(Subscription),
  flow: Flow,
  policy: CompliancePolicy,
  endsAt: Type.Optional(
    Type.Unsafe<string>({ ...Instant, description: 'When access would end if cancelled now' }),
  ),
  stackCoupons: Type.Optional(
    Type.Boolean({
      description: 'A new discount is added to the others in place of replacing them',
    }),
  ),
  prorated: Type.Optional(
    Type.Boolean({
      description: 'A change of plan is charged or credited for the rest of the period',
    }),
  ),
  activeOffer: Type.Optional(ActiveOffer),
  returnUrls: Type.Optional(ReturnUrls),
  messages: Type.Optional(MessagesByLanguage),
});
export type StartedSession = Static<typeof StartedSession>;

const at = Instant;

/** What the customer saw and said. What was done is recorded by the service itself, from the action. */
export const SessionEvent = Type.Union([
  Type.Object({ type: Type.Literal('stepViewed'), stepId: Type.String({ maxLength: 200 }), at }),
  Type.Object({ type: Type.Literal('offerPresented'), offerId: OfferId, at }),
  Type.Object({ type: Type.Literal('offerDeclined'), offerId: OfferId, at }),
  Type.Object({
    type: Type.Literal('surveyAnswered'),
    stepId: Id,
    choiceId: Id,
    optionId: Type.Optional(Id),
    text: Type.Optional(Type.String({ maxLength: 10_000 })),
    at,
  }),
  Type.Object({
    type: Type.Literal('feedbackGiven'),
    stepId: Id,
    text: Type.String({ maxLength: 10_000 }),
    at,
  }),
  Type.Object({
    type: Type.Literal('customAnswered'),
    stepId: Id,
    result: Type.Optional(Type.Unknown()),
    at,
  }),
  Type.Object({ type: Type.Literal('handledByHost'), action: Action, at }),
  Type.Object({ type: Type.Literal('closed'), at }),
]);
export type SessionEvent = Static<typeof SessionEvent>;

/** More than any customer sees and says in a session. */
const maxSequence = 9999;

/** `POST /v1/sessions/:id/events`. A sequence number that was seen before is passed over, so sending again is safe. */
export const RecordEventsRequest = Type.Object({
  events: Type.Array(
    Type.Object({
      sequence: Type.Integer({ minimum: 0, maximum: maxSequence }),
      event: SessionEvent,
    }),
    {
      minItems: 1,
      maxItems: 100,
    },
  ),
});
export type RecordEventsRequest = Static<typeof RecordEventsRequest>;

/**
 * `POST /v1/sessions/:id/beacon`, as JSON in a body of `text/plain`, which `navigator.sendBeacon` can
 * send to another origin while the page goes away.
 */
export const BeaconRequest = Type.Object(
  {
    token: Type.String({ maxLength: 2000, description: 'Of the session, as there is no header' }),
    events: RecordEventsRequest.properties.events,
  },
  {
    examples: [
      {
        token: 'the token of the session',
        events: [{ sequence: 4, event: { type: 'closed', at: '2026-11-15T12:00:00.000Z' } }],
      },
    ],
  },
);
export type BeaconRequest = Static<typeof BeaconRequest>;

export const SessionResult = Type.Union([
  Type.Literal('abort'),
  Type.Literal('cancel'),
  Type.Literal('discount'),
  Type.Literal('pause'),
  Type.Literal('plan_change'),
  Type.Literal('trial_extension'),
  Type.Literal('contact'),
  Type.Literal('redirect'),
  Type.Literal('custom'),
]);
export type SessionResult = Static<typeof SessionResult>;

export const PresentedOffer = Type.Object({
  offerId: OfferId,
  offerType: Type.String(),
  presentedAt: Instant,
  answer: Type.Optional(Type.Union([Type.Literal('accepted'), Type.Literal('declined')])),
  answeredAt: Type.Optional(Instant),
});
export type PresentedOffer = Static<typeof PresentedOffer>;

/** `GET /v1/sessions/:id`: what is known of the session so far. */
export const SessionRecord = Type.Object({
  id: Type.String(),
  mode: Mode,
  preview: Type.Boolean(),
  customerId: Type.String(),
  subscriptionId: Type.Optional(Type.String()),
  flowId: Type.String(),
  flowVersion: Type.Optional(Type.Integer()),
  startedAt: Instant,
  endedAt: Type.Optional(Instant),
  result: Type.Optional(SessionResult),
  undoneAt: Type.Optional(
    Type.Unsafe<string>({
      ...Instant,
      description: 'When it became known that the pause or cancellation was taken back elsewhere',
    }),
  ),
  surveyChoiceId: Type.Optional(Type.String()),
  surveyResponse: Type.Optional(Type.String()),
  followupQuestion: Type.Optional(Type.String()),
  followupResponse: Type.Optional(Type.String()),
  feedback: Type.Optional(Type.String()),
  usedClickToCancel: Type.Boolean(),
  handledByHost: Type.Boolean(),
  presentedOffers: Type.Array(PresentedOffer),
  accepted: Type.Optional(Type.Object({ action: Action, outcome: Type.Optional(Outcome) })),
  steps: Type.Array(Type.Object({ stepId: Type.String(), at: Instant })),
});
export type SessionRecord = Static<typeof SessionRecord>;
