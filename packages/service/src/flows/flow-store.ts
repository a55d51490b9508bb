import type { FlowDraft, FlowSummary, Mode, PublishedFlow, StoredFlow } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { Transaction } from 'kysely';
import type { Database } from '../storage/database.js';
import type { FlowRow, FlowVersionRow, Schema } from '../storage/schema.js';
import { flowToPublish, nameOf, withoutNumber } from './publishable.js';

type Query = Database['query'] | Transaction<Schema>;

function unknownFlow(id: string): FairwellError {
  return new FairwellError('not_found', `There is no flow "${id}"`, { field: 'id' });
}

function conflict(message: string, field: string): FairwellError {
  return new FairwellError('conflict', message, { field });
}

function toSummary(row: FlowRow): FlowSummary {
  return {
    id: row.id,
    name: nameOf(row.draft.flow) ?? row.id,
    primary: row.is_primary,
    liveVersion: row.live_version,
    revision: row.revision,
    unpublished: row.unpublished,
    archivedAt: row.archived_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function toStored(row: FlowRow): StoredFlow {
  return { ...toSummary(row), draft: row.draft };
}

function toPublished(row: FlowVersionRow, live: number | null): PublishedFlow {
  const { version, flow, segment, published_at } = row;
  return {
    version,
    name: flow.name ?? flow.id,
    live: version === live,
    publishedAt: published_at.toISOString(),
    flow,
    segment,
  };
}

export type Imported = 'created' | 'changed' | 'unchanged';

/** Drafts and what was published of them. Every change of a draft says which revision it is of. */
export class FlowStore {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Pick<Database, 'query'>, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  /** In the order in which their segments are asked. */
  async list(mode: Mode, archived: boolean): Promise<StoredFlow[]> {
    const rows = await this.#query
      .selectFrom('flows')
      .selectAll()
      .where('mode', '=', mode)
      .where('archived_at', archived ? 'is not' : 'is', null)
      .orderBy('position')
      .orderBy('id')
      .execute();
    return rows.map(toStored);
  }

  /** @throws {FairwellError} `not_found`. */
  async get(mode: Mode, id: string): Promise<StoredFlow> {
    return toStored(await find(this.#query, mode, id));
  }

  /** @throws {FairwellError} `conflict` if the id is taken. */
  async create(mode: Mode, id: string, draft: FlowDraft): Promise<StoredFlow> {
    const row = await insert(this.#query, mode, id, draft, this.#now());
    if (!row) throw conflict(`There is a flow "${id}" already`, 'id');
    return toStored(row);
  }

  async updateDraft(
    mode: Mode,
    id: string,
    draft: FlowDraft,
    revision: number,
  ): Promise<StoredFlow> {
    return this.#change(mode, id, revision, (transaction, row) =>
      update(transaction, row, { draft: JSON.stringify(draft), unpublished: true }, this.#now()),
    );
  }

  /**
   * Shows the draft to customers, under the next number.
   * @throws {FairwellError} `invalid_flow`, with the place in the draft.
   */
  async publish(mode: Mode, id: string, revision: number): Promise<PublishedFlow> {
    return this.#query.transaction().execute(async (transaction) => {
      const row = await lock(transaction, mode, id, revision);
      const latest = await latestVersion(transaction, mode, id);
      const version = latest + 1;
      const at = this.#now();
      const published = await transaction
        .insertInto('flow_versions')
        .values({
          mode,
          flow_id: id,
          version,
          flow: JSON.stringify(flowToPublish(row.draft.flow, id, version)),
          segment: row.draft.segment && JSON.stringify(row.draft.segment),
          published_at: at,
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      await update(transaction, row, { live_version: version, unpublished: false }, at);
      return toPublished(published, version);
    });
  }

  /** The latest first. */
  async versions(mode: Mode, id: string): Promise<PublishedFlow[]> {
    const { live_version } = await find(this.#query, mode, id);
    const rows = await this.#query
      .selectFrom('flow_versions')
      .selectAll()
      .where('mode', '=', mode)
      .where('flow_id', '=', id)
      .orderBy('version', 'desc')
      .execute();
    return rows.map((row) => toPublished(row, live_version));
  }

  /** @throws {FairwellError} `not_found`. */
  async version(mode: Mode, id: string, version: number): Promise<PublishedFlow> {
    const { live_version } = await find(this.#query, mode, id);
    return toPublished(await findVersion(this.#query, mode, id, version), live_version);
  }

  /** Makes a version the draft. */
  async restore(mode: Mode, id: string, version: number, revision: number): Promise<StoredFlow> {
    return this.#change(mode, id, revision, async (transaction, row) => {
      const { flow, segment } = await findVersion(transaction, mode, id, version);
      const draft = JSON.stringify({ flow: withoutNumber(flow), segment });
      const unpublished = version !== row.live_version;
      return update(transaction, row, { draft, unpublished }, this.#now());
    });
  }

  /** Puts drafts in place of those that are there, all of them or none. Says of each what became of it. */
  async import(mode: Mode, drafts: ReadonlyMap<string, FlowDraft>): Promise<Map<string, Imported>> {
    const done = new Map<string, Imported>();
    // In one order, so that two imports never wait for each other.
    const inOrder = [...drafts].sort(([a], [b]) => (a < b ? -1 : 1));
    await this.#query.transaction().execute(async (transaction) => {
      for (const [id, draft] of inOrder)
        done.set(id, await this.#importOne(transaction, mode, id, draft));
    });
    return done;
  }

  async #importOne(
    transaction: Transaction<Schema>,
    mode: Mode,
    id: string,
    draft: FlowDraft,
  ): Promise<Imported> {
    const at = this.#now();
    if (await insert(transaction, mode, id, draft, at)) return 'created';
    const row = await lock(transaction, mode, id);
    const text = JSON.stringify(draft);
    if (JSON.stringify(row.draft) === text) return 'unchanged';
    await update(transaction, row, { draft: text, unpublished: true }, at);
    return 'changed';
  }

  async #change(
    mode: Mode,
    id: string,
    revision: number,
    work: (transaction: Transaction<Schema>, row: FlowRow) => Promise<FlowRow>,
  ): Promise<StoredFlow> {
    return this.#query
      .transaction()
      .execute(async (transaction) =>
        toStored(await work(transaction, await lock(transaction, mode, id, revision))),
      );
  }
}

async function find(query: Query, mode: Mode, id: string): Promise<FlowRow> {
  const row = await query
    .selectFrom('flows')
    .selectAll()
    .where('mode', '=', mode)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw unknownFlow(id);
  return row;
}

async function findVersion(
  query: Query,
  mode: Mode,
  id: string,
  version: number,
): Promise<FlowVersionRow> {
  const row = await query
    .selectFrom('flow_versions')
    .selectAll()
    .where('mode', '=', mode)
    .where('flow_id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row) return row;
  throw new FairwellError('not_found', `"${id}" has no version ${version}`, { field: 'version' });
}

async function latestVersion(query: Query, mode: Mode, id: string): Promise<number> {
  const { latest } = await query
    .selectFrom('flow_versions')
    .select(({ fn }) => fn.max<number | null>('version').as('latest'))
    .where('mode', '=', mode)
    .where('flow_id', '=', id)
    .executeTakeFirstOrThrow();
  return latest ?? 0;
}

/**
 * Keeps others from the flow until the transaction ends.
 * @throws {FairwellError} `conflict` if it is archived, or its draft is not of the revision given.
 */
async function lock(
  transaction: Transaction<Schema>,
  mode: Mode,
  id: string,
  revision?: number,
): Promise<FlowRow> {
  const row = await transaction
    .selectFrom('flows')
    .selectAll()
    .where('mode', '=', mode)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw unknownFlow(id);
  if (row.archived_at) throw conflict(`The flow "${id}" is archived`, 'id');
  if (revision !== undefined && row.revision !== revision)
    throw conflict(`The draft has been changed; it is at revision ${row.revision}`, 'revision');
  return row;
}

/** Undefined if the id is taken. */
async function insert(
  query: Query,
  mode: Mode,
  id: string,
  draft: FlowDraft,
  at: Date,
): Promise<FlowRow | undefined> {
  return query
    .insertInto('flows')
    .values((eb) => ({
      mode,
      id,
      draft: JSON.stringify(draft),
      revision: 1,
      unpublished: true,
      live_version: null,
      position: eb
        .selectFrom('flows')
        .select(eb(eb.fn.coalesce(eb.fn.max<number>('position'), eb.val(-1)), '+', 1).as('next'))
        .where('mode', '=', mode),
      archived_at: null,
      created_at: at,
      updated_at: at,
    }))
    .onConflict((on) => on.columns(['mode', 'id']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

type Change = Partial<Pick<FlowRow, 'unpublished' | 'live_version'> & { draft: string }>;

async function update(
  transaction: Transaction<Schema>,
  { mode, id, revision }: FlowRow,
  change: Change,
  at: Date,
): Promise<FlowRow> {
  return transaction
    .updateTable('flows')
    .set({ ...change, revision: revision + 1, updated_at: at })
    .where('mode', '=', mode)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
