import type { Mode } from '@fairwell/contract';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../storage/database.js';
import type { JobAttemptRow, JobState, Schema } from '../storage/schema.js';
import type { QueueDepth } from '../telemetry/meters.js';
import type { Job, JobKind, NewJob } from './jobs.js';

/** Longer than everything that one attempt does, in milliseconds. */
const lease = 120_000;

/** What one attempt came to. */
export interface Attempt {
  status: number | undefined;
  /** Undefined where it worked. */
  error: string | undefined;
}

export interface JobFilter {
  mode: Mode;
  state?: JobState | undefined;
  kinds: readonly JobKind[];
}

/** A job and everything that was tried. */
export interface JobWithAttempts {
  job: Job;
  attempts: JobAttemptRow[];
}

/**
 * Writes jobs down; one whose id is known is passed over.
 * @param query The transaction of what they follow from.
 */
export async function addJobs(
  query: Kysely<Schema>,
  jobs: readonly NewJob[],
  at: Date,
): Promise<void> {
  if (jobs.length === 0) return;
  await query
    .insertInto('jobs')
    .values(
      jobs.map((job) => ({
        ...job,
        data: JSON.stringify(job.data),
        state: 'pending' as const,
        due_at: at,
        created_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The rows of the queue. Each method is one statement or one transaction. */
export class JobStore {
  readonly #query: Database['query'];
  readonly #now: () => Date;

  constructor({ query }: Pick<Database, 'query'>, now: () => Date) {
    this.#query = query;
    this.#now = now;
  }

  async add(jobs: readonly NewJob[]): Promise<void> {
    await addJobs(this.#query, jobs, this.#now());
  }

  /** Takes on the job that has been due for longest and that nobody is at work on. */
  async claim(): Promise<Job | undefined> {
    const now = this.#now();
    const row = await this.#query
      // Processes pass over what another has just taken, in place of waiting for it.
      .with('next', (query) =>
        query
          .selectFrom('jobs')
          .select('id')
          .where('state', '=', 'pending')
          .where('due_at', '<=', now)
          .where((where) =>
            where.or([where('lease_until', 'is', null), where('lease_until', '<=', now)]),
          )
          .orderBy('due_at')
          .limit(1)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('jobs')
      .from('next')
      .whereRef('jobs.id', '=', 'next.id')
      .set({ attempts: sql`attempts + 1`, lease_until: new Date(now.getTime() + lease) })
      .returningAll('jobs')
      .executeTakeFirst();
    return row as Job | undefined;
  }

  /**
   * Writes down what an attempt came to. Does nothing if somebody else took the job on meanwhile.
   * @param next When to try again; a state where that is over.
   */
  async settle(
    { id, attempts }: Job,
    { status, error }: Attempt,
    next: Date | Exclude<JobState, 'pending'>,
  ): Promise<void> {
    const now = this.#now();
    await this.#query.transaction().execute(async (transaction) => {
      const { numUpdatedRows } = await transaction
        .updateTable('jobs')
        .set({
          lease_until: null,
          ...(next instanceof Date ? { due_at: next } : { state: next, settled_at: now }),
        })
        .where('id', '=', id)
        .where('state', '=', 'pending')
        .where('attempts', '=', attempts)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return;
      await transaction
        .insertInto('job_attempts')
        .values({
          job_id: id,
          attempt: attempts,
          at: now,
          status: status ?? null,
          error: error ?? null,
        })
        .execute();
    });
  }

  /** What waits, and what was given up. */
  async depth(): Promise<QueueDepth[]> {
    const rows = await this.#query
      .selectFrom('jobs')
      .select(['kind', 'state', ({ fn }) => fn.countAll<string>().as('count')])
      .where('state', 'in', ['pending', 'dead'])
      .groupBy(['kind', 'state'])
      .execute();
    return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }) as QueueDepth);
  }

  /** When the provider last told of something about a customer. */
  async lastTold(mode: Mode, customerId: string): Promise<Date | undefined> {
    const row = await this.#query
      .selectFrom('jobs')
      .select('created_at')
      .where('mode', '=', mode)
      .where('customer_id', '=', customerId)
      .where('kind', '=', 'providerEvent')
      .orderBy('created_at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.created_at;
  }

  /** The latest first. */
  async list({ mode, state, kinds }: JobFilter, limit: number): Promise<JobWithAttempts[]> {
    const jobs = await this.#query
      .selectFrom('jobs')
      .selectAll()
      .where('mode', '=', mode)
      .where('kind', 'in', kinds)
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'dead'))
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
    if (jobs.length === 0) return [];
    const ids = jobs.map(({ id }) => id);
    const attempts = await this.#query
      .selectFrom('job_attempts')
      .selectAll()
      .where('job_id', 'in', ids)
      .orderBy('attempt')
      .execute();
    return jobs.map((job) => ({
      job: job as Job,
      attempts: attempts.filter(({ job_id }) => job_id === job.id),
    }));
  }

  /**
   * Lets dead jobs of a mode begin anew.
   * @param id Only this one; without it all of them.
   * @returns how many there were.
   */
  async replay(mode: Mode, kinds: readonly JobKind[], id?: string): Promise<number> {
    const { numUpdatedRows } = await this.#query
      .updateTable('jobs')
      .set({
        state: 'pending',
        forgiven: sql`attempts`,
        due_at: this.#now(),
        lease_until: null,
        settled_at: null,
      })
      .where('mode', '=', mode)
      .where('kind', 'in', kinds)
      .where('state', '=', 'dead')
      .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
      .executeTakeFirst();
    return Number(numUpdatedRows);
  }

  /** Forgets what was settled before an instant. */
  async prune(before: Date): Promise<void> {
    await this.#query
      .deleteFrom('jobs')
      .where('created_at', '<', before)
      .where('state', '!=', 'pending')
      .execute();
  }
}
