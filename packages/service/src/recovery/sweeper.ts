import type { Ledger } from '../ledger/ledger.js';
import type { SessionStore } from '../sessions/session-store.js';

/** Milliseconds between two looks. */
const interval = 15_000;

export interface SweeperOptions {
  ledger: Pick<Ledger, 'recover'>;
  sessions: Pick<SessionStore, 'closeOverdue'>;
  log: { error(details: object, message: string): void };
  now: () => Date;
}

/** Looks after what nobody else is at work on: pending actions, and sessions that were left open. */
export class Sweeper {
  readonly #options: SweeperOptions;
  readonly #stop = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #underway: Promise<unknown> | undefined;

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  /** @param all Take on every pending action, as nobody else can be at work on any. */
  start(all: boolean): void {
    this.#sweep(all);
    this.#timer = setInterval(() => {
      this.#sweep(false);
    }, interval).unref();
  }

  /** Takes on nothing more. Resolves once what is in progress is finished. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.#stop.abort();
    await this.#underway;
  }

  /** One at a time: a slow one is not overtaken. */
  #sweep(all: boolean): void {
    const { ledger, sessions, log, now } = this.#options;
    const { signal } = this.#stop;
    this.#underway ??= Promise.all([
      ledger.recover({ all, signal }).catch((err: unknown) => {
        log.error({ err }, 'pending actions could not be read');
      }),
      sessions.closeOverdue(now(), signal).catch((err: unknown) => {
        log.error({ err }, 'sessions that were left open could not be closed');
      }),
    ]).finally(() => (this.#underway = undefined));
  }
}
