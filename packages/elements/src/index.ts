/*
 * The classes, unregistered: for who wants to extend one, or to choose the tag. To use an element
 * as it is, import the module that registers it: `@fairwell/elements/survey-step.js`. Those stand in
 * src/define, one line each, so that this file has no effect.
 */
export * from './events/events.js';
export type { I18n, Messages, MessagesByLanguage } from './localization/i18n.js';
export type { Locale } from './localization/locales.js';
export { clearState } from './cancel-flow/tab-storage.js';
export { FairwellElement } from './base/fairwell-element.js';
export { StepElement } from './base/step-element.js';
export { OfferElement } from './base/offer-element.js';
export { SurveyStepElement } from './survey-step/survey-step.js';
export { DiscountOfferElement } from './discount-offer/discount-offer.js';
export { ActiveOfferStepElement } from './active-offer-step/active-offer-step.js';
export { FollowUpStepElement } from './follow-up-step/follow-up-step.js';
export { CustomStepElement } from './custom-step/custom-step.js';
export {
  defineCustomStep,
  type CustomStepContext,
  type CustomStepView,
  type DrawCustomStep,
} from './custom-step/define-custom-step.js';
export { PauseOfferElement } from './pause-offer/pause-offer.js';
export { PlanChangeOfferElement } from './plan-change-offer/plan-change-offer.js';
export { TrialExtensionOfferElement } from './trial-extension-offer/trial-extension-offer.js';
export { ContactOfferElement } from './contact-offer/contact-offer.js';
export { RedirectOfferElement } from './redirect-offer/redirect-offer.js';
export { FeedbackStepElement } from './feedback-step/feedback-step.js';
export { ConfirmStepElement } from './confirm-step/confirm-step.js';
export { ProgressStepElement } from './progress-step/progress-step.js';
export { CompleteStepElement } from './complete-step/complete-step.js';
export { ErrorStepElement } from './error-step/error-step.js';
export { EmailStepElement } from './email-step/email-step.js';
export { CancelFlowElement } from './cancel-flow/cancel-flow.js';
export { CancelButtonElement } from './cancel-button/cancel-button.js';
export { PauseWallElement } from './pause-wall/pause-wall.js';
export { FailedPaymentWallElement } from './failed-payment-wall/failed-payment-wall.js';
export type { LoadStripe, StripeJs } from './failed-payment-wall/stripe.js';
export {
  checkFailedPaymentWall,
  checkPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
} from './imperative/check-walls.js';
export { SharedWall, sharedFailedPaymentWall, sharedPauseWall } from './imperative/shared-wall.js';
export { showCancelFlow, type ShowCancelFlowOptions } from './imperative/show-cancel-flow.js';
