import type {
  Coupon,
  Customer,
  DynamicOffers,
  Flow,
  Mode,
  Outcome,
  ReturnUrls,
  SessionResult,
} from '@fairwell/contract';
import type { CompliancePreset, HandlerResult, WallErrorType } from '@fairwell/core';
import type { CancelFlowElement, FailedPaymentWallElement } from '@fairwell/elements';
import type { Attributes, DirectCustomer, DirectSubscription } from './direct.js';
import type { DocumentedMessages } from './phrases.js';

/*
 * The options of `init`, `managedFlow` and `check`, under the names that pages use already, and a few
 * of our own. What becomes of each is said in the maps of `flow-options.ts` and `wall-options.ts`.
 */

type Handled = HandlerResult | void | Promise<HandlerResult | void>;

/** Who bills. Here the service knows; only `direct` means something in the page: that it bills itself. */
export type ProviderName =
  | 'braintree'
  | 'chargebee'
  | 'direct'
  | 'maxio'
  | 'paddle'
  | 'paddle-billing'
  | 'paddle-classic'
  | 'stripe';

/** The language, and words in place of ours. */
export interface EmbedI18n {
  /** A BCP 47 tag; without it the page's `lang` decides, then the browser. */
  lang?: string | undefined;
  /** By language. Keys are those of the elements, and those of pages that move over. */
  messages?: { readonly [language: string]: DocumentedMessages | undefined } | undefined;
}

/** What every call takes: who asks, and whom. */
export interface AccessOptions {
  /** Where the service is, for example `https://billing.example.com`; as the script's address says where absent. */
  serviceUrl?: string | undefined;
  /** A session token or `ret_…` id from the host's back end, or a function that fetches one. */
  session?: CancelFlowElement['session'];
  appId?: string | undefined;
  /** At the billing provider, with `authHash`. */
  customerId?: string | undefined;
  /** HMAC-SHA256 of the customer id, hex, made by the host's back end. */
  authHash?: string | undefined;
  /** The one that is meant; all of the customer's where absent. */
  subscriptionId?: string | undefined;
  /** The provider's environment. */
  mode?: Mode | undefined;
  provider?: ProviderName | undefined;
  billingProvider?: ProviderName | undefined;
  i18n?: EmbedI18n | undefined;
  theme?: CancelFlowElement['theme'] | undefined;
  /** Aborting takes off the page what the call has put there; what is in flight is carried out. */
  signal?: AbortSignal | undefined;
}

/** How a flow went, as far as the page knows. */
export interface SessionResults {
  result: SessionResult;
  /** Absent where nothing was decided. */
  outcome?: Outcome | undefined;
  customer?: Customer | undefined;
  surveyResponse: string | null;
  feedback: string | null;
  followupResponse: string | null;
}

type OfferTypeName =
  'CONTACT' | 'CUSTOM' | 'DISCOUNT' | 'PAUSE' | 'PLAN_CHANGE' | 'REDIRECT' | 'TRIAL_EXTENSION';

/** A page of the flow, as `onStepChange` gets it. */
export interface EmbedStep {
  stepType:
    | 'ACTIVE_OFFER'
    | 'COMPLETE'
    | 'CONFIRM'
    | 'CUSTOM'
    | 'EMAIL'
    | 'ERROR'
    | 'FOLLOW_UP'
    | 'FREEFORM'
    | 'LOADING'
    | 'OFFER'
    | 'PROGRESS'
    | 'SURVEY';
  header?: string | undefined;
  description?: string | undefined;
  /** With `OFFER` alone. */
  offer?: { guid: string; offerType: OfferTypeName } | undefined;
}

/** How long a pause is. */
export interface EmbedPause {
  /** In `pauseInterval`s; undefined where a day was picked. */
  pauseDuration: number | undefined;
  pauseInterval: 'month' | 'week';
  pauseEndDate: Date;
  /** From its beginning; from today where a day was picked. */
  pauseDurationDays: number;
}

/** Where an offer leads: as an object, and as the address itself. */
export type EmbedRedirect = string & { redirectUrl: string; redirectLabel: string };

/**
 * The host's own billing: each in place of the service's. It resolves, or rejects, optionally with
 * `{ message }`, which the customer reads.
 */
export interface FlowHandlerOptions {
  handleCancel?:
    | ((
        customer: Customer,
        surveyResponse: string | null,
        feedback: string | null,
        followupResponse: string | null,
      ) => Handled)
    | undefined;
  handlePause?: ((customer: Customer, pause: EmbedPause) => Handled) | undefined;
  handleDiscount?: ((customer: Customer, coupon: Coupon) => Handled) | undefined;
  handleTrialExtension?:
    | ((
        customer: Customer,
        extension: { trialExtensionDays: number; newTrialEndDate: Date | undefined },
      ) => Handled)
    | undefined;
  handlePlanChange?:
    | ((
        customer: Customer,
        change: { newPriceId: string; oldPriceId: string | undefined; plan: { id: string } },
      ) => Handled)
    | undefined;
  handleSupportRequest?: ((customer: Customer) => Handled) | undefined;
  handleRedirect?: ((customer: Customer, redirect: EmbedRedirect) => Handled) | undefined;
}

