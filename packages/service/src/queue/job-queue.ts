import type { Meters } from '../telemetry/meters.js';
import { spannedCall } from '../telemetry/spans.js';
import { pauseAfter } from './back-off.js';
import type { JobStore } from './job-store.js';
import {
  AttemptFailed,
  isDelivery,
  type AttemptResult,
  type Job,
  type JobKind,
  type JobOf,
} from './jobs.js';

/** Does a job, or throws. May be called again for one that was done, after a crash. */
export type Handler<K extends JobKind> = (job: JobOf<K>) => Promise<AttemptResult | void>;
export type Handlers = { [K in JobKind]: Handler<K> };

interface Logger {
  info(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface JobQueueOptions {
  store: JobStore;
  handlers: Handlers;
  log: Logger;
  meters: Pick<Meters, 'delivery' | 'session'>;
  now: () => Date;
  /** From 0 to below 1. */
  random: () => number;
}

/** How many jobs one process does at a time. */
const maxWorkers = 5;

/** Milliseconds between two looks for what is due. */
const lookInterval = 1_000;

/** How long settled jobs are kept, and how often the old ones are looked for, in milliseconds. */
const keptFor = 30 * 24 * 60 * 60 * 1000;
const pruneInterval = 60 * 60 * 1000;

/** Longest error that is kept of an attempt. */
const maxError = 500;

function run<K extends JobKind>(
  handlers: Handlers,
  kind: K,
  job: JobOf<K>,
): ReturnType<Handler<K>> {
  return handlers[kind](job);
}

/**
 * Does what is to be done after the answer. Jobs are in the database, so none is lost with a
 * process; several processes share them, and each attempt is one process's alone.
 */
export class JobQueue {
  readonly #options: JobQueueOptions;
  readonly #workers = new Set<Promise<void>>();
  #timers: NodeJS.Timeout[] = [];
  #isClosing = false;

  constructor(options: JobQueueOptions) {
    this.#options = options;
  }

  /** Looks for what is due from now on. */
  start(): void {
    this.#timers = [
      setInterval(() => {
        this.#hire();
      }, lookInterval).unref(),
      setInterval(() => {
        this.#prune();
      }, pruneInterval).unref(),
    ];
  }

  /** Does everything that is due, and resolves when nothing is left. */
  async work(): Promise<void> {
    this.#hire();
    while (this.#workers.size > 0) await Promise.all(this.#workers);
  }

  /** Takes on nothing more. Resolves once what is in progress is finished. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#timers.forEach((timer) => {
      clearInterval(timer);
    });
    await Promise.all(this.#workers);
  }

  #hire(): void {
    if (this.#isClosing || this.#workers.size >= maxWorkers) return;
    const worker = this.#workUntilIdle()
      .catch((err: unknown) => {
        this.#options.log.error({ err }, 'jobs could not be read');
      })
      .finally(() => this.#workers.delete(worker));
    this.#workers.add(worker);
  }

  async #workUntilIdle(): Promise<void> {
    while (!this.#isClosing) {
      const job = await this.#options.store.claim();
      if (!job) return;
      // Where there is one there may be more.
      this.#hire();
      await this.#attempt(job);
    }
  }

  async #attempt(job: Job): Promise<void> {
    const { store, handlers, log, meters } = this.#options;
    const { id, kind, mode, attempts } = job;
    if (job.kind === 'session' && attempts === 1) meters.session({ mode, result: job.data.result });
    try {
      const result = await spannedCall(
        `fairwell.job.${kind}`,
        { 'fairwell.mode': mode },
        async () => run(handlers, job.kind, job),
      );
      await store.settle(job, { status: result?.status, error: undefined }, 'done');
      if (isDelivery(kind)) meters.delivery({ mode, kind, outcome: 'done' });
      log.info({ job: id, kind, attempts }, 'job done');
    } catch (error) {
      await this.#failed(job, error);
    }
  }

  async #failed(job: Job, error: unknown): Promise<void> {
    const { store, log, meters, now, random } = this.#options;
    const { id, kind, mode, attempts, forgiven } = job;
    const message = error instanceof Error ? error.message : String(error);
    const failure = error instanceof AttemptFailed ? error : undefined;
    const pause = failure?.isFinal ? undefined : pauseAfter(attempts - forgiven, random());
    const next = pause === undefined ? 'dead' : new Date(now().getTime() + pause);
    await store.settle(job, { status: failure?.status, error: message.slice(0, maxError) }, next);
    if (isDelivery(kind))
      meters.delivery({ mode, kind, outcome: next === 'dead' ? 'dead' : 'failed' });
    const details = {
      job: id,
      kind,
      attempts,
      ...(failure ? { failure: message } : { err: error }),
    };
    if (next === 'dead') log.error(details, 'job given up');
    else log.info(details, 'job failed; it is tried again');
  }

  #prune(): void {
    const { store, log, now } = this.#options;
    store.prune(new Date(now().getTime() - keptFor)).catch((err: unknown) => {
      log.error({ err }, 'old jobs could not be removed');
    });
  }
}
