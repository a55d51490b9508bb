import type { Flow, Mode, Segment } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { Transaction } from 'kysely';
import type { Database } from '../storage/database.js';
import type { FlowRow, Schema } from '../storage/schema.js';

/** A flow that customers can be shown, without its steps. */
export interface LiveFlow {
  id: string;
  version: number;
  segment: Segment | null;
  isPrimary: boolean;
}

/** Which flows customers are shown, and in which order their segments are asked. */
export class LiveFlows {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Pick<Database, 'query'>, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  /** The first to be asked first. */
  async list(mode: Mode): Promise<LiveFlow[]> {
    const rows = await this.#query
      .selectFrom('flows')
      .innerJoin('flow_versions', (join) =>
        join
          .onRef('flow_versions.mode', '=', 'flows.mode')
          .onRef('flow_versions.flow_id', '=', 'flows.id')
          .onRef('flow_versions.version', '=', 'flows.live_version'),
      )
      .select(['flows.id', 'version', 'segment', 'is_primary'])
      .where('flows.mode', '=', mode)
      .where('archived_at', 'is', null)
      .orderBy('position')
      .orderBy('flows.id')
      .execute();
    return rows.map(({ is_primary, ...row }) => ({ ...row, isPrimary: is_primary }));
  }

  async steps(mode: Mode, { id, version }: Pick<LiveFlow, 'id' | 'version'>): Promise<Flow> {
    const { flow } = await this.#query
      .selectFrom('flow_versions')
      .select('flow')
      .where('mode', '=', mode)
      .where('flow_id', '=', id)
      .where('version', '=', version)
      .executeTakeFirstOrThrow();
    return flow;
  }

  /** @throws {FairwellError} `invalid_request` if the ids are not those of all flows that are not archived. */
  async order(mode: Mode, ids: readonly string[]): Promise<void> {
    await this.#query.transaction().execute(async (transaction) => {
      const open = (await lockAll(transaction, mode)).filter(({ archived_at }) => !archived_at);
      const wrong =
        ids.find((id, index) => ids.indexOf(id) !== index || !open.some((row) => row.id === id)) ??
        open.find(({ id }) => !ids.includes(id))?.id;
      if (wrong !== undefined)
        throw new FairwellError(
          'invalid_request',
          `ids must name every flow once that is not archived; look at "${wrong}"`,
          { field: 'ids' },
        );
      for (const [position, id] of ids.entries())
        await this.#set(transaction, mode, id, { position });
    });
  }

  /**
   * @param id Null for none.
   * @throws {FairwellError} `conflict` if customers could not be shown it.
   */
  async setPrimary(mode: Mode, id: string | null): Promise<void> {
    await this.#query.transaction().execute(async (transaction) => {
      const rows = await lockAll(transaction, mode);
      const chosen = id === null ? undefined : findIn(rows, id);
      if (chosen && (chosen.archived_at || chosen.live_version === null))
        throw new FairwellError('conflict', 'Only a published flow can be the primary one', {
          field: 'id',
        });
      const former = rows.find(({ is_primary }) => is_primary);
      if (former) await this.#set(transaction, mode, former.id, { is_primary: false });
      if (chosen) await this.#set(transaction, mode, chosen.id, { is_primary: true });
    });
  }

  /** @throws {FairwellError} `conflict` for the primary flow. */
  async setArchived(mode: Mode, id: string, archived: boolean): Promise<void> {
    await this.#query.transaction().execute(async (transaction) => {
      const row = findIn(await lockAll(transaction, mode), id);
      if (archived && row.is_primary)
        throw new FairwellError('conflict', 'Make another flow the primary one first', {
          field: 'id',
        });
      if (archived !== (row.archived_at !== null))
        await this.#set(transaction, mode, id, { archived_at: archived ? this.#now() : null });
    });
  }

  async #set(
    transaction: Transaction<Schema>,
    mode: Mode,
    id: string,
    change: Partial<Pick<FlowRow, 'position' | 'is_primary' | 'archived_at'>>,
  ): Promise<void> {
    await transaction
      .updateTable('flows')
      .set({ ...change, updated_at: this.#now() })
      .where('mode', '=', mode)
      .where('id', '=', id)
      .execute();
  }
}

type Standing = Pick<FlowRow, 'id' | 'is_primary' | 'live_version' | 'archived_at'>;

/** In one order, so that two of them never wait for each other. */
async function lockAll(transaction: Transaction<Schema>, mode: Mode): Promise<Standing[]> {
  return transaction
    .selectFrom('flows')
    .select(['id', 'is_primary', 'live_version', 'archived_at'])
    .where('mode', '=', mode)
    .orderBy('id')
    .forUpdate()
    .execute();
}

function findIn(rows: readonly Standing[], id: string): Standing {
  const row = rows.find((each) => each.id === id);
  if (!row) throw new FairwellError('not_found', `There is no flow "${id}"`, { field: 'id' });
  return row;
}
