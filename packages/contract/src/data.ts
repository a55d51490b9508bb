import { Type, type Static, type TSchema } from 'typebox';
import { Currency, Instant, Metadata } from './billing.js';
import { SessionResult } from './session.js';
import { ReportedAcceptance, ReportedMode, ReportedOffer, ReportedOfferType } from './webhook.js';

export const ReportedInterval = Type.Union([
  Type.Literal('DAY'),
  Type.Literal('WEEK'),
  Type.Literal('MONTH'),
  Type.Literal('YEAR'),
]);
export type ReportedInterval = Static<typeof ReportedInterval>;

/** What a session came to as a save; `ABANDON` where the customer left without a decision. */
export const SaveType = Type.Union([...ReportedOfferType.anyOf, Type.Literal('ABANDON')]);
export type SaveType = Static<typeof SaveType>;

const flag = (description: string) =>
  Type.Optional(Type.Union([Type.Literal('true'), Type.Literal('false')], { description }));
const count = (description: string, maxLength: number) =>
  Type.Optional(Type.String({ pattern: '^[0-9]+$', maxLength, description }));
const date = (description: string) =>
  Type.Optional(Type.String({ pattern: '^[0-9]{4}-', maxLength: 40, description }));
const exactly = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 255, description }));
const described = <T extends TSchema>(schema: T, description: string) =>
  Type.Optional({ ...schema, description });

/** Which sessions are meant. As text, since they come in a query. */
export const SessionFilters = Type.Object(
  {
    startDate: date('Sessions that began then or later, ISO 8601; a day begins in UTC'),
    endDate: date('Sessions that began earlier than that'),
    customerId: exactly('Id at the billing provider'),
    trial: flag('Was the customer on a trial when the session began'),
    billingInterval: described(ReportedInterval, 'Of the plan when the session began'),
    planId: exactly('Price id when the session began'),
    aborted: flag('Was the flow left without a decision'),
    canceled: flag('Was the subscription cancelled'),
    offerType: described(ReportedOfferType, 'Of the offer that was accepted'),
    saveType: described(SaveType, 'Of the offer that was accepted, or `ABANDON`'),
    couponId: exactly('Of the discount that was accepted'),
    pauseDuration: count('Of the pause that was accepted, in its intervals', 4),
    blueprintId: exactly('A version of a flow: `flow.version`'),
    abtest: exactly('Id of an A/B test'),
    bounced: flag(
      'Sessions that a more relevant one within 24 hours stands for; false when absent',
    ),
  },
  { additionalProperties: false },
);
export type SessionFilters = Static<typeof SessionFilters>;

/** `GET /v1/data/sessions`. */
export const SessionListQuery = Type.Object(
  {
    ...SessionFilters.properties,
    limit: count('At most so many, 1 to 10,000; 100 when absent', 5),
    skip: count('Leave out the first so many', 9),
    cursor: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_-]{1,200}$',
        description:
          '`X-Next-Cursor` of the page before. New sessions do not move what follows it.',
      }),
    ),
  },
  { additionalProperties: false },
);
export type SessionListQuery = Static<typeof SessionListQuery>;

/** What the customer paid for when the session began. */
export const ReportedCustomer = Type.Object({
  id: Type.String(),
  email: Type.Optional(Type.String()),
  subscriptionId: Type.Optional(Type.String()),
  subscriptionStart: Type.Optional(Instant),
  subscriptionPeriodStart: Type.Optional(Instant),
  subscriptionPeriodEnd: Type.Optional(Instant),
  currency: Type.Optional(Currency),
  planId: Type.Optional(Type.String()),
  planPrice: Type.Optional(Type.Integer({ description: "In the currency's smallest unit" })),
  itemQuantity: Type.Optional(Type.Integer()),
  billingInterval: Type.Optional(ReportedInterval),
  billingIntervalCount: Type.Optional(Type.Integer()),
  trial: Type.Optional(Type.Boolean()),
});
export type ReportedCustomer = Static<typeof ReportedCustomer>;

