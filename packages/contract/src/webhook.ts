import { Type, type Static } from 'typebox';
import { Customer, Instant, Metadata, Subscription } from './billing.js';
import { SessionResult } from './session.js';

/** An offer's type as data leaves the service: in webhooks and in exports. */
export const ReportedOfferType = Type.Union([
  Type.Literal('DISCOUNT'),
  Type.Literal('PAUSE'),
  Type.Literal('PLAN_CHANGE'),
  Type.Literal('TRIAL_EXTENSION'),
  Type.Literal('CONTACT'),
  Type.Literal('REDIRECT'),
  Type.Literal('CUSTOM'),
]);
export type ReportedOfferType = Static<typeof ReportedOfferType>;

export const ReportedMode = Type.Union([
  Type.Literal('LIVE'),
  Type.Literal('TEST'),
  Type.Literal('SANDBOX'),
]);
export type ReportedMode = Static<typeof ReportedMode>;

const PauseUnit = Type.Union([Type.Literal('MONTH'), Type.Literal('WEEK')]);
const guid = Type.String({ description: "The offer's place in its flow, `step/choice/option`" });

/** What was offered: the part that belongs to the offer's type is there. */
export const ReportedOffer = Type.Object({
  guid,
  offerType: ReportedOfferType,
  accepted: Type.Boolean(),
  presentedAt: Instant,
  acceptedAt: Type.Optional(Instant),
  declinedAt: Type.Optional(Instant),
  surveyOffer: Type.Boolean({ description: 'Made because of an answer in a survey' }),
  discountConfig: Type.Optional(Type.Object({ couponId: Type.String() })),
  pauseConfig: Type.Optional(
    Type.Object({
      maxPauseLength: Type.Integer(),
      pauseInterval: PauseUnit,
      datePicker: Type.Boolean(),
    }),
  ),
  trialExtensionConfig: Type.Optional(Type.Object({ trialExtensionDays: Type.Integer() })),
  planChangeConfig: Type.Optional(
    Type.Object({ options: Type.Array(Type.String(), { description: 'Price ids' }) }),
  ),
  redirectConfig: Type.Optional(
    Type.Object({ redirectUrl: Type.String(), redirectLabel: Type.String() }),
  ),
});
export type ReportedOffer = Static<typeof ReportedOffer>;

/** What was accepted: the fields that belong to the offer's type are there. */
export const ReportedAcceptance = Type.Object({
  guid,
  offerType: ReportedOfferType,
  pauseInterval: Type.Optional(PauseUnit),
  pauseDuration: Type.Optional(Type.Integer({ description: 'In intervals' })),
  pauseEndDate: Type.Optional(Instant),
  newPlanId: Type.Optional(Type.String({ description: 'Price id' })),
  newPlanPrice: Type.Optional(Type.Integer({ description: "In the currency's smallest unit" })),
  couponId: Type.Optional(Type.String()),
  couponType: Type.Optional(Type.Union([Type.Literal('PERCENT'), Type.Literal('AMOUNT')])),
  couponAmount: Type.Optional(
    Type.Number({ description: "Percent, or an amount in the currency's smallest unit" }),
  ),
  couponDuration: Type.Optional(
    Type.Union([Type.Integer(), Type.Null()], {
      description: 'In months; null is forever, absent is once',
    }),
  ),
  trialExtensionDays: Type.Optional(Type.Integer()),
  redirectUrl: Type.Optional(Type.String()),
});
export type ReportedAcceptance = Static<typeof ReportedAcceptance>;

/** A session that has come to a result, as a webhook tells it. */
export const WebhookSession = Type.Object({
  id: Type.String(),
  result: SessionResult,
  mode: ReportedMode,
  subscriptionId: Type.Optional(Type.String({ description: 'Absent where all were meant' })),
  surveyResponse: Type.Optional(Type.String()),
  followupQuestion: Type.Optional(Type.String()),
  followupResponse: Type.Optional(Type.String()),
  feedback: Type.Optional(Type.String({ description: "In the customer's own words" })),
  usedClickToCancel: Type.Boolean(),
  customAttributes: Type.Optional(Metadata),
  segment: Type.Optional(
    Type.Object({
      name: Type.String(),
      filter: Type.Array(
        Type.Object({
          attribute: Type.String({
            description: '`BILLING_INTERVAL`, or the name of an attribute',
          }),
          operand: Type.String(),
          value: Type.Array(Type.String()),
          type: Type.String(),
        }),
      ),
    }),
  ),
  presentedOffers: Type.Array(ReportedOffer),
  acceptedOffer: Type.Optional(ReportedAcceptance),
});
export type WebhookSession = Static<typeof WebhookSession>;

