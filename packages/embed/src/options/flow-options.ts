import type { ActionMap, ActionType, OfferType } from '@fairwell/contract';
import { addDays, addMonths, type FlowHandlers } from '@fairwell/core';
import type { OutcomeEvent, ShowCancelFlowOptions, StepChangeEvent } from '@fairwell/elements';
import { accessUses } from './access-options.js';
import { customerOf, flat, subscriptionsOf } from './direct.js';
import type { EmbedPause, EmbedStep, ManagedFlowOptions, SessionResults } from './documented.js';
import { heard, type Uses } from './translate.js';

type ShownPage = StepChangeEvent['detail']['page'];

const stepTypes: Record<ShownPage['kind'], EmbedStep['stepType']> = {
  activeOffer: 'ACTIVE_OFFER',
  complete: 'COMPLETE',
  confirm: 'CONFIRM',
  custom: 'CUSTOM',
  email: 'EMAIL',
  error: 'ERROR',
  feedback: 'FREEFORM',
  followUp: 'FOLLOW_UP',
  loading: 'LOADING',
  offer: 'OFFER',
  progress: 'PROGRESS',
  survey: 'SURVEY',
};

const offerTypes: Record<OfferType, NonNullable<EmbedStep['offer']>['offerType']> = {
  contact: 'CONTACT',
  custom: 'CUSTOM',
  discount: 'DISCOUNT',
  pause: 'PAUSE',
  planChange: 'PLAN_CHANGE',
  redirect: 'REDIRECT',
  trialExtension: 'TRIAL_EXTENSION',
};

function stepOf(page: ShownPage): EmbedStep {
  const { header, description } = 'header' in page ? page : {};
  return {
    stepType: stepTypes[page.kind],
    ...(header && { header }),
    ...(description && { description }),
    ...(page.kind === 'offer' && {
      offer: { guid: page.offerId, offerType: offerTypes[page.offer.type] },
    }),
  };
}

/** What the customer asked for, where it was of this type. */
function actionOf<T extends ActionType>(
  type: T,
  { detail: { action } }: OutcomeEvent,
): ActionMap[T] | undefined {
  const isOfType = (each: ActionMap[ActionType]): each is ActionMap[T] => each.type === type;
  return action && isOfType(action) ? action : undefined;
}

type PauseGiven = Parameters<NonNullable<FlowHandlers['handlePause']>>[1];

function pauseOf({ pauseDuration, pauseInterval, pauseEndDate }: PauseGiven): EmbedPause {
  const end = new Date(pauseEndDate);
  const start = !pauseDuration
    ? new Date()
    : pauseInterval === 'month'
      ? addMonths(end, -pauseDuration)
      : addDays(end, -7 * pauseDuration);
  const pauseDurationDays = Math.round((end.getTime() - start.getTime()) / 86_400_000);
  return { pauseDuration, pauseInterval, pauseEndDate: end, pauseDurationDays };
}

/** Pressed in the last page itself, and not on the cross that closes every page. */
function isFromLastPage(event: Event): boolean {
  return event
    .composedPath()
    .some((node) => node instanceof Element && node.localName === 'fw-complete-step');
}

/** What becomes of every option of a flow. */
export const flowUses: Uses<ManagedFlowOptions, ShowCancelFlowOptions, () => SessionResults> = {
  ...accessUses,
  record: { to: (record) => ({ record }) },
  preview: { to: (preview) => ({ preview }) },
  previewToken: { to: (previewToken) => ({ previewToken }) },
  report: { to: (report) => ({ report }) },
  bypassDiscountAppliedScreen: {
    to: (bypassDiscountAppliedScreen) => ({ bypassDiscountAppliedScreen }),
  },
  bypassPauseAppliedScreen: { to: (bypassPauseAppliedScreen) => ({ bypassPauseAppliedScreen }) },
  customerAttributes: { to: (attributes) => ({ customerAttributes: flat(attributes) }) },
  dynamicOffers: { to: (dynamicOffers) => ({ dynamicOffers }) },
  returnUrls: { to: (returnUrls) => ({ returnUrls }) },
  flow: { to: (flow) => ({ flow }) },
  customer: { to: (customer) => ({ customer: customerOf(customer) }) },
  subscriptions: {
    to: (subscriptions, { customer = {} }) => ({
      subscriptions: subscriptionsOf(subscriptions, customer),
    }),
  },
  compliance: { to: (compliance) => ({ compliance }) },
  prefilled: { to: ({ email }) => ({ email }) },
  customerDataEndpoint: {
    nothing: () => 'the service is told where it is, by FAIRWELL_CUSTOMER_DATA_ENDPOINT.',
  },

  handleCancel: { to: (handleCancel) => ({ handlers: { handleCancel } }) },
  handlePause: {
    to: (handle) => ({
      handlers: { handlePause: (customer, pause) => handle(customer, pauseOf(pause)) },
    }),
  },
  handleDiscount: { to: (handleDiscount) => ({ handlers: { handleDiscount } }) },
  handleTrialExtension: {
    to: (handle) => ({
      handlers: {
        handleTrialExtension: (customer, { trialExtensionDays, newTrialEndDate }) =>
          handle(customer, {
            trialExtensionDays,
            newTrialEndDate: newTrialEndDate === undefined ? undefined : new Date(newTrialEndDate),
          }),
      },
    }),
  },
  handlePlanChange: {
    to: (handle) => ({
      handlers: {
        handlePlanChange: (customer, change) =>
          handle(customer, { ...change, plan: { id: change.newPriceId } }),
      },
    }),
  },
  handleSupportRequest: {
    to: (handleSupportRequest) => ({ handlers: { handleSupportRequest } }),
  },
  handleRedirect: {
    to: (handle) => ({
      handlers: {
        // Read as an object by some pages, and as an address by others.
        handleRedirect: (customer, redirect) =>
          handle(customer, Object.assign(redirect.redirectUrl, redirect)),
      },
    }),
  },

  onPause: heard('fw-pause', (listener, event) =>
    listener(event.detail.customer, { pauseDuration: actionOf('pause', event)?.length }),
  ),
  onCancel: heard('fw-cancel', (listener, { detail: { customer, answers } }) =>
    listener(customer, answers?.surveyResponse ?? null),
  ),
  onDiscount: heard('fw-discount', (listener, { detail: { customer, outcome } }) =>
    listener(customer, outcome.coupon),
  ),
  onTrialExtension: heard('fw-trial-extension', (listener, event) =>
    listener(event.detail.customer, {
      trialExtensionDays: actionOf('trialExtension', event)?.days,
    }),
  ),
  onPlanChange: heard('fw-plan-change', (listener, event) =>
    listener(event.detail.customer, { planId: actionOf('planChange', event)?.priceId }),
  ),
  onGoToAccount: heard('fw-close', (listener, event, results) => {
    if (isFromLastPage(event) && !event.defaultPrevented) listener(results());
  }),
  onClose: heard('fw-closed', (listener, _event, results) => listener(results())),
  onStepChange: heard('fw-step-change', (listener, { detail: { page, previous } }) =>
    listener(stepOf(page), previous && stepOf(previous)),
  ),
};
