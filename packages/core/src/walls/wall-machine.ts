import type { Customer, Subscription } from '@fairwell/contract';
import { asFairwellError, prospectsAfter, type FairwellError } from '../errors.js';
import { delay, randomKey, slowAfter } from '../machine/defaults.js';
import { Emitter } from '../machine/emitter.js';
import type { FlowStorage } from '../machine/storage.js';
import { CheckCache } from './check-cache.js';
import { nothingKnown, overview, stateOf, type WallFacts } from './wall-facts.js';
import type { WallCheck, WallGateway, WallResult } from './wall-gateway.js';
import type { Standing } from './wall-rules.js';
import type {
  Wall,
  WallActionType,
  WallErrorType,
  WallEvent,
  WallPage,
  WallState,
} from './wall-state.js';

export interface WallMachineOptions<W extends Wall> {
  gateway: WallGateway<W>;
  now?: () => Date;
  /** An idempotency key, 16 to 64 of `A-Z a-z 0-9 _ -`. */
  createKey?: () => string;
  /** Calls back after so many milliseconds; returns a function that calls it off. */
  delay?: (callback: () => void, milliseconds: number) => () => void;
  /** Told of a listener that threw. */
  reportError?: (error: unknown) => void;
  /** Where the answer of a check is kept for a minute, through changes of the page. */
  storage?: FlowStorage | undefined;
}

/** What both walls share: they are checked, stand, have one action in flight, and fall. */
export abstract class WallMachine<W extends Wall> {
  protected readonly gateway: WallGateway<W>;
  readonly #errorTypes: Partial<Record<'check' | WallActionType, WallErrorType>>;
  readonly #now: () => Date;
  readonly #createKey: () => string;
  readonly #delay: typeof delay;
  readonly #states: Emitter<WallState<W>>;
  readonly #events: Emitter<WallEvent>;
  readonly #cache: CheckCache<W>;
  /** Keys of decisions of which nobody knows what came: taken again, they are the same decision. */
  readonly #unsettled = new Map<string, string>();
  /** Counts what makes an earlier check worthless. */
  #turn = 0;
  #checking: Promise<boolean> | undefined;
  #callOff: () => void = () => undefined;
  #facts: WallFacts<W> = nothingKnown;
  #state: WallState<W>;

  constructor(
    kind: W['kind'],
    options: WallMachineOptions<W>,
    errorTypes: Partial<Record<'check' | WallActionType, WallErrorType>>,
  ) {
    const { gateway, storage, reportError = (error) => console.error(error) } = options;
    this.gateway = gateway;
    this.#errorTypes = errorTypes;
    this.#now = options.now ?? (() => new Date());
    this.#createKey = options.createKey ?? randomKey;
    this.#delay = options.delay ?? delay;
    this.#states = new Emitter(reportError);
    this.#events = new Emitter(reportError);
    this.#cache = new CheckCache(storage, kind, gateway.subject);
    this.#state = this.#derive();
  }

  get state(): WallState<W> {
    return this.#state;
  }

  subscribe(listener: (state: WallState<W>) => void): () => void {
    return this.#states.add(listener);
  }

  observe(listener: (event: WallEvent) => void): () => void {
    return this.#events.add(listener);
  }

  check({ force = false }: { force?: boolean } = {}): Promise<boolean> {
    if (this.#checking && !force) return this.#checking;
    const checking = this.#check(force).finally(() => {
      if (this.#checking === checking) this.#checking = undefined;
    });
    this.#checking = checking;
    return checking;
  }

  askToCancel(): void {
    const { wall, inFlight, can } = this.#state;
    if (!wall || inFlight || !can.has('cancel')) return;
    const status = this.#subscription(wall)?.status;
    const end = status && 'currentPeriod' in status ? status.currentPeriod?.end : undefined;
    const endsAt = end && new Date(end) > this.#now() ? end : undefined;
    this.show({ kind: 'cancel', endsAt });
  }

