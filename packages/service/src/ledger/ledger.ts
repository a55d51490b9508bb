import type { ActionRequest, ActionResponse, Mode, Subscription } from '@fairwell/contract';
import { FairwellError, prospectsAfter } from '@fairwell/core';
import { sha256 } from '../auth/hash.js';
import type { PlannedStep } from '../billing/changes.js';
import { ApprovalRequired, NeverMade, ProviderError } from '../billing/provider-error.js';
import type { BillingProvider } from '../billing/provider.js';
import { isServiceCode } from '../errors/service-code.js';
import type { ActionRow } from '../storage/schema.js';
import type { LedgerResponse, Place, WallAction } from './decisions.js';
import type { Decided, Failure, LedgerStore } from './ledger-store.js';
import { findMade, isDone, isSettled, make, resultsOf, revoke } from './steps.js';

/** A decision as the session or the wall knows it that it was made in. */
export interface Decision {
  /** Works out, with the provider's state as it is now, what it asks for, or refuses it. */
  plan(provider: BillingProvider): Promise<PlannedStep[]>;
  /** @param subscriptions What it changed, as that is now. */
  respond(subscriptions: readonly Subscription[]): LedgerResponse;
}

interface Logger {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

interface WallRequest {
  key: string;
  action: WallAction;
}

export interface LedgerOptions {
  store: LedgerStore;
  /** Undefined for a mode that is not configured. */
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
  decisionOf: (entry: ActionRow) => Promise<Decision>;
  log: Logger;
  now: () => Date;
}

/** Providers forget idempotency keys after a day: from then on an entry is only looked up, never sent. */
const lastTry = 20 * 60 * 60 * 1000;

/** Of an entry that stays unknown: the pause before the sweep looks again, in milliseconds. */
function backOff(attempts: number): number {
  return Math.min(5_000 * 2 ** Math.min(attempts, 10), 600_000);
}

/** The same text for the same action, in whatever order its fields came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** Tells what is running apart. */
function nameOf({ session_id, mode, customer_id }: Place, key: string): string {
  return JSON.stringify([session_id ?? [mode, customer_id], key]);
}

function inFlight(): FairwellError {
  return new FairwellError('action_in_flight', 'An action of this customer is being carried out');
}

/** What a decision that another takes the place of ends in. */
const superseded: ReadonlySet<string> = new Set(['outcome_unknown', 'partly_done']);

function partlyDone(steps: readonly PlannedStep[]): Failure {
  const done = `Done for ${steps.filter(isDone).length} of ${steps.length}`;
  const why = steps.flatMap(({ refused }) => refused?.message ?? []);
  return { code: 'partly_done', message: [done, ...why].join(': ') };
}

/** What to write down of an error after which the action is certainly not done; undefined for any other. */
function certainFailure(error: unknown): Failure | undefined {
  if (!(error instanceof FairwellError)) return undefined;
  if (error instanceof ProviderError && error.effect !== 'none') return undefined;
  const { code, message, field } = error;
  return isServiceCode(code) ? { code, message, field } : undefined;
}

/**
 * Carries decisions out so that each happens once, however often it is sent, by however many tabs,
 * and wherever the service is stopped in between.
 *
 * A decision is written down as pending before the provider hears of it, and as applied or failed
 * once that is certain. A customer has one pending entry at a time. An entry that nobody is at work
 * on (the process went away, the provider did not answer) is taken on again: what the provider's
 * state shows as made is not made again.
 */
export class Ledger {
  readonly #options: LedgerOptions;
  readonly #running = new Map<string, { hash: string; done: Promise<LedgerResponse> }>();

  constructor(options: LedgerOptions) {
    this.#options = options;
  }

  /**
   * Carries out what a customer decided.
   * @param check Refuses, by throwing, what is not to be written down at all.
   * @throws {FairwellError} if it cannot be, or if it is not known whether it was.
   */
  accept(place: Place, request: ActionRequest, check: () => Promise<void>): Promise<ActionResponse>;
  accept(place: Place, request: WallRequest): Promise<LedgerResponse>;
  accept(
    place: Place,
    { key, action }: ActionRequest | WallRequest,
    check = (): Promise<void> => Promise.resolve(),
  ): Promise<LedgerResponse> {
    const hash = sha256(canonical(action));
    const running = this.#running.get(nameOf(place, key));
    if (running && running.hash === hash) return running.done;
    if (running) return Promise.reject(this.#keyReused());
    return this.#track(nameOf(place, key), hash, () =>
      this.#accept(place, { key, hash, action }, check),
    );
  }

