import type { Mail } from '../mail/mailer.js';

export const defaultSubject = 'Your verification code';

/** @param minutes For how long the code holds. */
export function codeMail(to: string, code: string, minutes: number, subject: string): Mail {
  return {
    to,
    subject,
    text: `Hello,

your verification code is ${code}

Enter it on the page where you asked for it. It works once, within ${minutes} minutes.

If you did not ask for a code, there is nothing you need to do: without it nothing changes.
`,
  };
}
