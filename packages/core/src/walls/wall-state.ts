import type {
  CardSetup,
  Customer,
  PauseInForce,
  PaymentOverdue,
  PayResponse,
  Subscription,
} from '@fairwell/contract';
import type { FairwellError } from '../errors.js';

/** Why a wall stands: a pause that is in force, or a payment that is overdue. */
export type Wall = PauseInForce | PaymentOverdue;

/**
 * Everything that can be done at a wall. `card` asks for what a form for a new card needs, `hosted`
 * for the address of the provider's own page.
 */
export type WallActionType = 'resume' | 'pay' | 'card' | 'hosted' | 'cancel' | 'logOut' | 'support';

/** What the wall shows. */
export type WallPage =
  | { kind: 'overview' }
  /** `endsAt`: when access would end if cancelled now, ISO 8601 UTC; absent where nobody knows. */
  | { kind: 'cancel'; endsAt: string | undefined }
  | { kind: 'card'; setup: CardSetup }
  | { kind: 'hosted'; url: string };

export interface WallState<W extends Wall = Wall> {
  status: 'idle' | 'checking' | 'standing' | 'down';
  /** Null unless it stands. */
  wall: W | null;
  page: WallPage;
  /** May the customer step past it. */
  soft: boolean;
  /** A wall that is soft for some days of grace: when it becomes hard, ISO 8601 UTC. */
  hardFrom: string | undefined;
  /**
   * What is being done; nothing else can be pressed. `atBank`: somebody else's window may stand over
   * the page and has to be reachable. `slow`: it is taking long, and a way out is shown.
   */
  inFlight: { action: WallActionType; atBank: boolean; slow: boolean } | null;
  /** Why the last action failed; gone with the next. */
  error: { action: WallActionType; error: FairwellError } | null;
  /** What was done last, with the host's own words if it gave any; gone with the next action. */
  done: { action: WallActionType; message: string | undefined } | null;
  /** What can be done here, whether or not something is in flight. */
  can: ReadonlySet<WallActionType>;
  /** A soft wall; one whose action takes long; one of which nobody knows whether it still holds. */
  canClose: boolean;
  /** Is the subscription cancelled, and when does it end where that is known, ISO 8601 UTC. */
  canceled: { endsAt: string | undefined } | null;
  /** Known once checked. */
  customer: Customer | undefined;
  subscriptions: readonly Subscription[];
}

/** The types of error that a wall tells of. */
export type WallErrorType =
  | 'PAUSE_WALL_INITIALIZATION_ERROR'
  | 'PAUSE_WALL_RESUME_ERROR'
  | 'PAUSE_WALL_CANCEL_ERROR'
  | 'FAILED_PAYMENT_WALL_INITIALIZATION_ERROR'
  | 'FAILED_PAYMENT_WALL_UPDATE_CARD_ERROR'
  | 'FAILED_PAYMENT_WALL_CANCEL_ERROR';

/** What a host can observe; listeners change nothing. */
export type WallEvent =
  | { type: 'activated' }
  | { type: 'resume'; customer: Customer; message: string | undefined }
  | { type: 'pay'; customer: Customer }
  | {
      type: 'cancel';
      customer: Customer;
      endsAt: string | undefined;
      message: string | undefined;
    }
  | { type: 'close' }
  /** `errorType` is absent for the host's own buttons: logging out, and asking for support. */
  | { type: 'error'; error: FairwellError; errorType: WallErrorType | undefined };

/**
 * A wall without a screen. Every method may be called at any time; what does not fit the state does
 * nothing.
 */
export interface AnyWall<W extends Wall> {
  readonly state: WallState<W>;
  /** Calls the listener after every change. Returns a function that stops it. */
  subscribe(listener: (state: WallState<W>) => void): () => void;
  /** Calls the listener for every event. Returns a function that stops it. */
  observe(listener: (event: WallEvent) => void): () => void;
  /**
   * Raises the wall if there is cause, and takes it down if there is none any more. A check that
   * fails raises nothing. `force`: passes over what is known from the last minute.
   * @returns whether the wall stands.
   */
  check(options?: { force?: boolean }): Promise<boolean>;
  /** Shows the page that asks whether to cancel. */
  askToCancel(): void;
  /** Cancels at the end of the term. */
  cancel(): Promise<void>;
  /** Back to the overview. */
  back(): void;
  logOut(): Promise<void>;
  requestSupport(): Promise<void>;
  /** The customer steps past the wall, where they may. */
  close(): void;
  /** The host takes the wall down, whatever its check says. Nothing is told. */
  lower(): void;
}

export interface PauseWall extends AnyWall<PauseInForce> {
  /** Resumes the subscription now. */
  resume(): Promise<void>;
}

export interface FailedPaymentWall extends AnyWall<PaymentOverdue> {
  /** Shows the page for a new card. */
  changeCard(): Promise<void>;
  /** The form for a new card could not be shown: the hosted page takes its place. */
  cardFormFailed(cause: unknown): void;
  /**
   * Pays the overdue invoice.
   * @param confirmCard makes a payment method of the new card and resolves with its id. Without it,
   * the saved card is tried.
   */
  pay(confirmCard?: () => Promise<string>): Promise<void>;
  /**
   * Shows the address of the provider's own page.
   * @param returnUrl where that leads back to.
   */
  openHosted(returnUrl: string): Promise<void>;
}

/** What the bank has to be asked with. */
export type BankRequest = Extract<PayResponse, { status: 'requiresAction' }>;
