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
