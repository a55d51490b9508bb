import type { CustomOffer, CustomStep, Flow, OfferType, StepType } from '@fairwell/contract';
import { offersOf, type FlowState, type Page, type PageKind } from '@fairwell/core';

/** What to load before an element of this tag can be shown. */
const modules = {
  'fw-survey-step': () => import('../define/survey-step.js'),
  'fw-feedback-step': () => import('../define/feedback-step.js'),
  'fw-confirm-step': () => import('../define/confirm-step.js'),
  'fw-progress-step': () => import('../define/progress-step.js'),
  'fw-complete-step': () => import('../define/complete-step.js'),
  'fw-error-step': () => import('../define/error-step.js'),
  'fw-discount-offer': () => import('../define/discount-offer.js'),
} satisfies { [T in keyof HTMLElementTagNameMap]?: () => Promise<unknown> };
type Tag = keyof typeof modules;

/** Which element shows an offer; a custom one names its own. */
const offerTags: Record<Exclude<OfferType, 'custom'>, string> = {
  discount: 'fw-discount-offer',
  pause: 'fw-pause-offer',
  planChange: 'fw-plan-change-offer',
  trialExtension: 'fw-trial-extension-offer',
  contact: 'fw-contact-offer',
  redirect: 'fw-redirect-offer',
};

/** Which element shows a step of the author's; an offer goes by its type, a custom one names its own. */
const stepTags: Record<Exclude<StepType, 'offer' | 'custom'>, Tag> = {
  survey: 'fw-survey-step',
  feedback: 'fw-feedback-step',
  confirm: 'fw-confirm-step',
};

/** Shown without the author's doing. */
const ownTags: readonly Tag[] = [
  'fw-confirm-step',
  'fw-progress-step',
  'fw-complete-step',
  'fw-error-step',
];

/** How a page is shown. */
export interface View {
  tag: string;
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

function customView(
  id: string,
  { tag, properties }: CustomStep | CustomOffer,
  given: object,
  { customer }: ViewContext,
): View {
  return { tag, id, properties: { ...properties, ...given, customer } };
}

const views: Views = {
  loading: () => view('fw-progress-step', '', {}),
  survey: ({ step, choices, selected }) => view('fw-survey-step', step.id, { choices, selected }),
  followUp: ({ step, choice, followUp, selected, text }) => ({
    tag: 'fw-follow-up-step',
    id: `${step.id}/${choice.id}`,
    properties: { followUp, selected, text },
  }),
  offer({ offer, offerId, subscription }, context) {
    const given = { offer, subscription };
    return offer.type === 'custom'
      ? customView(offerId, offer, given, context)
      : { tag: offerTags[offer.type], id: offerId, properties: given };
  },
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
  custom: ({ step }, context) => customView(step.id, step, { step }, context),
  progress: ({ action, slow }) => view('fw-progress-step', action, { action, slow }),
  complete: ({ outcome }, { preview }) =>
    view('fw-complete-step', '', { outcome, follow: !preview }),
  error: ({ error, canRetry, canContinue }) =>
    view('fw-error-step', '', { error, canRetry, canContinue }),
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

function isTag(tag: string): tag is Tag {
  return Object.hasOwn(modules, tag);
}

export function isLoaded(tag: string): boolean {
  return customElements.get(tag) !== undefined;
}

/** Loads the element of one view. A host's own is the host's to load. */
export async function load(tag: string): Promise<void> {
  if (isTag(tag) && !isLoaded(tag)) await modules[tag]();
}

/** Loads every element that this flow can show; without a flow, what every flow shows. */
export async function preload(flow: Flow | undefined): Promise<void> {
  const tags = new Set<string>(ownTags);
  for (const step of flow?.steps ?? [])
    if (step.type !== 'offer' && step.type !== 'custom') tags.add(stepTags[step.type]);
  for (const { offer } of flow ? offersOf(flow) : [])
    if (offer.type !== 'custom') tags.add(offerTags[offer.type]);
  await Promise.all(Array.from(tags, load));
}
