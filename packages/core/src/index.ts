export * from './errors.js';
export { parseFlow } from './flow/parse-flow.js';
export { mergeField, mergeFields, type MergeSource } from './merge/merge-fields.js';
export { textsOf, type FlowText, type TextKind, type Words } from './translation/flow-texts.js';
export { isAutomatic, localizeFlow, wordsFor } from './translation/localize-flow.js';
export { isLocale, matchLocale } from './translation/match-locale.js';
export { sourceHash } from './translation/source-hash.js';
export { fillCopy } from './merge/fill-copy.js';
export { escapeRichText } from './richtext/escape.js';
export { parseRichText, type RichNode, type RichTag } from './richtext/rich-text.js';
export * from './format/format.js';
export { discountPrices, discountsInForce, type DiscountPrices } from './format/discount-prices.js';
export { countCharacters } from './format/characters.js';
export { planSettlement, type PlanSettlement } from './format/plan-settlement.js';
export * from './dates/dates.js';
export * from './compliance/policy.js';
export * from './eligibility/eligibility.js';
export * from './eligibility/resolve.js';
export * from './flow/offers.js';
export * from './eligibility/active-offer.js';
export * from './dates/offer-dates.js';
export { expectedOutcome } from './gateway/expected-outcome.js';
export type { FlowSession, Gateway } from './gateway/gateway.js';
export type { FlowHandlers, HandlerResult } from './gateway/handlers.js';
export {
  createHandlersGateway,
  isCanceled,
  type HandlersGatewayOptions,
} from './gateway/handlers-gateway.js';
export { createServiceGateway, type ServiceGatewayOptions } from './gateway/service-gateway.js';
export { createGateway, type FlowOptions } from './gateway/create-gateway.js';
export { sendCustomerEvent, type CustomerEvent } from './gateway/send-event.js';
export { FlowStore, type FlowInputs } from './host/flow-store.js';
export {
  canOpen,
  fillOptions,
  forElement,
  wallOptions,
  type HostOptions,
  type WallOptions,
} from './host/host-options.js';
export { createCancelFlow, type CancelFlowOptions } from './machine/cancel-flow.js';
export { clearState, type FlowStorage } from './machine/storage.js';
export type { CustomerAnswers } from './machine/customer-answers.js';
export { sessionResults } from './machine/session-results.js';
export * from './machine/state.js';
export { createPauseWall, type PauseWallOptions } from './walls/pause-wall.js';
export {
  createFailedPaymentWall,
  type FailedPaymentWallOptions,
} from './walls/failed-payment-wall.js';
export {
  createFailedPaymentWallGateway,
  createPauseWallGateway,
  type FailedPaymentWallRequest,
  type PauseWallRequest,
} from './walls/create-wall-gateway.js';
export type { WallCheck, WallGateway, WallResult } from './walls/wall-gateway.js';
export type { WallHandlers } from './walls/wall-handlers.js';
export type { FailedPaymentWallRules, PauseWallRules } from './walls/wall-rules.js';
export * from './walls/wall-state.js';
export { createVerification, type VerificationOptions } from './verification/verification.js';
export type * from './verification/verification-state.js';