/** What was seen and said in a session, as it is reported. */
export const SessionDigest = Type.Object({
  surveyId: Type.Optional(Type.String()),
  surveyChoiceId: Type.Optional(Type.String()),
  surveyChoiceValue: Type.Optional(Type.String()),
  followupQuestion: Type.Optional(Type.String()),
  followupResponse: Type.Optional(Type.String()),
  feedback: Type.Optional(Type.String({ description: "In the customer's own words" })),
  presentedOffers: Type.Array(ReportedOffer),
  acceptedOffer: Type.Optional(ReportedAcceptance),
  recordingStartTime: Type.Optional(Instant),
  recordingEndTime: Type.Optional(Instant),
});
export type SessionDigest = Static<typeof SessionDigest>;

const sessionExample = {
  _id: 'ses_4f0Qm2yRk8sVb1WcXe7LdA',
  org: 'my-app',
  mode: 'LIVE',
  provider: 'STRIPE',
  blueprintId: 'everyone.3',
  customer: {
    id: 'cus_1',
    email: 'robin@example.com',
    subscriptionId: 'sub_1',
    currency: 'usd',
    planId: 'price_standard',
    planPrice: 2900,
    itemQuantity: 1,
    billingInterval: 'MONTH',
    billingIntervalCount: 1,
    trial: false,
  },
  result: 'pause',
  aborted: false,
  canceled: false,
  bounced: false,
  usedClickToCancel: false,
  handledByHost: false,
  surveyId: 'why',
  surveyChoiceId: 'unused',
  surveyChoiceValue: 'I do not use it',
  presentedOffers: [
    {
      guid: 'why/unused',
      offerType: 'PAUSE',
      accepted: true,
      presentedAt: '2026-11-15T12:00:09.000Z',
      acceptedAt: '2026-11-15T12:00:20.000Z',
      surveyOffer: true,
      pauseConfig: { maxPauseLength: 3, pauseInterval: 'MONTH', datePicker: false },
    },
  ],
  acceptedOffer: {
    guid: 'why/unused',
    offerType: 'PAUSE',
    pauseInterval: 'MONTH',
    pauseDuration: 2,
  },
  createdAt: '2026-11-15T12:00:00.000Z',
  updatedAt: '2026-11-15T12:00:20.000Z',
};

/** A session that has come to its result. */
export const DataSession = Type.Object(
  {
    _id: Type.String(),
    org: Type.String({ description: 'The app' }),
    mode: ReportedMode,
    provider: Type.Optional(Type.String()),
    blueprintId: Type.String({ description: 'The version of the flow: `flow.version`' }),
    segment: Type.Optional(Type.Object({ name: Type.String() })),
    abtest: Type.Optional(Type.String()),
    customer: ReportedCustomer,
    customAttributes: Type.Optional(Metadata),
    result: SessionResult,
    aborted: Type.Boolean(),
    canceled: Type.Boolean(),
    bounced: Type.Boolean(),
    usedClickToCancel: Type.Boolean(),
    handledByHost: Type.Boolean({ description: "Carried out by the page's own handler" }),
    reactivatedAt: Type.Optional({
      ...Instant,
      description: 'When an invoice was first paid after this session had saved the customer',
    }),
    ...SessionDigest.properties,
    createdAt: Instant,
    updatedAt: Type.Unsafe<string>({ ...Instant, description: 'When it came to its result' }),
  },
  { examples: [sessionExample] },
);
export type DataSession = Static<typeof DataSession>;

export const SessionList = Type.Array(DataSession, { examples: [[sessionExample]] });

