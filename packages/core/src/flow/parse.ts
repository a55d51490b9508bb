import type {
  AmountCoupon,
  Brand,
  Flow,
  FollowUp,
  FollowUpOption,
  OfferMap,
  OfferType,
  PercentCoupon,
  PlanOption,
  Price,
  StepMap,
  StepType,
  SurveyChoice,
} from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import {
  boolean,
  fail,
  integer,
  isRecord,
  list,
  literal,
  nullable,
  number,
  object,
  optional,
  record,
  text,
  unknown,
  variant,
  type Rule,
  type Shape,
} from './rules.js';

const id = text({
  pattern: /^[A-Za-z0-9_-]{1,64}$/,
  says: 'an id of letters, digits, "_" and "-"',
});
const tag = text({
  pattern: /^[a-z][a-z0-9._-]*-[a-z0-9._-]*$/,
  says: 'the tag name of a custom element',
});
const url = text({
  pattern: /^(https?:\/\/|\/|mailto:|tel:)/,
  says: 'an address that begins with https://, http://, /, mailto: or tel:',
  max: 2000,
});
const currency = text({ pattern: /^[A-Za-z]{3}$/, says: 'a currency code of three letters' });
const copy = { header: optional(text({ max: 200 })), description: optional(text({ max: 4000 })) };
const label = text({ min: 1, max: 200 });

export const price = object<Price>({
  id: text({ min: 1 }),
  name: optional(text({})),
  amount: object<Price['amount']>({ value: integer(), currency }),
  interval: literal('day', 'week', 'month', 'year'),
  intervalCount: integer(1),
});

const couponBase = {
  id: text({ min: 1 }),
  name: optional(text({})),
  duration: literal('once', 'repeating', 'forever'),
  durationInMonths: optional(integer(1)),
};
const percentCoupon = object<PercentCoupon>({
  ...couponBase,
  percentOff: number((value) => value > 0 && value <= 100, 'a percentage above 0, at most 100'),
});
const amountCoupon = object<AmountCoupon>({ ...couponBase, amountOff: integer(1), currency });

export const coupon: Rule = (value, path) => {
  const isAmount = isRecord(value) && 'amountOff' in value;
  (isAmount ? amountCoupon : percentCoupon)(value, path);
  if (isRecord(value) && value['duration'] === 'repeating' && !('durationInMonths' in value))
    fail(
      `${path}.durationInMonths`,
      'a number of months, as the duration is "repeating"',
      'nothing',
    );
};

const planOption = object<PlanOption>({
  priceId: text({ min: 1 }),
  nickname: optional(text({ max: 40 })),
  tagline: optional(text({ max: 60 })),
  features: optional(list(text({ max: 120 }), { max: 8 })),
  msrp: optional(nullable(text({ max: 40 }))),
  priceOverride: optional(nullable(text({ max: 40 }))),
  price: optional(price),
});

const properties = optional(record(unknown));

const pauseShape: Shape<OfferMap['pause']> = {
  type: unknown,
  ...copy,
  maxLength: integer(1, 52),
  interval: literal('month', 'week'),
  datePicker: optional(boolean),
  startAt: optional(literal('now', 'periodEnd')),
};
const pause: Rule = (value, path) => {
  object(pauseShape)(value, path);
  if (isRecord(value) && value['interval'] === 'month')
    integer(1, 12)(value['maxLength'], `${path}.maxLength`);
};

const offer = variant({
  discount: object<OfferMap['discount']>({
    type: unknown,
    ...copy,
    couponId: text({ min: 1 }),
    coupon: optional(coupon),
  }),
  pause,
  planChange: object<OfferMap['planChange']>({
    type: unknown,
    ...copy,
    options: list(planOption, { min: 1 }),
  }),
  trialExtension: object<OfferMap['trialExtension']>({
    type: unknown,
    ...copy,
    days: integer(1, 365),
  }),
  contact: object<OfferMap['contact']>({
    type: unknown,
    ...copy,
    label: optional(text({ max: 80 })),
    url: optional(url),
  }),
  redirect: object<OfferMap['redirect']>({
    type: unknown,
    ...copy,
    label: text({ min: 1, max: 80 }),
    url,
  }),
  custom: object<OfferMap['custom']>({ type: unknown, ...copy, tag, properties }),
} satisfies Record<OfferType, Rule>);

const optionalOffer = optional(nullable(offer));
const question = optional(text({ max: 200 }));
const freeform = {
  label: optional(text({ max: 200 })),
  required: optional(boolean),
  minLength: optional(integer(0, 1000)),
};
const options = list(object<FollowUpOption>({ id, label, offer: optionalOffer }), {
  min: 1,
  unique: 'id',
});

type FollowUpMap = { [F in FollowUp as F['mode']]: F };
const followUp = variant(
  {
    freeform: object<FollowUpMap['freeform']>({ mode: unknown, question, ...freeform }),
    structured: object<FollowUpMap['structured']>({ mode: unknown, question, options }),
    'structured+freeform': object<FollowUpMap['structured+freeform']>({
      mode: unknown,
      question,
      options,
      ...freeform,
    }),
  } satisfies Record<FollowUp['mode'], Rule>,
  'mode',
);

const choice = object<SurveyChoice>({
  id,
  label,
  offer: optionalOffer,
  followUp: optional(nullable(followUp)),
});

export const step = variant({
  offer: object<StepMap['offer']>({ id, type: unknown, ...copy, offer }),
  survey: object<StepMap['survey']>({
    id,
    type: unknown,
    ...copy,
    randomize: optional(boolean),
    choices: list(choice, { min: 1, unique: 'id' }),
  }),
  feedback: object<StepMap['feedback']>({ id, type: unknown, ...copy, ...freeform }),
  confirm: object<StepMap['confirm']>({
    id,
    type: unknown,
    ...copy,
    losses: optional(list(text({ max: 200 }), { max: 20 })),
    acknowledgement: optional(text({ max: 200 })),
  }),
  custom: object<StepMap['custom']>({ id, type: unknown, ...copy, tag, properties }),
} satisfies Record<StepType, Rule>);

const flow = object<Flow>({
  id,
  version: optional(integer(1)),
  name: optional(text({ max: 200 })),
  locale: optional(text({ max: 35 })),
  brand: optional(
    object<Brand>({
      imageUrl: optional(
        text({ pattern: /^(https?:\/\/|\/)/, says: 'an address of an image', max: 2000 }),
      ),
      accent: optional(text({ pattern: /^#[0-9A-Fa-f]{6}$/, says: 'a colour such as #3b5bdb' })),
    }),
  ),
  steps: list(step, { min: 1, unique: 'id' }),
  translations: unknown,
});

function isFlow(value: unknown): value is Flow {
  flow(value, '');
  return true;
}

/** Checks a blueprint without its translations, which no page reads. */
export function checkFlow(value: unknown): Flow {
  if (!isFlow(value)) throw new FairwellError('invalid_flow', 'not a flow');
  value.steps.forEach((each, index) => {
    if (each.type === 'confirm' && index < value.steps.length - 1)
      fail(`steps[${index}]`, 'the confirm step to be the last', 'steps after it');
  });
  return value;
}