  /**
   * Takes on what nobody is at work on; with `all`, everything that is pending.
   * @param options.signal After which nothing more is taken on.
   */
  async recover({
    all = false,
    signal,
  }: { all?: boolean | undefined; signal?: AbortSignal | undefined } = {}): Promise<void> {
    const { store, log, now } = this.#options;
    for (const due of await store.due(all)) {
      if (signal?.aborted) return;
      const { id, key, hash } = due;
      if (this.#running.has(nameOf(due, key))) continue;
      const entry = await store.takeOver(id, { force: all });
      if (!entry) continue;
      const isOld = now().getTime() - entry.created_at.getTime() > lastTry;
      const settle = (): Promise<LedgerResponse> =>
        isOld ? this.#callBack(entry, { isOld }) : this.#carryOut(entry);
      try {
        await this.#track(nameOf(due, key), hash, settle);
        log.info({ action: id }, 'pending action carried out');
      } catch (error) {
        log.error({ action: id, err: error }, 'pending action not carried out');
      }
    }
  }

  /** Resolves once nothing is in progress. */
  async drain(): Promise<void> {
    while (this.#running.size > 0)
      await Promise.allSettled([...this.#running.values()].map(({ done }) => done));
  }

  #keyReused(): FairwellError {
    return new FairwellError('key_reused', 'This key was used for another action', {
      field: 'key',
    });
  }

  #track(name: string, hash: string, work: () => Promise<LedgerResponse>): Promise<LedgerResponse> {
    const done = work().finally(() => this.#running.delete(name));
    this.#running.set(name, { hash, done });
    return done;
  }

  async #accept(
    place: Place,
    decided: Decided,
    check: () => Promise<void>,
  ): Promise<LedgerResponse> {
    const { store } = this.#options;
    const { key, hash } = decided;
    const known = await store.find(place, key);
    if (known) return this.#again(known, hash);
    await check();
    const entry =
      (await store.open(place, decided)) ??
      ((await this.#makeWay(place)) && (await store.open(place, decided)));
    if (entry) return this.#carryOut(entry);
    // Somebody else was faster, perhaps with this very key.
    const theirs = await store.find(place, key);
    if (theirs) return this.#again(theirs, hash);
    throw inFlight();
  }

  /** The answer to a key that was seen before. */
  async #again(entry: ActionRow, hash: string): Promise<LedgerResponse> {
    const { store } = this.#options;
    if (entry.hash !== hash) throw this.#keyReused();
    if (entry.state === 'applied' && entry.response) return entry.response;
    if (entry.state === 'failed' && entry.error_code && prospectsAfter(entry.error_code).settled)
      throw new FairwellError(entry.error_code, entry.error_message ?? '', {
        field: entry.error_field ?? undefined,
      });
    const mine =
      entry.state === 'failed' ? await store.reopen(entry) : await store.takeOver(entry.id);
    if (!mine) throw inFlight();
    return this.#carryOut(mine);
  }

  /** Settles what is left over from an earlier decision of the customer, which a new one takes the place of. */
  async #makeWay(lane: Place): Promise<boolean> {
    const { store } = this.#options;
    const pending = await store.findPending(lane);
    if (!pending) return true;
    const mine = await store.takeOver(pending.id);
    if (!mine) return false;
    await this.#callBack(mine).catch((error: unknown) => {
      if (!(error instanceof FairwellError && superseded.has(error.code))) throw error;
    });
    return true;
  }

  async #carryOut(entry: ActionRow): Promise<LedgerResponse> {
    const { store, decisionOf } = this.#options;
    let steps = entry.changes;
    try {
      const provider = this.#providerOf(entry);
      const decision = await decisionOf(entry);
      if (!steps) {
        steps = await decision.plan(provider);
        if (!(await store.writePlan(entry, steps))) throw inFlight();
      }
      for (const step of steps) await this.#carryOutStep(step, steps, entry, provider);
      if (!steps.every(isDone)) {
        const { code, message } = partlyDone(steps);
        throw new FairwellError(code, message);
      }
      return await this.#finish(entry, decision, steps);
    } catch (error) {
      return await this.#giveUp(entry, steps, error);
    }
  }

