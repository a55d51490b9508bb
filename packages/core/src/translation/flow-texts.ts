import type {
  Flow,
  FollowUp,
  Offer,
  OfferMap,
  OfferType,
  PlanOption,
  Step,
  StepMap,
  StepType,
  SurveyChoice,
} from '@fairwell/contract';

/** `rich` has the marks of rich text, `amount` is a sum of money in words. */
export type TextKind = 'plain' | 'rich' | 'amount';

/** A list is one text: its lines belong together. */
export type Words = string | string[];

/** A text of a flow that customers read. */
export interface FlowText {
  /**
   * Its place by ids and its field: `why.header`, `why/budget.label`, `why/budget.followUp.question`,
   * `why/budget/cuts.label`, `why/budget.offer.header`, `last.offer.options.price_lite.tagline`.
   */
  key: string;
  kind: TextKind;
  text: Words;
}

type Change = (text: FlowText) => Words;
type Fields = Readonly<Record<string, TextKind>>;
type FieldsOf<T> = Readonly<Partial<Record<keyof T, TextKind>>>;

const copy = { header: 'plain', description: 'rich' } as const;

const stepFields = {
  offer: copy,
  survey: copy,
  feedback: { ...copy, label: 'plain' },
  confirm: { ...copy, losses: 'plain', acknowledgement: 'plain' },
  custom: copy,
} as const satisfies { [T in StepType]: FieldsOf<StepMap[T]> };

const offerFields = {
  discount: copy,
  pause: copy,
  planChange: copy,
  trialExtension: copy,
  contact: { ...copy, label: 'plain' },
  redirect: { ...copy, label: 'plain' },
  custom: copy,
} as const satisfies { [T in OfferType]: FieldsOf<OfferMap[T]> };

const planFields = {
  nickname: 'plain',
  tagline: 'plain',
  features: 'plain',
  msrp: 'amount',
  priceOverride: 'amount',
} as const satisfies FieldsOf<PlanOption>;

const labelled = { label: 'plain' } as const;
const followUpFields = { question: 'plain', label: 'plain' } as const;

function isWords(value: unknown): value is Words {
  return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0;
}

function mapFields<T extends object>(item: T, place: string, fields: Fields, change: Change): T {
  const changed = Object.entries(fields).flatMap(([name, kind]): [string, Words][] => {
    const text: unknown = Reflect.get(item, name);
    return isWords(text) ? [[name, change({ key: `${place}.${name}`, kind, text })]] : [];
  });
  return { ...item, ...Object.fromEntries(changed) };
}

function mapOffer<O extends Offer | null | undefined>(offer: O, place: string, change: Change): O {
  if (!offer) return offer;
  const mapped = mapFields(offer, `${place}.offer`, offerFields[offer.type], change);
  if (mapped.type !== 'planChange') return mapped;
  const options = mapped.options.map((option) =>
    mapFields(option, `${place}.offer.options.${option.priceId}`, planFields, change),
  );
  return { ...mapped, options };
}

function mapChoice<C extends { label: string; offer?: Offer | null }>(
  choice: C,
  place: string,
  change: Change,
): C {
  const mapped = mapFields(choice, place, labelled, change);
  return mapped.offer ? { ...mapped, offer: mapOffer(mapped.offer, place, change) } : mapped;
}

function mapFollowUp(followUp: FollowUp, place: string, change: Change): FollowUp {
  const mapped = mapFields(followUp, `${place}.followUp`, followUpFields, change);
  if (mapped.mode === 'freeform') return mapped;
  const options = mapped.options.map((each) => mapChoice(each, `${place}/${each.id}`, change));
  return { ...mapped, options };
}

function mapSurveyChoice(choice: SurveyChoice, place: string, change: Change): SurveyChoice {
  const mapped = mapChoice(choice, place, change);
  const { followUp } = mapped;
  return followUp ? { ...mapped, followUp: mapFollowUp(followUp, place, change) } : mapped;
}

function mapStep(step: Step, change: Change): Step {
  const mapped = mapFields(step, step.id, stepFields[step.type], change);
  if (mapped.type === 'offer')
    return { ...mapped, offer: mapOffer(mapped.offer, mapped.id, change) };
  if (mapped.type !== 'survey') return mapped;
  const choices = mapped.choices.map((choice) =>
    mapSurveyChoice(choice, `${mapped.id}/${choice.id}`, change),
  );
  return { ...mapped, choices };
}

/** The same flow with every text that customers read passed through `change`. */
export function mapTexts(flow: Flow, change: Change): Flow {
  return { ...flow, steps: flow.steps.map((step) => mapStep(step, change)) };
}

/** Every text that customers read, in the order of the document. */
export function textsOf(flow: Flow): FlowText[] {
  const found: FlowText[] = [];
  mapTexts(flow, (each) => {
    found.push(each);
    return each.text;
  });
  return found;
}
