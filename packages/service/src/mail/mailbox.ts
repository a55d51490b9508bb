import type { Mail, Mailer } from './mailer.js';

export interface CapturedMail extends Mail {
  /** ISO 8601 UTC. */
  sentAt: string;
}

/** Beyond this the oldest go. */
const maxKept = 100;

/** Takes the place of a mail server in development: what is sent is kept, and goes nowhere. */
export class Mailbox implements Mailer {
  readonly #mails: CapturedMail[] = [];
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** The latest first. */
  get mails(): readonly CapturedMail[] {
    return this.#mails;
  }

  async send(mail: Mail): Promise<void> {
    this.#mails.unshift({ ...mail, sentAt: this.#now().toISOString() });
    this.#mails.length = Math.min(this.#mails.length, maxKept);
  }

  close(): void {
    this.#mails.length = 0;
  }
}
