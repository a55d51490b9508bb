import type { Customer, SessionResult, WebhookSession } from '@fairwell/contract';
import type { JobMap } from '../queue/jobs.js';
import { alertText } from './alert-text.js';

export interface SlackOptions {
  /** Of an incoming webhook. */
  url: string;
  /** The results that are told; all of them when absent. */
  results?: readonly SessionResult[] | undefined;
}

/** Who of the team hears of a session that has come to its result. */
export interface AlertOptions {
  /** Addresses that are mailed about cancellations and accepted offers. Needs `mail`. */
  mailTo?: readonly string[] | undefined;
  slack?: SlackOptions | undefined;
}

/** An alert to be sent, and a name to tell it apart from others about the same session. */
export type Alert = { name: string } & {
  [K in 'mail' | 'slack']: { kind: K; data: JobMap[K] };
}['mail' | 'slack'];

/** What Slack reads as markup: https://docs.slack.dev/messaging/formatting-message-text#escaping */
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export function escapeForSlack(text: string): string {
  return text.replace(/[&<>]/g, (character) => escapes[character] ?? character);
}

export class Alerts {
  readonly #mailTo: readonly string[];
  readonly #slack: SlackOptions | undefined;

  constructor({ mailTo = [], slack }: AlertOptions) {
    this.#mailTo = mailTo;
    this.#slack = slack;
  }

  /** Whether anybody is told of such a result. */
  wants(result: SessionResult): boolean {
    return this.#mails(result).length > 0 || this.#toSlack(result);
  }

  about(session: WebhookSession, customer: Customer): Alert[] {
    const { subject, lines } = alertText(session, customer);
    const text = [subject, '', ...lines, ''].join('\n');
    const alerts: Alert[] = this.#mails(session.result).map((to) => ({
      name: `mail ${to}`,
      kind: 'mail',
      data: { to, subject, text },
    }));
    if (this.#toSlack(session.result))
      alerts.push({
        name: 'slack',
        kind: 'slack',
        data: { text: escapeForSlack([subject, ...lines].join('\n')) },
      });
    return alerts;
  }

  #mails(result: SessionResult): readonly string[] {
    return result === 'abort' ? [] : this.#mailTo;
  }

  #toSlack(result: SessionResult): boolean {
    if (!this.#slack) return false;
    return this.#slack.results?.includes(result) ?? true;
  }
}