/** What sessions can be grouped by. */
export const Breakdown = Type.Union([
  Type.Literal('month'),
  Type.Literal('trial'),
  Type.Literal('billingInterval'),
  Type.Literal('planId'),
  Type.Literal('aborted'),
  Type.Literal('canceled'),
  Type.Literal('offerType'),
  Type.Literal('saveType'),
  Type.Literal('couponId'),
  Type.Literal('pauseDuration'),
  Type.Literal('blueprintId'),
  Type.Literal('abtest'),
  Type.Literal('surveyResponse'),
]);
export type Breakdown = Static<typeof Breakdown>;

/** `GET /v1/data/session-aggregation`. */
export const AggregationQuery = Type.Object(
  {
    ...SessionFilters.properties,
    breakdown: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z]+(-[A-Za-z]+)*$',
        maxLength: 200,
        description: `One or more, joined by \`-\`: ${Breakdown.anyOf.map((each) => each.const).join(', ')}`,
      }),
    ),
  },
  { additionalProperties: false },
);
export type AggregationQuery = Static<typeof AggregationQuery>;

const nullable = <T extends TSchema>(schema: T) => Type.Optional(Type.Union([schema, Type.Null()]));

/** How many sessions there are of a group. What was not broken down is absent; null is none. */
export const SessionCount = Type.Object({
  count: Type.Integer(),
  month: Type.Optional(Type.String({ description: 'In which the session began, UTC: `2026-11`' })),
  trial: nullable(Type.Boolean()),
  billingInterval: nullable(ReportedInterval),
  planId: nullable(Type.String()),
  aborted: Type.Optional(Type.Boolean()),
  canceled: Type.Optional(Type.Boolean()),
  offerType: nullable(ReportedOfferType),
  saveType: nullable(SaveType),
  couponId: nullable(Type.String()),
  pauseDuration: nullable(Type.Integer()),
  blueprintId: Type.Optional(Type.String()),
  abtest: nullable(Type.String()),
  surveyResponse: nullable(Type.String()),
});
export type SessionCount = Static<typeof SessionCount>;

export const SessionAggregation = Type.Array(SessionCount, {
  examples: [[{ count: 70, month: '2026-11', saveType: 'PAUSE' }]],
});

const rate = (description: string) =>
  Type.Union([Type.Number({ minimum: 0, maximum: 1 }), Type.Null()], {
    description: `${description}; null where there is nothing to divide by`,
  });

/** `GET /v1/data/metrics`: the figures of the sessions that the filters name. */
export const Metrics = Type.Object(
  {
    sessions: Type.Integer({ description: 'Without those that bounced' }),
    canceled: Type.Integer(),
    saved: Type.Integer({ description: 'Every session that did not end in a cancellation' }),
    saveRate: rate('saved / sessions'),
    offers: Type.Array(
      Type.Object({
        offerType: ReportedOfferType,
        presented: Type.Integer({ description: 'Sessions in which one was shown' }),
        accepted: Type.Integer({ description: 'Sessions in which one was accepted' }),
        acceptanceRate: rate('accepted / presented'),
      }),
    ),
    reactivated: Type.Integer({ description: 'Saved, and an invoice paid after that' }),
    reactivationRate: rate('reactivated / saved'),
    boostedRevenue: Type.Array(
      Type.Object({
        currency: Currency,
        amount: Type.Integer({
          description: "Paid after a save, in the currency's smallest unit",
        }),
        reactivated: Type.Integer({ description: 'Sessions after which it was paid' }),
        average: Type.Number({ description: 'amount / reactivated' }),
      }),
      { description: 'One for each currency' },
    ),
  },
  {
    examples: [
      {
        sessions: 390,
        canceled: 200,
        saved: 190,
        saveRate: 0.4872,
        offers: [{ offerType: 'PAUSE', presented: 120, accepted: 50, acceptanceRate: 0.4167 }],
        reactivated: 76,
        reactivationRate: 0.4,
        boostedRevenue: [{ currency: 'usd', amount: 380000, reactivated: 76, average: 5000 }],
      },
    ],
  },
);
export type Metrics = Static<typeof Metrics>;
