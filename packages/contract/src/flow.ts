import { Type, type Static } from 'typebox';
import { Coupon, Price } from './billing.js';

/** Names a step, choice or option within its flow. Without `/`, which joins them into an offer's id. */
export const Id = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });

const header = Type.Optional(Type.String({ maxLength: 200, description: 'Plain text' }));
const description = Type.Optional(
  Type.String({
    maxLength: 4000,
    description: 'Rich text: paragraphs, lists, strong, em and links; anything else becomes text',
  }),
);
const copy = { header, description };
const Url = Type.String({ pattern: '^(https?://|/|mailto:|tel:)', maxLength: 2000 });
const Tag = Type.String({ pattern: '^[a-z][a-z0-9._-]*-[a-z0-9._-]*$', maxLength: 100 });
const properties = Type.Optional(
  Type.Record(Type.String(), Type.Unknown(), { description: 'Set on the element as properties' }),
);

export const PauseInterval = Type.Union([Type.Literal('month'), Type.Literal('week')]);
export type PauseInterval = Static<typeof PauseInterval>;

export const DiscountOffer = Type.Object({
  type: Type.Literal('discount'),
  ...copy,
  couponId: Type.String({ minLength: 1 }),
  coupon: Type.Optional(Coupon),
});
export type DiscountOffer = Static<typeof DiscountOffer>;

export const PauseOffer = Type.Object({
  type: Type.Literal('pause'),
  ...copy,
  maxLength: Type.Integer({ minimum: 1, maximum: 52, description: 'In intervals; 12 for months' }),
  interval: PauseInterval,
  datePicker: Type.Optional(
    Type.Boolean({ description: 'Choose a day instead of a number of intervals' }),
  ),
  startAt: Type.Optional(Type.Union([Type.Literal('now'), Type.Literal('periodEnd')])),
});
export type PauseOffer = Static<typeof PauseOffer>;

export const PlanOption = Type.Object({
  priceId: Type.String({ minLength: 1 }),
  nickname: Type.Optional(Type.String({ maxLength: 40 })),
  tagline: Type.Optional(Type.String({ maxLength: 60 })),
  features: Type.Optional(Type.Array(Type.String({ maxLength: 120 }), { maxItems: 8 })),
  msrp: Type.Optional(
    Type.Union([Type.String({ maxLength: 40 }), Type.Null()], {
      description: 'Shown struck through',
    }),
  ),
  priceOverride: Type.Optional(
    Type.Union([Type.String({ maxLength: 40 }), Type.Null()], {
      description: "Shown instead of the price's own amount; what is billed does not change",
    }),
  ),
  price: Type.Optional(Price),
});
export type PlanOption = Static<typeof PlanOption>;

export const PlanChangeOffer = Type.Object({
  type: Type.Literal('planChange'),
  ...copy,
  options: Type.Array(PlanOption, { minItems: 1 }),
});
export type PlanChangeOffer = Static<typeof PlanChangeOffer>;

export const TrialExtensionOffer = Type.Object({
  type: Type.Literal('trialExtension'),
  ...copy,
  days: Type.Integer({ minimum: 1, maximum: 365 }),
});
export type TrialExtensionOffer = Static<typeof TrialExtensionOffer>;

export const ContactOffer = Type.Object({
  type: Type.Literal('contact'),
  ...copy,
  label: Type.Optional(Type.String({ maxLength: 80 })),
  url: Type.Optional(Url),
});
export type ContactOffer = Static<typeof ContactOffer>;

export const RedirectOffer = Type.Object({
  type: Type.Literal('redirect'),
  ...copy,
  label: Type.String({ minLength: 1, maxLength: 80 }),
  url: Url,
});
export type RedirectOffer = Static<typeof RedirectOffer>;

export const CustomOffer = Type.Object({
  type: Type.Literal('custom'),
  ...copy,
  tag: Tag,
  properties,
});
export type CustomOffer = Static<typeof CustomOffer>;

/** `coupon` and `price` inside an offer are the billing provider's; the service fills them in. */
export const Offer = Type.Union([
  DiscountOffer,
  PauseOffer,
  PlanChangeOffer,
  TrialExtensionOffer,
  ContactOffer,
  RedirectOffer,
  CustomOffer,
]);
export type Offer = Static<typeof Offer>;
export type OfferType = Offer['type'];
/** From an offer's type to its shape. */
export type OfferMap = { [O in Offer as O['type']]: O };

const optionalOffer = Type.Optional(Type.Union([Offer, Type.Null()]));

export const FollowUpOption = Type.Object({
  id: Id,
  label: Type.String({ minLength: 1, maxLength: 200 }),
  offer: optionalOffer,
});
export type FollowUpOption = Static<typeof FollowUpOption>;

