import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { smtpMailer } from '../src/mail/mailer.js';
import { verificationsOf } from './support/verification.js';
import { useWorld } from './support/world.js';

const world = useWorld();
let server: SMTPServer | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(resolve) : resolve())));

interface Received {
  from: string | false;
  to: string[];
  content: string;
}

/** A mail server that keeps what it is given, or refuses everybody. */
async function startMailServer({ refuses = false } = {}) {
  const received: Received[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, done) {
      done(refuses ? new Error(`No mail for ${address.address}`) : null);
    },
    onData(stream, { envelope }, done) {
      let content = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => (content += chunk));
      stream.on('end', () => {
        received.push({
          from: envelope.mailFrom && envelope.mailFrom.address,
          to: envelope.rcptTo.map(({ address }) => address),
          content,
        });
        done(null);
      });
    },
  });
  server = smtp;
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  return { received, smtpUrl: `smtp://127.0.0.1:${port}`, from: 'Example <help@example.com>' };
}

describe('mail over SMTP', () => {
  it('arrives as plain text from the sender that is set', async () => {
    const { received, ...options } = await startMailServer();
    const mailer = smtpMailer(options);
    await mailer.send({ to: 'robin@example.com', subject: 'Grüße', text: 'Hello\n' });
    mailer.close();
    expect(received).toMatchObject([{ from: 'help@example.com', to: ['robin@example.com'] }]);
    const content = received[0]?.content ?? '';
    expect(content).toContain('From: Example <help@example.com>');
    expect(content).toContain('Content-Type: text/plain');
    expect(content).toContain('Hello');
    expect(content).not.toMatch(/multipart|html/i);
  });

  it('goes to one address, whatever stands in it', async () => {
    const { received, ...options } = await startMailServer();
    const mailer = smtpMailer(options);
    const odd = ['a@example.com, b@example.com', 'a@example.com\r\nBcc: b@example.com'];
    for (const to of odd)
      await mailer.send({ to, subject: 'One', text: 'One' }).catch(() => undefined);
    mailer.close();
    for (const { to } of received) expect(to).not.toContain('b@example.com');
  });

  it('brings the code, and nothing of it to the mailbox of development', async () => {
    const { received, smtpUrl, from } = await startMailServer();
    const service = await world.serve({ mail: { smtpUrl, from }, development: true });
    const { request, enter } = verificationsOf(service);
    const { body } = await request('robin@example.com');
    await expect.poll(() => received.length).toBe(1);
    const code = /verification code is (\d{6})/.exec(received[0]?.content ?? '')?.[1] ?? '';
    expect((await enter(body.id, code)).status).toBe(200);
    expect((await service.send('GET', '/dev/mailbox', {})).status).toBe(404);
  });

  it('that is refused is not told to whoever asked', async () => {
    const { smtpUrl, from } = await startMailServer({ refuses: true });
    const service = await world.serve({ mail: { smtpUrl, from } });
    const { request, enter } = verificationsOf(service);
    const { status, body } = await request('robin@example.com');
    expect(status).toBe(201);
    expect((await enter(body.id, '000000')).error.code).toBe('code_invalid');
  });
});