  async cancel(): Promise<void> {
    const { cancel } = this.gateway;
    const { wall, customer } = this.#state;
    if (!cancel || !wall || !customer || this.#facts.canceled) return;
    await this.act('cancel', async () => {
      const decision = `cancel ${wall.subscriptionId}`;
      const result = await this.decide(decision, (key) => cancel(key, customer));
      const { endsAt, message } = result;
      this.outdate();
      // The wall holds on: there is still a pause or a debt, and the way to end it.
      this.#set({ canceled: { endsAt }, page: overview });
      this.finish('cancel', result);
      this.emit({ type: 'cancel', customer, endsAt, message });
    });
  }

  back(): void {
    if (!this.#facts.inFlight && this.#facts.status === 'standing') this.show(overview);
  }

  async logOut(): Promise<void> {
    const { logOut } = this.gateway;
    if (logOut) await this.act('logOut', async () => this.finish('logOut', await logOut()));
  }

  async requestSupport(): Promise<void> {
    const { requestSupport } = this.gateway;
    const { customer } = this.#facts;
    if (requestSupport && customer)
      await this.act('support', async () => this.finish('support', await requestSupport(customer)));
  }

  close(): void {
    if (!this.#state.canClose) return;
    this.lower();
    this.emit({ type: 'close' });
  }

  lower(): void {
    this.#turn += 1;
    this.#fall();
  }

  /** How the wall stands; null where there is no cause for it. May throw what the host throws. */
  protected abstract standing(wall: W, customer: Customer, now: Date): Standing | null;

  /** What can be done, of what the gateway can do. */
  protected abstract possible(wall: W): readonly WallActionType[];

  /** Does one thing, if nothing else is being done. */
  protected async act(action: WallActionType, run: () => Promise<void>): Promise<void> {
    if (this.#facts.status !== 'standing' || this.#facts.inFlight) return;
    this.#set({ error: null, done: null });
    this.wait(action, false);
    try {
      await run();
      this.#set({ isInDoubt: false });
    } catch (thrown) {
      this.#doubt(this.fail(action, thrown));
    } finally {
      this.#callOff();
      this.#set({ inFlight: null });
    }
  }

  /** From now on a customer waits, for us or for somebody else. */
  protected wait(action: WallActionType, atBank: boolean): void {
    this.#callOff();
    this.#set({ inFlight: { action, atBank, slow: false } });
    this.#callOff = this.#delay(
      () => this.#set({ inFlight: { action, atBank, slow: true } }),
      slowAfter,
    );
  }

  /** Carries a decision out under its key. */
  protected async decide<T>(decision: string, send: (key: string) => Promise<T>): Promise<T> {
    const key = this.#unsettled.get(decision) ?? this.#createKey();
    this.#unsettled.set(decision, key);
    try {
      const result = await send(key);
      this.#unsettled.delete(decision);
      return result;
    } catch (thrown) {
      const error = asFairwellError(thrown);
      if (prospectsAfter(error.code).settled) this.#unsettled.delete(decision);
      throw error;
    }
  }

  protected finish(action: WallActionType, { message, subscriptions }: WallResult): void {
    this.#set({ done: { action, message }, ...(subscriptions && { subscriptions }) });
  }

  protected fail(action: 'check' | WallActionType, thrown: unknown): FairwellError {
    const error = asFairwellError(thrown);
    if (action !== 'check') this.#set({ error: { action, error } });
    this.emit({ type: 'error', error, errorType: this.#errorTypes[action] });
    // Somebody else has settled it, elsewhere or before.
    if (error.code === 'invoice_unknown' || error.code === 'already_canceled')
      void this.check({ force: true });
    return error;
  }

  protected show(page: WallPage): void {
    this.#set({ page, error: null });
  }

  protected emit(event: WallEvent): void {
    this.#events.emit(event);
  }

  /** What is known is no longer so: the next check asks the provider, on the next page too. */
  protected outdate(): void {
    this.#turn += 1;
    this.#cache.outdate(this.#now());
  }

  #doubt(error: FairwellError): void {
    this.#set({ isInDoubt: !prospectsAfter(error.code).settled });
  }

  async #check(force: boolean): Promise<boolean> {
    this.#turn += 1;
    const turn = this.#turn;
    if (this.#facts.status !== 'standing') this.#set({ status: 'checking' });
    try {
      const anew = force || this.#cache.isOutdated;
      const kept = anew ? undefined : this.#cache.get(this.#now());
      const check = kept ?? (await this.gateway.check(anew));
      if (turn !== this.#turn) return this.#stands;
      if (!kept) this.#cache.set(check, this.#now());
      this.#take(check);
    } catch (thrown) {
      if (turn !== this.#turn) return this.#stands;
      if (!this.#stands) this.#set({ status: 'down' });
      this.#doubt(this.fail('check', thrown));
    }
    return this.#stands;
  }

  get #stands(): boolean {
    return this.#facts.status === 'standing';
  }

  #take({ customer, subscriptions, wall }: WallCheck<W>): void {
    const standing = wall && this.standing(wall, customer, this.#now());
    this.#set({ customer, subscriptions, isInDoubt: false });
    if (!wall || !standing) {
      this.#fall();
      return;
    }
    const { soft, hardFrom } = standing;
    const stood = this.#stands;
    const end = this.#subscription(wall)?.cancelAt;
    const canceled = end ? { endsAt: end } : this.#facts.canceled;
    this.#set({
      status: 'standing',
      wall,
      soft,
      hardFrom,
      canceled,
      ...(!stood && { done: null }),
    });
    if (!stood) this.emit({ type: 'activated' });
  }

  #fall(): void {
    this.#set({ status: 'down', wall: null, page: overview, error: null, done: null });
  }

  #subscription({ subscriptionId }: W): Subscription | undefined {
    const { subscriptions } = this.#facts;
    return subscriptions.find(({ id }) => id === subscriptionId);
  }

  #set(facts: Partial<WallFacts<W>>): void {
    this.#facts = { ...this.#facts, ...facts };
    this.#state = this.#derive();
    this.#states.emit(this.#state);
  }

  #derive(): WallState<W> {
    const { wall } = this.#facts;
    return stateOf(this.#facts, wall ? this.possible(wall) : []);
  }
}