const question = Type.Optional(Type.String({ maxLength: 200 }));
const freeform = {
  label: Type.Optional(Type.String({ maxLength: 200 })),
  required: Type.Optional(Type.Boolean()),
  minLength: Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 })),
};
const options = Type.Array(FollowUpOption, { minItems: 1 });

export const FollowUp = Type.Union([
  Type.Object({ mode: Type.Literal('freeform'), question, ...freeform }),
  Type.Object({ mode: Type.Literal('structured'), question, options }),
  Type.Object({ mode: Type.Literal('structured+freeform'), question, options, ...freeform }),
]);
export type FollowUp = Static<typeof FollowUp>;

export const SurveyChoice = Type.Object({
  id: Id,
  label: Type.String({ minLength: 1, maxLength: 200 }),
  offer: optionalOffer,
  followUp: Type.Optional(Type.Union([FollowUp, Type.Null()])),
});
export type SurveyChoice = Static<typeof SurveyChoice>;

export const OfferStep = Type.Object({
  id: Id,
  type: Type.Literal('offer'),
  ...copy,
  offer: Offer,
});
export type OfferStep = Static<typeof OfferStep>;

export const SurveyStep = Type.Object({
  id: Id,
  type: Type.Literal('survey'),
  ...copy,
  randomize: Type.Optional(Type.Boolean()),
  choices: Type.Array(SurveyChoice, { minItems: 1 }),
});
export type SurveyStep = Static<typeof SurveyStep>;

export const FeedbackStep = Type.Object({
  id: Id,
  type: Type.Literal('feedback'),
  ...copy,
  ...freeform,
});
export type FeedbackStep = Static<typeof FeedbackStep>;

export const ConfirmStep = Type.Object({
  id: Id,
  type: Type.Literal('confirm'),
  ...copy,
  losses: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 20 })),
  acknowledgement: Type.Optional(
    Type.String({ maxLength: 200, description: 'Ticked before the subscription can be cancelled' }),
  ),
});
export type ConfirmStep = Static<typeof ConfirmStep>;

export const CustomStep = Type.Object({
  id: Id,
  type: Type.Literal('custom'),
  ...copy,
  tag: Tag,
  properties,
});
export type CustomStep = Static<typeof CustomStep>;

export const Step = Type.Union([OfferStep, SurveyStep, FeedbackStep, ConfirmStep, CustomStep]);
export type Step = Static<typeof Step>;
export type StepType = Step['type'];
/** From a step's type to its shape. */
export type StepMap = { [S in Step as S['type']]: S };

export const Brand = Type.Object({
  imageUrl: Type.Optional(Type.String({ pattern: '^(https?://|/)', maxLength: 2000 })),
  accent: Type.Optional(Type.String({ pattern: '^#[0-9A-Fa-f]{6}$' })),
});
export type Brand = Static<typeof Brand>;

const words = Type.Union([
  Type.String({ minLength: 1, maxLength: 4000 }),
  Type.Array(Type.String({ minLength: 1, maxLength: 4000 }), {
    minItems: 1,
    maxItems: 20,
    description: 'In place of a list',
  }),
]);

/** A text in another language, as somebody wrote it; or as a machine made it of what was there. */
export const Translation = Type.Union([
  words,
  Type.Object({
    text: words,
    source: Type.String({
      pattern: '^[0-9a-f]{8}$',
      description: 'Hash of what it was made of; once that has changed, it is not shown',
    }),
  }),
]);
export type Translation = Static<typeof Translation>;

/**
 * By BCP 47 tag, and then by the key of a text: the ids that lead to it and its field, as in
 * `why.header`, `why/budget.label`, `why/budget.followUp.question`, `why/budget/cuts.label`,
 * `why/budget.offer.description`, `last.offer.options.price_lite.tagline`.
 */
export const FlowTranslations = Type.Record(
  Type.String({ maxLength: 35 }),
  Type.Record(Type.String({ maxLength: 500 }), Translation),
  {
    description: 'What is not translated is shown as it is',
    examples: [{ de: { 'why.header': 'Warum möchten Sie kündigen?' } }],
  },
);
export type FlowTranslations = Static<typeof FlowTranslations>;

/**
 * A cancel flow as its author writes it (the blueprint). Ids are unique among siblings; a confirm
 * step, if there is one, is the last. `@fairwell/core`'s `parseFlow` checks both, and the translations.
 */
export const Flow = Type.Object({
  id: Id,
  version: Type.Optional(Type.Integer({ minimum: 1 })),
  name: Type.Optional(Type.String({ maxLength: 200 })),
  locale: Type.Optional(
    Type.String({ maxLength: 35, description: 'BCP 47; needed for translations' }),
  ),
  brand: Type.Optional(Brand),
  steps: Type.Array(Step, { minItems: 1 }),
  translations: Type.Optional(FlowTranslations),
});
export type Flow = Static<typeof Flow>;