/** Told of what was done; whoever did it. */
export interface FlowListenerOptions {
  onPause?:
    ((customer: Customer, pause: { pauseDuration: number | undefined }) => void) | undefined;
  onCancel?: ((customer: Customer, surveyResponse: string | null) => void) | undefined;
  onDiscount?: ((customer: Customer, coupon: Coupon | undefined) => void) | undefined;
  onTrialExtension?:
    | ((customer: Customer, extension: { trialExtensionDays: number | undefined }) => void)
    | undefined;
  onPlanChange?: ((customer: Customer, change: { planId: string | undefined }) => void) | undefined;
  /** The customer pressed the button that leads from the last page back to the account. */
  onGoToAccount?: ((results: SessionResults) => void) | undefined;
  onClose?: ((results: SessionResults) => void) | undefined;
  onStepChange?: ((newStep: EmbedStep, oldStep: EmbedStep | null) => void) | undefined;
}

/** What `init` takes. */
export interface InitOptions extends AccessOptions, FlowHandlerOptions, FlowListenerOptions {
  /** May be replayed; the service's setting where absent. */
  record?: boolean | undefined;
  /** Show everything, do nothing. */
  preview?: boolean | undefined;
  /** A draft or version that the service made it for. */
  previewToken?: string | undefined;
  /** Counts in the figures. */
  report?: boolean | undefined;
  bypassDiscountAppliedScreen?: boolean | undefined;
  bypassPauseAppliedScreen?: boolean | undefined;
  /** What the service chooses the flow by; what is neither text, number nor truth is left out. */
  customerAttributes?: Attributes | undefined;
  dynamicOffers?: DynamicOffers | undefined;
  /** Where the page leads to when the customer closes the flow. */
  returnUrls?: ReturnUrls | undefined;
  /** The flow itself. With it no service is asked, and the handlers bill. */
  flow?: Flow | undefined;
  /** Who it is about, with `flow`. */
  customer?: DirectCustomer | undefined;
  /** What they have, with `flow`. */
  subscriptions?: readonly DirectSubscription[] | undefined;
  /** The laws to follow, with `flow`. */
  compliance?: readonly CompliancePreset[] | undefined;
}

/** What `managedFlow` takes: the customer shows by a code that is mailed to them who they are. */
export interface ManagedFlowOptions extends InitOptions {
  /** What the form begins with. */
  prefilled?: { email?: string | undefined } | undefined;
  customerDataEndpoint?: string | undefined;
}

interface SharedWallOptions extends AccessOptions {
  softWall?: boolean | undefined;
  /** Ask the provider anew, in place of what is known from the last minute. */
  forceCheck?: boolean | undefined;
  handleCancel?: ((customer: Customer) => Handled) | undefined;
  handleLogout?: (() => Handled) | undefined;
  onError?: ((error: Error, type: WallErrorType | undefined) => void) | undefined;
}

/** What `check('pause', …)` takes. */
export interface PauseWallOptions extends SharedWallOptions {
  handleResume?: ((customer: Customer) => Handled) | undefined;
  onPauseWallActivated?: (() => void) | undefined;
  onResume?: ((customer: Customer) => void) | undefined;
  onCancel?: ((customer: Customer) => void) | undefined;
  onPauseWallClose?: (() => void) | undefined;
}

/** An unpaid invoice, as the page's own rule gets it. */
export interface EmbedInvoice {
  id: string;
  /** In the currency's smallest unit. */
  amountDue: number;
  currency: string;
  /** ISO 8601 UTC. */
  since: string;
  attempted: boolean;
}

/** What `check('failed-payment', …)` takes. */
export interface FailedPaymentWallOptions extends SharedWallOptions {
  gracePeriodDays?: number | undefined;
  ignoreInvoicesWithoutAttempt?: boolean | undefined;
  shouldShowFailedPaymentWall?:
    ((invoice: EmbedInvoice, customer: Customer) => boolean | 'soft' | 'hard') | undefined;
  handleSupportRequest?: ((customer: Customer) => Handled) | undefined;
  onFailedPaymentWallActivated?: (() => void) | undefined;
  onUpdatePaymentInformation?: ((customer: Customer) => void) | undefined;
  onFailedPaymentWallClose?: (() => void) | undefined;
  loadStripe?: FailedPaymentWallElement['loadStripe'] | undefined;
}

/** From the name of a wall to what its check takes. */
export interface CheckOptions {
  pause: PauseWallOptions;
  'failed-payment': FailedPaymentWallOptions;
}

/** What `event` takes. */
export interface EventOptions extends Pick<
  AccessOptions,
  'serviceUrl' | 'session' | 'appId' | 'customerId' | 'authHash' | 'mode'
> {
  /** What happened: an object and what was done with it. */
  event: string;
  eventData?: Readonly<Record<string, unknown>> | undefined;
  customerEmail?: string | undefined;
}
