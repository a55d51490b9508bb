import type { Mail } from '../mail/mailer.js';
import type { CodeMailText } from './code-mail-texts.js';

export interface CodeMail {
  to: string;
  code: string;
  /** For how long the code holds. */
  minutes: number;
}

export function codeMail({ to, code, minutes }: CodeMail, { subject, text }: CodeMailText): Mail {
  return {
    to,
    subject,
    text: text.replaceAll('{code}', code).replaceAll('{minutes}', String(minutes)),
  };
}
