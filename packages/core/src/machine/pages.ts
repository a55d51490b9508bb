import { discountsInForce } from '../format/discount-prices.js';
import { findOffer } from '../flow/offers.js';
import type { FlowSession } from '../gateway/gateway.js';
import type { Offer, Step, StepMap, StepType, SurveyChoice } from '@fairwell/contract';
import type { Answers } from './answers.js';
import { chosen, type Location } from './route.js';
import type { ConfirmPage, OfferPage, QuestionPage } from './state.js';

export interface PageContext {
  session: FlowSession;
  answers: Answers;
  now: Date;
  acknowledged: boolean;
  /** A survey's choices in the order to show. */
  ordered(stepId: string, choices: readonly SurveyChoice[]): readonly SurveyChoice[];
}

interface Written {
  header?: string | undefined;
  description?: string | undefined;
}

function copyOf({ header, description }: Written): Written {
  return { header, description };
}

function offerPage(
  offerId: string,
  offer: Offer,
  { header, description }: Written,
  { session }: PageContext,
): OfferPage {
  return {
    kind: 'offer',
    offerId,
    offer,
    subscription: session.subscriptions[0],
    stacks: session.stackCoupons ?? false,
    prorated: session.prorated,
    header: offer.header ?? header,
    description: offer.description ?? description,
  };
}

function confirmPage(step: StepMap['confirm'] | undefined, context: PageContext): ConfirmPage {
  const { session, now, acknowledged } = context;
  const { subscriptions, endsAt } = session;
  return {
    kind: 'confirm',
    step,
    ...copyOf(step ?? {}),
    losses: step?.losses ?? [],
    endsAt,
    discounts: subscriptions.flatMap((subscription) => discountsInForce(subscription, now)),
    acknowledged,
  };
}

const stepPages: {
  [T in StepType]: (step: StepMap[T], location: Location, context: PageContext) => QuestionPage;
} = {
  offer: (step, _location, context) => offerPage(step.id, step.offer, step, context),
  survey(step, location, context) {
    const { answers, session } = context;
    if (location.part === 'offer') {
      const offer = findOffer(session.flow, location.offerId);
      if (offer) return offerPage(location.offerId, offer, {}, context);
    }
    const choice = chosen(step, answers);
    if (location.part === 'followUp' && choice?.followUp) {
      const { optionId, text } = answers.followUp(step.id, choice.id);
      const { followUp } = choice;
      return { kind: 'followUp', step, choice, followUp, selected: optionId, text };
    }
    return {
      kind: 'survey',
      step,
      ...copyOf(step),
      choices: context.ordered(step.id, step.choices),
      selected: choice?.id ?? null,
    };
  },
  feedback: (step, _location, context) => ({
    kind: 'feedback',
    step,
    ...copyOf(step),
    text: context.answers.text(step.id),
  }),
  confirm: (step, _location, context) => confirmPage(step, context),
  custom: (step) => ({ kind: 'custom', step, ...copyOf(step) }),
};

function stepPage<T extends StepType>(
  type: T,
  step: StepMap[T],
  location: Location,
  context: PageContext,
): QuestionPage {
  return stepPages[type](step, location, context);
}

/** What is shown at a place. Past the last step stands a confirmation, so that nobody cancels by accident. */
export function pageAt(location: Location, context: PageContext): QuestionPage {
  const { flow, activeOffer } = context.session;
  if (location.part === 'activeOffer' && activeOffer) return { kind: 'activeOffer', activeOffer };
  const step: Step | undefined = flow.steps[location.step];
  return step ? stepPage(step.type, step, location, context) : confirmPage(undefined, context);
}

/** The name under which a page is recorded. */
export function pageId(page: QuestionPage): string {
  if (page.kind === 'activeOffer') return 'active-offer';
  if (page.kind === 'offer') return page.offerId;
  if (page.kind === 'followUp') return `${page.step.id}/${page.choice.id}#follow-up`;
  return page.step?.id ?? 'confirm';
}
