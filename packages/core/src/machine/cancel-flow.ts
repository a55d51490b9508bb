import type { Action, ActionType } from '@fairwell/contract';
import { asFairwellError, prospectsAfter, type FairwellError } from '../errors.js';
import type { FlowSession, Gateway } from '../gateway/gateway.js';
import { acceptance } from './actions.js';
import { asJson } from './as-json.js';
import {
  customerAnswers,
  noAnswers,
  type Answer,
  type CustomerAnswers,
  type Entry,
} from './customer-answers.js';
import { delay, randomKey, slowAfter } from './defaults.js';
import { Emitter } from './emitter.js';
import { issueAt } from './issues.js';
import { Journey } from './journey.js';
import { pageId } from './pages.js';
import { returnUrl } from './return-url.js';
import { sessionResults } from './session-results.js';
import { clearState, keep, recall, type FlowStorage } from './storage.js';
import type {
  CancelFlow,
  FlowEvent,
  FlowState,
  Issue,
  OfferSelection,
  Page,
  PageKind,
  QuestionPage,
} from './state.js';

export interface CancelFlowOptions {
  gateway: Gateway;
  now?: () => Date;
  /** From 0 up to, not including, 1. */
  random?: () => number;
  /** An idempotency key, 16 to 64 of `A-Z a-z 0-9 _ -`. */
  createKey?: () => string;
  /** Calls back after so many milliseconds; returns a function that calls it off. */
  delay?: (callback: () => void, milliseconds: number) => () => void;
  /** Told of a listener that threw, of records that did not arrive, and of what is wrong with what the host gave. */
  reportError?: (error: unknown) => void;
  /** Where the way and the answers are kept through a reload, until something was decided. */
  storage?: FlowStorage | undefined;
}

type Settings = Required<Omit<CancelFlowOptions, 'storage'>> & Pick<CancelFlowOptions, 'storage'>;

const longestText = 10_000;

const asks: Record<PageKind, boolean> = {
  activeOffer: true,
  survey: true,
  followUp: true,
  offer: true,
  feedback: true,
  confirm: true,
  custom: true,
  loading: false,
  progress: false,
  complete: false,
  error: false,
};

function isQuestion(page: Page | null): page is QuestionPage {
  return page !== null && asks[page.kind];
}

class Machine implements CancelFlow {
  readonly #options: Settings;
  readonly #states: Emitter<FlowState>;
  readonly #events: Emitter<FlowEvent>;
  #session: FlowSession | undefined;
  #journey: Journey | undefined;
  /** The decision last acted upon. */
  #decision: Action | undefined;
  /** Keys of decisions of which nobody knows what came: taken again, they are the same decision. */
  readonly #unsettled = new Map<string, string>();
  #state: FlowState;

  constructor(options: Settings) {
    this.#options = options;
    this.#states = new Emitter(options.reportError);
    this.#events = new Emitter(options.reportError);
    this.#state = this.#derive('idle', null, null);
  }

  get state(): FlowState {
    return this.#state;
  }

  subscribe(listener: (state: FlowState) => void): () => void {
    return this.#states.add(listener);
  }

  observe(listener: (event: FlowEvent) => void): () => void {
    return this.#events.add(listener);
  }

  async start(): Promise<void> {
    if (this.#state.status === 'idle') await this.#load();
  }

  select(id: string): void {
    const { page } = this.#state;
    if (page?.kind === 'survey' && page.choices.some((choice) => choice.id === id))
      this.#journey?.answers.choose(page.step.id, id);
    else if (
      page?.kind === 'followUp' &&
      page.followUp.mode !== 'freeform' &&
      page.followUp.options.some((option) => option.id === id)
    )
      this.#journey?.answers.answerFollowUp(page.step.id, page.choice.id, { optionId: id });
    // What is picked on an offer comes with `accept`; here it takes the issue away.
    else if (page?.kind !== 'offer') return;
    this.#refresh();
  }

  write(words: string): void {
    const { page } = this.#state;
    // The cut may go through a character; half a one is refused by databases.
    const text = words.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '');
    if (page?.kind === 'feedback') this.#journey?.answers.write(page.step.id, text);
    else if (page?.kind === 'followUp' && page.followUp.mode !== 'structured')
      this.#journey?.answers.answerFollowUp(page.step.id, page.choice.id, { text });
    else return;
    this.#refresh();
  }