/** The body of a webhook. */
export const WebhookPayload = Type.Union([
  Type.Object({
    event: Type.Literal('session'),
    data: Type.Object({
      customer: Type.Intersect([
        Customer,
        Type.Object({ subscriptions: Type.Array(Subscription) }),
      ]),
      session: WebhookSession,
    }),
  }),
  Type.Object({ event: Type.Literal('test'), data: Type.Object({ sentAt: Instant }) }),
]);
export type WebhookPayload = Static<typeof WebhookPayload>;
export type WebhookEvent = WebhookPayload['event'];

/** An endpoint that webhooks of a mode are sent to. */
export const WebhookEndpoint = Type.Object({
  id: Type.String(),
  url: Type.String(),
  createdAt: Type.Optional(
    Type.Unsafe<string>({
      ...Instant,
      description: 'Absent where the service was started with it',
    }),
  ),
});
export type WebhookEndpoint = Static<typeof WebhookEndpoint>;

/** `POST /v1/admin/webhooks`. */
export const AddWebhookRequest = Type.Object(
  { url: Type.String({ minLength: 1, maxLength: 2000, description: 'Begins with https://' }) },
  { additionalProperties: false, examples: [{ url: 'https://app.example.com/fairwell' }] },
);
export type AddWebhookRequest = Static<typeof AddWebhookRequest>;

/** The one answer that has the secret. */
export const WebhookWithSecret = Type.Object(
  {
    ...WebhookEndpoint.properties,
    secret: Type.String({ description: 'Signs what is sent from now on: `whsec_…`' }),
  },
  {
    examples: [
      {
        id: 'whe_4f0Qm2yRk8sVb1WcXe7LdA',
        url: 'https://app.example.com/fairwell',
        createdAt: '2026-11-15T12:00:00.000Z',
        secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
      },
    ],
  },
);
export type WebhookWithSecret = Static<typeof WebhookWithSecret>;

export const DeliveryState = Type.Union(
  [Type.Literal('pending'), Type.Literal('done'), Type.Literal('dead')],
  { description: '`dead` after the last attempt, until it is replayed' },
);
export type DeliveryState = Static<typeof DeliveryState>;

/** Something that is done after the answer: telling somebody, or taking in what a provider told. */
export const Delivery = Type.Object(
  {
    id: Type.String(),
    kind: Type.Union([
      Type.Literal('session', { description: 'Finding out whom to tell of a session' }),
      Type.Literal('webhook'),
      Type.Literal('mail'),
      Type.Literal('slack'),
      Type.Literal('providerEvent', { description: 'Told by the billing provider' }),
    ]),
    state: DeliveryState,
    endpointId: Type.Optional(Type.String()),
    sessionId: Type.Optional(Type.String()),
    customerId: Type.Optional(Type.String()),
    createdAt: Instant,
    nextAttemptAt: Type.Optional(Instant),
    settledAt: Type.Optional(Instant),
    attempts: Type.Array(
      Type.Object({
        at: Instant,
        status: Type.Optional(Type.Integer({ description: 'Of the HTTP answer' })),
        error: Type.Optional(Type.String()),
      }),
    ),
  },
  {
    examples: [
      {
        id: 'dlv_4f0Qm2yRk8sVb1WcXe7LdA',
        kind: 'webhook',
        state: 'dead',
        endpointId: 'whe_4f0Qm2yRk8sVb1WcXe7LdA',
        sessionId: 'ses_4f0Qm2yRk8sVb1WcXe7LdA',
        customerId: 'cus_1',
        createdAt: '2026-11-15T12:00:00.000Z',
        settledAt: '2026-11-18T16:10:00.000Z',
        attempts: [{ at: '2026-11-15T12:00:01.000Z', status: 500, error: 'answered with 500' }],
      },
    ],
  },
);
export type Delivery = Static<typeof Delivery>;

/** `GET /v1/admin/deliveries`. */
export const DeliveryListQuery = Type.Object(
  {
    state: Type.Optional(DeliveryState),
    limit: Type.Optional(
      Type.String({ pattern: '^([1-9][0-9]?|100)$', description: '1 to 100; 100 when absent' }),
    ),
  },
  { additionalProperties: false },
);
export type DeliveryListQuery = Static<typeof DeliveryListQuery>;

export const Replayed = Type.Object({ replayed: Type.Integer() }, { examples: [{ replayed: 3 }] });
export type Replayed = Static<typeof Replayed>;
