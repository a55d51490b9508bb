import type { PlannedStep } from '../billing/changes.js';
import type { Database } from '../storage/database.js';
import type { ActionRow } from '../storage/schema.js';
import type { Meters } from '../telemetry/meters.js';
import { spanned } from '../telemetry/spans.js';
import type { LedgerResponse, Place } from './decisions.js';
import { LedgerStore, type Decided, type Failure } from './ledger-store.js';

/** The ledger's rows, with a span around everything that is written and a count of what it came to. */
export class ObservedLedgerStore extends LedgerStore {
  readonly #meters: Pick<Meters, 'action'>;

  constructor(database: Database, now: () => Date, meters: Pick<Meters, 'action'>) {
    super(database, now);
    this.#meters = meters;
  }

  override open(place: Place, decision: Decided): Promise<ActionRow | undefined> {
    return spanned('fairwell.ledger.open', { 'fairwell.action': decision.action.type }, () =>
      super.open(place, decision),
    );
  }

  override takeOver(id: string, options?: { force?: boolean }): Promise<ActionRow | undefined> {
    return spanned('fairwell.ledger.take_over', {}, () => super.takeOver(id, options));
  }

  override reopen(entry: ActionRow): Promise<ActionRow | undefined> {
    return this.#spanned('reopen', entry, () => super.reopen(entry));
  }

  override writePlan(entry: ActionRow, steps: readonly PlannedStep[]): Promise<boolean> {
    return this.#spanned('write_plan', entry, () => super.writePlan(entry, steps));
  }

  override async release(entry: ActionRow, dueAt: Date): Promise<void> {
    await this.#spanned('release', entry, () => super.release(entry, dueAt));
    this.#count(entry, 'unknown');
  }

  override async apply(
    entry: ActionRow,
    steps: readonly PlannedStep[],
    response: LedgerResponse,
  ): Promise<boolean> {
    const isOurs = await this.#spanned('apply', entry, () => super.apply(entry, steps, response));
    if (isOurs) this.#count(entry, 'applied');
    return isOurs;
  }

  override async fail(
    entry: ActionRow,
    failure: Failure,
    steps: readonly PlannedStep[] | null,
  ): Promise<boolean> {
    const isOurs = await this.#spanned('fail', entry, () => super.fail(entry, failure, steps));
    if (isOurs) this.#count(entry, 'failed', failure);
    return isOurs;
  }

  #spanned<T>(name: string, { action }: ActionRow, work: () => Promise<T>): Promise<T> {
    return spanned(`fairwell.ledger.${name}`, { 'fairwell.action': action.type }, work);
  }

  /** A preview does nothing, and is not counted. */
  #count(
    { mode, preview, action: { type } }: ActionRow,
    outcome: 'applied' | 'failed' | 'unknown',
    { code }: Partial<Failure> = {},
  ): void {
    if (!preview) this.#meters.action({ mode, type, outcome, code });
  }
}
