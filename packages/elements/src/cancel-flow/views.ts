import type { Flow, OfferType, SurveyStep, StepType } from '@fairwell/contract';
import { offersOf, type FlowState, type Page, type PageKind } from '@fairwell/core';
import { loadOutcomeWords } from '../complete-step/outcome-words.js';
import { isMarkedUp, loadRichText } from '../parts/description.js';

/** What comes with the flow (see its module in `define/`), or with the check of an address. */
type PresentTag =
  | 'fw-email-step'
  | 'fw-survey-step'
  | 'fw-feedback-step'
  | 'fw-confirm-step'
  | 'fw-progress-step'
  | 'fw-complete-step';

/** What to load before an element of any other tag can be shown. */
const modules = {
  'fw-error-step': () => import('../define/error-step.js'),
  'fw-active-offer-step': () => import('../define/active-offer-step.js'),
  'fw-follow-up-step': () => import('../define/follow-up-step.js'),
  'fw-custom-step': () => import('../define/custom-step.js'),
  'fw-discount-offer': () => import('../define/discount-offer.js'),
  'fw-pause-offer': () => import('../define/pause-offer.js'),
  'fw-plan-change-offer': () => import('../define/plan-change-offer.js'),
  'fw-trial-extension-offer': () => import('../define/trial-extension-offer.js'),
  'fw-contact-offer': () => import('../define/contact-offer.js'),
  'fw-redirect-offer': () => import('../define/redirect-offer.js'),
} satisfies { [T in keyof HTMLElementTagNameMap]?: () => Promise<unknown> };
type LateTag = keyof typeof modules;
type Tag = PresentTag | LateTag;

/** Which element shows an offer. */
const offerTags: Record<OfferType, Tag> = {
  discount: 'fw-discount-offer',
  pause: 'fw-pause-offer',
  planChange: 'fw-plan-change-offer',
  trialExtension: 'fw-trial-extension-offer',
  contact: 'fw-contact-offer',
  redirect: 'fw-redirect-offer',
  custom: 'fw-custom-step',
};

/** Which element shows a step of the author's; an offer goes by its type. */
const stepTags: Record<Exclude<StepType, 'offer'>, Tag> = {
  survey: 'fw-survey-step',
  feedback: 'fw-feedback-step',
  confirm: 'fw-confirm-step',
  custom: 'fw-custom-step',
};

/** How a page is shown. */
export interface View {
  tag: Tag;
  /** Tells two pages of one tag apart. */
  id: string;
  properties: object;
  /** Slots of the element, each filled from a slot of the flow: name inside, name outside. */
  slots?: Record<string, string>;
}

export interface ViewContext extends FlowState {
  /** Nothing is done, so nothing is followed either. */
  preview: boolean;
}

type PageOf<K extends PageKind> = Extract<Page, { kind: K }>;
type Views = { [K in PageKind]: (page: PageOf<K>, context: ViewContext) => View };

function view<T extends Tag>(
  tag: T,
  id: string,
  properties: Partial<HTMLElementTagNameMap[T]>,
): View {
  return { tag, id, properties };
}

const views: Views = {
  loading: () => view('fw-progress-step', '', {}),
  activeOffer: ({ activeOffer }) => view('fw-active-offer-step', '', { activeOffer }),
  survey: ({ step, choices, selected }) => view('fw-survey-step', step.id, { choices, selected }),
  followUp: ({ step, choice, followUp, selected, text }) =>
    view('fw-follow-up-step', `${step.id}/${choice.id}`, {
      header: choice.label,
      followUp,
      selected,
      text,
    }),
  offer: ({ offer, offerId, subscription, stacks, prorated }, { customer }) => ({
    tag: offerTags[offer.type],
    id: offerId,
    properties: {
      offer,
      subscription,
      ...(offer.type === 'discount' && { stacks }),
      ...(offer.type === 'planChange' && { prorated }),
      ...(offer.type === 'custom' && { customer }),
    },
  }),
  feedback: ({ step, text }) =>
    view('fw-feedback-step', step.id, {
      text,
      label: step.label,
      required: step.required ?? false,
      minLength: step.minLength ?? 0,
    }),
  confirm: ({ step, losses, endsAt, discounts, acknowledged }) => ({
    ...view('fw-confirm-step', '', {
      losses,
      endsAt,
      discounts,
      acknowledgement: step?.acknowledgement,
      acknowledged,
    }),
    slots: { extra: 'confirm-extra' },
  }),
  custom: ({ step }, { customer }) => view('fw-custom-step', step.id, { step, customer }),
  progress: ({ action, slow }) => view('fw-progress-step', action, { action, slow }),
  complete: ({ outcome }, { preview }) =>
    view('fw-complete-step', '', { outcome, follow: !preview }),
  error: ({ error, canRetry, canContinue, canContact }) =>
    view('fw-error-step', '', { error, canRetry, canContinue, canContact }),
};

function viewAs<K extends PageKind>(kind: K, page: PageOf<K>, context: ViewContext): View {
  return views[kind](page, context);
}

/** The element that shows this page, and all that it is told. */
export function viewOf(page: Page, context: ViewContext): View {
  const { issue, busy, canGoBack } = context;
  const { header, description } = 'header' in page || 'description' in page ? page : {};
  const found = viewAs(page.kind, page, context);
  const properties = { header, description, issue, busy, canGoBack, ...found.properties };
  return { ...found, properties };
}

export function isLoaded(tag: Tag): boolean {
  return customElements.get(tag) !== undefined;
}

function isLate(tag: Tag): tag is LateTag {
  return tag in modules;
}

/** Loads the element of one view. */
export async function load(tag: Tag): Promise<void> {
  if (isLate(tag) && !isLoaded(tag)) await modules[tag]();
}

function hasFollowUp(step: SurveyStep): boolean {
  return step.choices.some(({ followUp }) => followUp);
}

/** Loads every element that this flow can show. */
export async function preload(flow: Flow | undefined): Promise<void> {
  const tags = new Set<Tag>(['fw-error-step']);
  for (const step of flow?.steps ?? []) {
    if (step.type !== 'offer') tags.add(stepTags[step.type]);
    if (step.type === 'survey' && hasFollowUp(step)) tags.add('fw-follow-up-step');
  }
  const offers = flow ? offersOf(flow).map(({ offer }) => offer) : [];
  for (const { type } of offers) tags.add(offerTags[type]);
  const loading = [
    ...Array.from(tags, load),
    ...offers.map(async ({ type }) => loadOutcomeWords(type)),
  ];
  if ([...(flow?.steps ?? []), ...offers].some(({ description }) => isMarkedUp(description)))
    loading.push(loadRichText());
  await Promise.all(loading);
}
