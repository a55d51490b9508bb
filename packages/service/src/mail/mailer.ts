import { createTransport } from 'nodemailer';

/** One mail, in plain text. */
export interface Mail {
  /** An address without a name. */
  to: string;
  subject: string;
  text: string;
}

export interface Mailer {
  /** Resolves once somebody has taken the mail on. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

export interface MailOptions {
  /** For example `smtps://user:password@smtp.example.com`. */
  smtpUrl: string;
  /** The sender: an address, or `Name <address>`. */
  from: string;
}

/** How long the server may be silent, in milliseconds. */
const patience = 15_000;

export function smtpMailer({ smtpUrl, from }: MailOptions): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // Nothing is read from files or fetched for a mail.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ to, ...mail }) {
      // As an object an address is not taken apart, whatever stands in it.
      await transport.sendMail({ ...mail, from, to: { name: '', address: to } });
    },
    close: () => {
      transport.close();
    },
  };
}
