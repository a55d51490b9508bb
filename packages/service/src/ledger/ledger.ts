import type { Action, ActionRequest, ActionResponse, Mode, Subscription } from '@fairwell/contract';
import { FairwellError, prospectsAfter } from '@fairwell/core';
import { sha256 } from '../auth/hash.js';
import type { ChangeRequest, PlannedChange } from '../billing/changes.js';
import { ProviderError } from '../billing/provider-error.js';
import type { BillingProvider } from '../billing/provider.js';
import { isServiceCode } from '../errors/service-code.js';
import type { ActionRow, SessionRow } from '../storage/schema.js';
import type { Failure, LedgerStore } from './ledger-store.js';
import { offeredFor } from './offered.js';
import { outcomeOf } from './outcome.js';

/** Works out, with the provider's state as it is now, what a decision asks for, or refuses it. */
export type Planner = (
  session: SessionRow,
  action: Action,
  provider: BillingProvider,
) => Promise<PlannedChange[]>;

interface Logger {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface LedgerOptions {
  store: LedgerStore;
  /** Undefined for a mode that is not configured. */
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
  plan: Planner;
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

function inFlight(): FairwellError {
  return new FairwellError('action_in_flight', 'An action of this customer is being carried out');
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
  readonly #running = new Map<string, { hash: string; done: Promise<ActionResponse> }>();

  constructor(options: LedgerOptions) {
    this.#options = options;
  }

  /**
   * Carries out what a customer decided.
   * @throws {FairwellError} if it cannot be, or if it is not known whether it was.
   */
  accept(session: SessionRow, { key, action }: ActionRequest): Promise<ActionResponse> {
    const hash = sha256(canonical(action));
    const running = this.#running.get(`${session.id}/${key}`);
    if (running && running.hash === hash) return running.done;
    if (running) return Promise.reject(this.#keyReused());
    return this.#track(session.id, key, hash, () => this.#accept(session, key, hash, action));
  }

  /** Takes on what nobody is at work on; with `all`, everything that is pending. */
  async recover({ all = false } = {}): Promise<void> {
    const { store, log, now } = this.#options;
    for (const { id, session_id, key, hash } of await store.due(all)) {
      if (this.#running.has(`${session_id}/${key}`)) continue;
      const entry = await store.takeOver(id, { force: all });
      if (!entry) continue;
      const isOld = now().getTime() - entry.created_at.getTime() > lastTry;
      const settle = (): Promise<ActionResponse> =>
        isOld ? this.#lookUp(entry) : this.#carryOut(entry);
      try {
        await this.#track(session_id, key, hash, settle);
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

  #track(
    sessionId: string,
    key: string,
    hash: string,
    work: () => Promise<ActionResponse>,
  ): Promise<ActionResponse> {
    const name = `${sessionId}/${key}`;
    const done = work().finally(() => this.#running.delete(name));
    this.#running.set(name, { hash, done });
    return done;
  }

  async #accept(
    session: SessionRow,
    key: string,
    hash: string,
    action: Action,
  ): Promise<ActionResponse> {
    const { store, now } = this.#options;
    const known = await store.find(session.id, key);
    if (known) return this.#again(known, hash);
    offeredFor(action, session.flow, now());
    const entry =
      (await store.open(session, { key, hash, action })) ??
      ((await this.#makeWay(session)) && (await store.open(session, { key, hash, action })));
    if (entry) return this.#carryOut(entry);
    // Somebody else was faster, perhaps with this very key.
    const theirs = await store.find(session.id, key);
    if (theirs) return this.#again(theirs, hash);
    throw inFlight();
  }

  /** The answer to a key that was seen before. */
  async #again(entry: ActionRow, hash: string): Promise<ActionResponse> {
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
  async #makeWay(lane: SessionRow): Promise<boolean> {
    const { store } = this.#options;
    const pending = await store.findPending(lane);
    if (!pending) return true;
    const mine = await store.takeOver(pending.id);
    if (!mine) return false;
    await this.#lookUp(mine).catch((error: unknown) => {
      if (error instanceof FairwellError && error.code === 'outcome_unknown') return;
      throw error;
    });
    return true;
  }

  async #carryOut(entry: ActionRow): Promise<ActionResponse> {
    const { store, plan } = this.#options;
    let changes = entry.changes;
    try {
      const provider = this.#providerOf(entry);
      const session = await store.session(entry.session_id);
      if (!changes) {
        changes = await plan(session, entry.action, provider);
        if (!(await store.writePlan(entry, changes))) throw inFlight();
      }
      for (const planned of changes) {
        const request = this.#requestFor(entry, planned);
        const found = entry.attempts > 1 ? await provider.findApplied(request) : null;
        planned.result = found ?? (await this.#make(provider, request));
      }
      return await this.#finish(entry, session, changes);
    } catch (error) {
      return await this.#giveUp(entry, changes, error);
    }
  }

  async #make(provider: BillingProvider, request: ChangeRequest): Promise<Subscription> {
    try {
      return await provider.apply(request);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.effect === 'none') throw error;
      const found = await provider.findApplied(request).catch(() => undefined);
      if (found) return found;
      const isCertain = found === null && error.effect === 'readable';
      throw isCertain ? new ProviderError(error.code, error.message, 'none') : error;
    }
  }

  async #finish(
    entry: ActionRow,
    { flow }: SessionRow,
    changes: readonly PlannedChange[],
  ): Promise<ActionResponse> {
    const { store } = this.#options;
    const subscriptions = changes.flatMap(({ result }) => result ?? []);
    const outcome = outcomeOf(entry.action, subscriptions, flow);
    const response: ActionResponse = { outcome, subscriptions };
    if (await store.apply(entry, changes, response)) return response;
    const settled = await store.find(entry.session_id, entry.key);
    if (settled?.response) return settled.response;
    throw inFlight();
  }

  /** Writes a failure down if it is one for certain; whatever is not stays pending. */
  async #giveUp(
    entry: ActionRow,
    changes: readonly PlannedChange[] | null,
    error: unknown,
  ): Promise<never> {
    const { store, now } = this.#options;
    const failure = certainFailure(error);
    if (failure) {
      const isOurs = await store.fail(entry, failure, changes);
      if (!isOurs) throw inFlight();
    } else await store.release(entry, new Date(now().getTime() + backOff(entry.attempts)));
    throw error;
  }

  /** Settles an entry by what the provider's state shows, without sending anything. */
  async #lookUp(entry: ActionRow): Promise<ActionResponse> {
    const { store, now } = this.#options;
    const provider = this.#providerOf(entry);
    const changes = entry.changes ?? [];
    try {
      for (const planned of changes) {
        const found = await provider.findApplied(this.#requestFor(entry, planned));
        if (found) planned.result = found;
      }
    } catch (error) {
      await store.release(entry, now());
      throw error;
    }
    if (entry.changes && changes.every(({ result }) => result))
      return this.#finish(entry, await store.session(entry.session_id), changes);
    return this.#giveUp(
      entry,
      changes,
      new FairwellError('outcome_unknown', 'It did not become known whether this was done'),
    );
  }

  #providerOf({ mode, preview }: ActionRow): BillingProvider {
    const provider = this.#options.providerFor(mode, preview);
    if (provider) return provider;
    throw new ProviderError('provider_unavailable', `No provider for the mode "${mode}"`, 'open');
  }

  #requestFor(
    { id, generation, customer_id }: ActionRow,
    { subscriptionId, change }: PlannedChange,
  ): ChangeRequest {
    return {
      customerId: customer_id,
      subscriptionId,
      change,
      reference: id,
      key: `${id}-${generation}-${subscriptionId}`,
    };
  }
}
