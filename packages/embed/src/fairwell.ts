import type { SessionResult } from '@fairwell/contract';
import type { AttachOptions } from './attach/attach.js';
import type {
  CheckOptions,
  EventOptions,
  InitOptions,
  ManagedFlowOptions,
} from './options/documented.js';

/** `show` opens, `restart` opens at the beginning whatever was answered before, `hide` closes. */
export type InitMode = 'show' | 'restart' | 'hide';

/**
 * `window.fairwell`. Everything here may be called before the script has loaded; what it takes is
 * loaded when it is called for the first time. Callbacks given in options are told of what happens.
 * A promise rejects with an error that says what to do, where a call is mistaken.
 */
export interface Fairwell {
  /**
   * Opens the cancel flow over the page; while one is open, that one is meant.
   * @returns how it ended, once it is closed; undefined after `hide`. Rejects where an option is
   * missing or wrong, or the code of the flow cannot be loaded.
   */
  init(mode: InitMode, options?: InitOptions): Promise<SessionResult | undefined>;

  /**
   * As `init`, for a customer who is not signed in: they show by a code that is mailed to them who
   * they are. `customerId` and `authHash` are not needed.
   */
  managedFlow(mode: InitMode, options?: ManagedFlowOptions): Promise<SessionResult | undefined>;

  /**
   * Stands a wall before the page, if there is cause for one. What an earlier check was told is
   * forgotten.
   * @returns whether it stands. A check that fails lets the customer in; one that is asked for wrongly
   * rejects, and lets them in too.
   */
  check<Wall extends keyof CheckOptions>(wall: Wall, options: CheckOptions[Wall]): Promise<boolean>;

  /**
   * Tells the service what happened in the customer's page: under `authHash` or a session alone, since
   * an event that anybody could send is worth nothing.
   * @returns when it is kept. Rejects with the service's refusal, or where the network fails.
   */
  event(options: EventOptions): Promise<void>;

  /** Forgets, at once, what this tab knows of the customer and their answers. For when they sign out. */
  clearState(): void;

  /** Closes the flow and takes down the walls; what is in flight is carried out and told first. */
  hide(): void;

  /**
   * Puts a button into an element that opens the flow of a session.
   * @param sessionId a `ret_…` id or token that the back end made, or a function that fetches one.
   * @param classes of the button, which is then the page's own to style; its words are what the element
   * has inside, or ours.
   */
  mountCancelButton(
    elementId: string,
    sessionId: InitOptions['session'],
    classes?: string,
    options?: InitOptions,
  ): Promise<void>;

  /** Opens the flow of a session, as `init('show', { session })` does. */
  showRetentionView(
    sessionId: InitOptions['session'],
    options?: InitOptions,
  ): Promise<SessionResult | undefined>;

  /**
   * Opens the flow in place of what a click does, on every element that matches, whenever it comes into
   * the page.
   *
   * A click on such an element, with the pointer or the keyboard, also on a button that sends a form,
   * is kept from the page, and one flow opens. One with a modifier key is left alone. Where the first
   * page of the flow does not come within `patience`, the flow is taken down and the click goes on to
   * what it was meant for: the customer is never locked in. After a flow that came, it never does.
   * @param target a CSS selector, or a function that says which elements are meant.
   * @returns a function that detaches; a flow that is open stays.
   * @throws {TypeError} where the selector is none.
   */
  attach(target: string | ((element: Element) => boolean), options?: AttachOptions): () => void;
}
