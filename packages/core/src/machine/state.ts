import type {
  Action,
  ActionType,
  ActiveOffer,
  ConfirmStep,
  Customer,
  CustomStep,
  Discount,
  FeedbackStep,
  Flow,
  FollowUp,
  MessagesByLanguage,
  Offer,
  Outcome,
  SessionResult,
  Subscription,
  SurveyChoice,
  SurveyStep,
} from '@fairwell/contract';
import type { FairwellError } from '../errors.js';
import type { CustomerAnswers } from './customer-answers.js';

/** Why "next" or "accept" did not go on; shown at the field and gone with the next input. */
export type Issue =
  | { code: 'choice_required' }
  | { code: 'text_required' }
  /** Both in characters as a person counts them. */
  | { code: 'text_too_short'; minLength: number; length: number }
  | { code: 'acknowledgement_required' }
  | { code: 'selection_invalid' };

interface Copy {
  /** Plain text; absent where the flow says nothing and the element's own words serve. */
  header?: string | undefined;
  /** Rich text (see `parseRichText`). */
  description?: string | undefined;
}

export interface SurveyPage extends Copy {
  kind: 'survey';
  step: SurveyStep;
  /** In the order to show, stable within a session. */
  choices: readonly SurveyChoice[];
  selected: string | null;
}

export interface FollowUpPage extends Copy {
  kind: 'followUp';
  step: SurveyStep;
  choice: SurveyChoice;
  followUp: FollowUp;
  selected: string | null;
  text: string;
}

export interface OfferPage<O extends Offer = Offer> extends Copy {
  kind: 'offer';
  offerId: string;
  offer: O;
  /** The subscription the offer would change; the first where all are meant. */
  subscription: Subscription | undefined;
  /** A discount is added to those there are, in place of replacing them. */
  stacks: boolean;
  /** A change of plan is charged or credited for the rest of the period; absent where nobody knows. */
  prorated: boolean | undefined;
}

export interface FeedbackPage extends Copy {
  kind: 'feedback';
  step: FeedbackStep;
  text: string;
}

export interface ConfirmPage extends Copy {
  kind: 'confirm';
  /** Absent where the flow has no confirm step of its own: nobody cancels by accident. */
  step: ConfirmStep | undefined;
  losses: readonly string[];
  /** ISO 8601 UTC; absent where it is not known. */
  endsAt: string | undefined;
  /** Discounts in force that would be lost. */
  discounts: readonly Discount[];
  acknowledged: boolean;
}

/** What the customer took earlier and would lose: "next" goes on to leave, "close" keeps it. */
export interface ActiveOfferPage extends Copy {
  kind: 'activeOffer';
  activeOffer: ActiveOffer;
}

export interface CustomPage extends Copy {
  kind: 'custom';
  step: CustomStep;
}

export interface ProgressPage {
  kind: 'progress';
  action: ActionType;
  /** It is taking long: a way out is shown. */
  slow: boolean;
}

export interface CompletePage {
  kind: 'complete';
  outcome: Outcome;
}

export interface ErrorPage {
  kind: 'error';
  error: FairwellError;
  /** What was being done; absent where the flow did not start. */
  action: ActionType | undefined;
  canRetry: boolean;
  /** Go on past an offer that failed. */
  canContinue: boolean;
  /** Somebody can be asked for help. */
  canContact: boolean;
}

export interface LoadingPage {
  kind: 'loading';
}

/** The pages on which the customer is asked something. */
export type QuestionPage =
  ActiveOfferPage | SurveyPage | FollowUpPage | OfferPage | FeedbackPage | ConfirmPage | CustomPage;

export type Page = LoadingPage | QuestionPage | ProgressPage | CompletePage | ErrorPage;
export type PageKind = Page['kind'];

export interface FlowState {
  status: 'idle' | 'open' | 'closed';
  /** Null only when idle or closed. */
  page: Page | null;
  issue: Issue | null;
  /** An action is in flight; nothing else can be pressed. */
  busy: boolean;
  canGoBack: boolean;
  /** Is the direct way to cancel shown here. */
  canCancelNow: boolean;
  /** Is the direct way to cancel shown as a button, as some laws ask. */
  prominentCancel: boolean;
  canClose: boolean;
  /** Where the host's page is to lead to when the customer leaves now; absent where it stays as it is. */
  returnUrl: string | undefined;
  /** Known once started. */
  flow: Flow | undefined;
  customer: Customer | undefined;
  subscriptions: readonly Subscription[];
  /** Words in place of those of the elements. */
  messages: MessagesByLanguage | undefined;
}

/** What a host can observe; listeners change nothing. */
export type FlowEvent =
  | { type: 'step'; page: Page; previous: Page | null }
  | {
      type: 'outcome';
      outcome: Outcome;
      /** What was asked for. */
      action: Action;
      customer: Customer;
      answers: CustomerAnswers;
    }
  | { type: 'error'; error: FairwellError }
  | { type: 'close'; result: SessionResult };

/** What the customer chose on an offer; which part is needed depends on the offer's type. */
export interface OfferSelection {
  /** Pause: how many intervals. */
  length?: number | undefined;
  /** Pause with a date picker: resume at, ISO 8601 UTC. */
  until?: string | undefined;
  /** Plan change: the plan. */
  priceId?: string | undefined;
  /** Custom offer: whatever the element answers, as JSON. */
  result?: unknown;
}

/** A cancel flow without a screen. Every method may be called at any time; what does not fit the state does nothing. */
export interface CancelFlow {
  readonly state: FlowState;
  /** Calls the listener after every change. Returns a function that stops it. */
  subscribe(listener: (state: FlowState) => void): () => void;
  /** Calls the listener for every event. Returns a function that stops it. */
  observe(listener: (event: FlowEvent) => void): () => void;
  /** Opens the flow: loads it and shows its first page. */
  start(): Promise<void>;
  /** Chooses a survey choice or follow-up option by id. What is picked on an offer comes with `accept`. */
  select(id: string): void;
  /** The words typed on a follow-up or feedback page. */
  write(text: string): void;
  /** Ticks or unticks the acknowledgement of the confirm page. */
  acknowledge(value: boolean): void;
  /** Goes on from a survey, follow-up, feedback, custom or active-offer page. `result` is a custom step's answer. */
  next(result?: unknown): void;
  /** Goes on without an answer: a reason can always be withheld. */
  skip(): void;
  back(): void;
  accept(selection?: OfferSelection): Promise<void>;
  decline(): void;
  /** Cancels: on the confirm page, or at once wherever `canCancelNow`. */
  confirm(): Promise<void>;
  /** Tries again what failed. */
  retry(): Promise<void>;
  /** Leaves the error page for the next step, past an offer that failed. */
  continue(): void;
  /** Asks for help, on an error page where somebody can be asked. */
  contact(): Promise<void>;
  close(): void;
}