  /** A step that is refused for certain fails the whole decision, unless others were made already. */
  async #carryOutStep(
    step: PlannedStep,
    steps: readonly PlannedStep[],
    entry: ActionRow,
    provider: BillingProvider,
  ): Promise<void> {
    if (isSettled(step)) return;
    try {
      const isMade = entry.attempts > 1 && (await findMade(step, entry, provider));
      if (!isMade) await make(step, entry, provider);
    } catch (error) {
      const failure = certainFailure(error);
      const isForGood =
        failure && (prospectsAfter(failure.code).settled || error instanceof NeverMade);
      if (!isForGood || !steps.some(isDone)) throw error;
      step.refused = { code: failure.code, message: failure.message };
    }
  }

  async #finish(
    entry: ActionRow,
    decision: Decision,
    steps: readonly PlannedStep[],
  ): Promise<LedgerResponse> {
    const { store } = this.#options;
    const response = decision.respond(resultsOf(steps));
    if (await store.apply(entry, steps, response)) return response;
    const settled = await store.find(entry, entry.key);
    if (settled?.response) return settled.response;
    throw inFlight();
  }

  /** Writes a failure down if it is one for certain; whatever is not, or is half done, stays pending. */
  async #giveUp(
    entry: ActionRow,
    steps: readonly PlannedStep[] | null,
    error: unknown,
  ): Promise<never> {
    const { store, now } = this.#options;
    const failure = certainFailure(error);
    const goesOn = steps?.some(isDone) && failure?.code !== 'partly_done';
    if (failure && !goesOn && (await this.#isOver(failure, error, entry, steps ?? []))) {
      await this.#fail(entry, steps, failure);
      throw error;
    }
    await store.release(entry, new Date(now().getTime() + backOff(entry.attempts)));
    throw failure && prospectsAfter(failure.code).settled
      ? new ProviderError('outcome_unknown', 'An earlier try may still be made', 'open')
      : error;
  }

  /** Can none of the earlier tries be made any more. What a key was answered with for good stays. */
  async #isOver(
    { code }: Failure,
    error: unknown,
    entry: ActionRow,
    steps: readonly PlannedStep[],
  ): Promise<boolean> {
    const isFirst = entry.attempts === entry.generation;
    if (isFirst || error instanceof ApprovalRequired || error instanceof NeverMade) return true;
    const provider = this.#providerOf(entry);
    for (const step of steps) {
      if (isSettled(step)) continue;
      const isOut = await revoke(step, entry, provider).catch(() => undefined);
      if (isOut === undefined || (!isOut && !prospectsAfter(code).settled)) return false;
    }
    return true;
  }

  async #fail(
    entry: ActionRow,
    steps: readonly PlannedStep[] | null,
    failure: Failure,
  ): Promise<void> {
    if (!(await this.#options.store.fail(entry, failure, steps))) throw inFlight();
  }

  /**
   * Settles an entry without carrying it out any further: what was made stays made, and what was not
   * is called back, so that it cannot be made after all.
   * @param isOld Nothing that was sent can still be on its way.
   */
  async #callBack(entry: ActionRow, { isOld = false } = {}): Promise<LedgerResponse> {
    const { store, now, decisionOf } = this.#options;
    const provider = this.#providerOf(entry);
    const steps = entry.changes ?? [];
    try {
      for (const step of steps) {
        if (isSettled(step) || (await findMade(step, entry, provider))) continue;
        const isOut = await revoke(step, entry, provider);
        // What was received may have been made since it was looked up.
        if (isOut || (await findMade(step, entry, provider)) || isOld) continue;
        throw new ProviderError('outcome_unknown', 'The provider is still at work on this', 'open');
      }
    } catch (error) {
      await store.release(entry, now());
      throw error;
    }
    if (entry.changes && steps.every(isDone))
      return this.#finish(entry, await decisionOf(entry), steps);
    const failure: Failure = steps.some(isDone)
      ? partlyDone(steps)
      : { code: 'outcome_unknown', message: 'This was called back before it was done' };
    await this.#fail(entry, steps, failure);
    throw new FairwellError(failure.code, failure.message);
  }

  #providerOf({ mode, preview }: ActionRow): BillingProvider {
    const provider = this.#options.providerFor(mode, preview);
    if (provider) return provider;
    throw new ProviderError('provider_unavailable', `No provider for the mode "${mode}"`, 'open');
  }
}