  acknowledge(value: boolean): void {
    if (this.#state.page?.kind !== 'confirm') return;
    this.#journey?.acknowledge(value);
    this.#refresh();
  }

  next(result?: unknown): void {
    const { page } = this.#state;
    if (!isQuestion(page) || page.kind === 'offer' || page.kind === 'confirm') return;
    const issue = issueAt(page);
    if (issue) return this.#refresh(issue);
    this.#recordAnswer(page, asJson(result));
    this.#advance(false);
  }

  skip(): void {
    const { page } = this.#state;
    if (!isQuestion(page) || page.kind === 'offer' || page.kind === 'confirm') return;
    if (page.kind === 'followUp') {
      const { step, choice } = page;
      this.#say({ type: 'surveyAnswered', stepId: step.id, choiceId: choice.id });
    }
    this.#advance(true);
  }

  back(): void {
    if (!this.#state.canGoBack) return;
    this.#journey?.back();
    this.#arrive();
  }

  async accept(selection: OfferSelection = {}): Promise<void> {
    const { page, subscriptions } = this.#state;
    if (page?.kind !== 'offer') return;
    const { offer, offerId } = page;
    const now = this.#options.now();
    const action = acceptance(offer, offerId, selection, { subscriptions, now });
    if (action) await this.#decide(action);
    else this.#refresh({ code: 'selection_invalid' });
  }

  decline(): void {
    const { page } = this.#state;
    if (page?.kind !== 'offer') return;
    this.#record({ type: 'offerDeclined', offerId: page.offerId });
    this.#advance(false);
  }

  async confirm(): Promise<void> {
    const { page, canCancelNow } = this.#state;
    if (page?.kind === 'confirm') {
      const issue = issueAt(page);
      if (issue) this.#refresh(issue);
      else await this.#decide({ type: 'cancel' });
    } else if (canCancelNow) await this.#decide({ type: 'cancel', direct: true });
  }

  async retry(): Promise<void> {
    const { page } = this.#state;
    if (page?.kind !== 'error' || !page.canRetry) return;
    await (this.#decision ? this.#decide(this.#decision) : this.#load());
  }

  continue(): void {
    const { page } = this.#state;
    if (page?.kind === 'error' && page.canContinue) this.#advance(false);
  }

  async contact(): Promise<void> {
    const { page, customer } = this.#state;
    const { gateway, reportError } = this.#options;
    if (page?.kind === 'error' && page.canContact && customer)
      await gateway.requestSupport?.(customer).catch(reportError);
  }

  close(): void {
    const { page, canClose } = this.#state;
    if (!canClose) return;
    const result = page?.kind === 'complete' ? sessionResults[page.outcome.type] : 'abort';
    this.#set('closed', null);
    if (this.#session) this.#record({ type: 'closed' });
    this.#events.emit({ type: 'close', result });
  }

  async #load(): Promise<void> {
    this.#show({ kind: 'loading' });
    const loading = this.#state.page;
    try {
      const session = await this.#options.gateway.start();
      // Left while it loaded: the session that came nevertheless has its end.
      if (this.#state.page !== loading) {
        this.#record({ type: 'closed' });
        return;
      }
      const { random, storage } = this.#options;
      this.#session = session;
      this.#journey = new Journey(session, random, recall(storage));
      for (const fault of session.faults ?? []) this.#report(fault);
      // To this session, what was said before the page was loaded again is new.
      for (const answer of this.#journey.said) this.#record(answer);
      this.#arrive();
    } catch (error) {
      if (this.#state.page === loading) this.#fail(error);
    }
  }

  async #decide(action: Action): Promise<void> {
    const { gateway, delay, createKey, storage } = this.#options;
    const decision = JSON.stringify(action);
    const key = this.#unsettled.get(decision) ?? createKey();
    this.#decision = action;
    this.#unsettled.set(decision, key);
    this.#show({ kind: 'progress', action: action.type, slow: false });
    const inFlight = (): boolean => this.#state.page?.kind === 'progress';
    const stop = delay(() => {
      if (inFlight()) this.#set('open', { kind: 'progress', action: action.type, slow: true });
    }, slowAfter);
    try {
      const answers = this.#answers;
      const outcome = await gateway.act(action, key, answers);
      if (storage) clearState(storage);
      // A customer who left while it took long is still told to the host.
      if (inFlight()) this.#show({ kind: 'complete', outcome });
      if (this.#session) {
        const { customer } = this.#session;
        this.#events.emit({ type: 'outcome', outcome, action, customer, answers });
      }
    } catch (error) {
      const failure = this.#fail(error, action.type);
      if (prospectsAfter(failure.code).settled) this.#unsettled.delete(decision);
    } finally {
      stop();
    }
  }

  #fail(thrown: unknown, action?: ActionType): FairwellError {
    const error = asFairwellError(thrown);
    const { retry, goOn } = prospectsAfter(error.code);
    if (this.#state.status === 'open')
      this.#show({
        kind: 'error',
        error,
        action,
        canRetry: retry,
        canContinue: goOn && action !== undefined && action !== 'cancel',
        canContact:
          this.#session !== undefined && this.#options.gateway.requestSupport !== undefined,
      });
    this.#report(error);
    return error;
  }

  #report(error: FairwellError): void {
    // A mistake of the page's author, who is told where, or of ours.
    if (error.field || error.code === 'internal') this.#options.reportError(error);
    this.#events.emit({ type: 'error', error });
  }

  get #answers(): CustomerAnswers {
    return this.#session && this.#journey
      ? customerAnswers(this.#journey.said, this.#session.flow)
      : noAnswers;
  }

  #recordAnswer(page: QuestionPage, result: unknown): void {
    if (page.kind === 'survey' && page.selected) {
      // With a follow-up the answer is recorded when that is finished.
      const { step, selected: choiceId, choices } = page;
      if (!choices.find(({ id }) => id === choiceId)?.followUp)
        this.#say({ type: 'surveyAnswered', stepId: step.id, choiceId });
    } else if (page.kind === 'followUp') {
      const text = page.text.trim();
      this.#say({
        type: 'surveyAnswered',
        stepId: page.step.id,
        choiceId: page.choice.id,
        ...(page.selected && { optionId: page.selected }),
        ...(text && { text }),
      });
    } else if (page.kind === 'feedback' && page.text.trim())
      this.#say({ type: 'feedbackGiven', stepId: page.step.id, text: page.text.trim() });
    else if (page.kind === 'custom')
      this.#say({
        type: 'customAnswered',
        stepId: page.step.id,
        ...(result !== undefined && { result }),
      });
  }

  #say(answer: Answer): void {
    this.#journey?.say(answer);
    this.#record(answer);
  }

  #record(event: Entry): void {
    const at = this.#options.now().toISOString();
    this.#options.gateway.record({ ...event, at }).catch(this.#options.reportError);
  }

  #advance(skipped: boolean): void {
    this.#journey?.advance(skipped);
    this.#arrive();
  }

  /** Shows the page that the journey has come to. */
  #arrive(): void {
    const page = this.#journey?.page(this.#options.now());
    if (!page) return;
    this.#show(page);
    this.#keep();
    this.#record({ type: 'stepViewed', stepId: pageId(page) });
    if (page.kind === 'offer' && this.#journey?.present(page.offerId))
      this.#record({ type: 'offerPresented', offerId: page.offerId });
  }

  #keep(): void {
    if (this.#journey) keep(this.#options.storage, this.#journey.snapshot());
  }

  /** The same page anew, after an input; an issue lasts until the next input. */
  #refresh(issue: Issue | null = null): void {
    const page = this.#journey?.page(this.#options.now());
    if (!page) return;
    this.#set('open', page, issue);
    this.#keep();
  }

  /** Another page. */
  #show(page: Page): void {
    const previous = this.#state.page;
    this.#set('open', page);
    this.#events.emit({ type: 'step', page, previous });
  }

  #set(status: FlowState['status'], page: Page | null, issue: Issue | null = null): void {
    this.#state = this.#derive(status, page, issue);
    this.#states.emit(this.#state);
  }

  #derive(status: FlowState['status'], page: Page | null, issue: Issue | null): FlowState {
    const asking = isQuestion(page);
    const busy = page?.kind === 'progress';
    return {
      status,
      page,
      issue,
      busy,
      canGoBack: asking && this.#journey?.isFirst === false,
      canCancelNow: asking ? page.kind !== 'confirm' : page?.kind === 'error' && page.canContinue,
      prominentCancel: this.#session?.policy.prominentCancel ?? false,
      canClose: status === 'open' && (!busy || page.slow),
      returnUrl: returnUrl(this.#session?.returnUrls ?? {}, page, asking, this.#decision),
      flow: this.#session?.flow,
      customer: this.#session?.customer,
      subscriptions: this.#session?.subscriptions ?? [],
      messages: this.#session?.messages,
    };
  }
}

/** A cancel flow without a screen, ready to `start`. One for each opening. */
export function createCancelFlow(options: CancelFlowOptions): CancelFlow {
  return new Machine({
    now: () => new Date(),
    random: Math.random,
    createKey: randomKey,
    delay,
    reportError: (error) => console.error(error),
    ...options,
  });
}
