import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { escapeForSlack } from '../src/alerts/alerts.js';
import type { CapturedMail } from '../src/mail/mailbox.js';
import { startReceiver, type Receiver } from './support/receiver.js';
import type { TestOptions, TestService } from './support/service.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const at = '2026-11-15T12:00:00.000Z';
let slack: Receiver;
beforeEach(async () => {
  slack = await startReceiver();
});
afterEach(() => {
  slack.close();
});

const serve = (alerts: TestOptions['alerts']): Promise<TestService> =>
  world.serve({ alerts, webhooks: { allowPrivate: true }, development: true });

async function mailsOf(service: TestService, count: number): Promise<CapturedMail[]> {
  return vi.waitFor(
    async () => {
      const { body } = await service.send<{ mails: CapturedMail[] }>('GET', '/dev/mailbox', {});
      expect(body.mails).toHaveLength(count);
      return body.mails;
    },
    { timeout: 20_000 },
  );
}

async function leave(service: TestService, text: string): Promise<void> {
  const session = await service.session('cus_monthly');
  await service.record(session, [
    { sequence: 0, event: { type: 'surveyAnswered', stepId: 'why', choiceId: 'unused', at } },
    { sequence: 1, event: { type: 'feedbackGiven', stepId: 'words', text, at } },
  ]);
  await service.act(session, cancel);
}

async function close(service: TestService): Promise<void> {
  const session = await service.session('cus_two');
  await service.record(session, [{ sequence: 0, event: { type: 'closed', at } }]);
}

describe('the team', () => {
  it('is mailed about cancellations and accepted offers, each at every address', async () => {
    const service = await serve({ mailTo: ['one@example.com', 'two@example.com'] });
    await close(service);
    await leave(service, 'Bye\r\nBcc: all@example.com');
    const mails = await mailsOf(service, 2);
    expect(mails.map(({ to }) => to).sort()).toEqual(['one@example.com', 'two@example.com']);
    expect(mails[0]).toMatchObject({ subject: 'Robin Vale cancelled' });
    expect(mails[0]?.text).toContain('Customer: Robin Vale, robin@example.com, cus_monthly\n');
    expect(mails[0]?.text).toContain('Reason: I do not use it\n');
    expect(mails[0]?.text).toContain('In their words: Bye Bcc: all@example.com\n');
    await service.act(await service.session('cus_two'), takeDiscount);
    const [last] = await mailsOf(service, 4);
    expect(last?.subject).toBe('two@example.com accepted a discount');
    expect(last?.text).toContain('Offer: SAVE30\n');
  });

  it('reads in Slack what it wants to, and what was written there commands nothing', async () => {
    const service = await serve({ slack: { url: slack.url, results: ['cancel'] } });
    await close(service);
    await leave(service, '<!channel> R&D <https://evil.example|click>');
    const [message] = await slack.until(1);
    const { text } = JSON.parse(message?.body ?? '') as { text: string };
    expect(text).toContain('Robin Vale cancelled\n');
    expect(text).toContain('&lt;!channel&gt; R&amp;D &lt;https://evil.example|click&gt;');
    expect(text).not.toContain('<');
    expect(slack.delivered).toHaveLength(1);
  });

  it('reads of everything in Slack unless it chose', async () => {
    const service = await serve({ slack: { url: slack.url } });
    await close(service);
    const [message] = await slack.until(1);
    expect(message?.body).toContain('two@example.com left the cancel flow without a decision');
  });

  it('is told once Slack answers again', async () => {
    const service = await serve({ slack: { url: slack.url } });
    slack.answer(500);
    await close(service);
    await slack.until(1);
    slack.answer(200);
    await vi.waitFor(
      () => {
        world.clock.advance(6_000);
        expect(slack.delivered.length).toBeGreaterThan(1);
      },
      { timeout: 20_000, interval: 200 },
    );
  });
});

it.each([
  [{ mailTo: ['nobody'] }, 'alerts.mailTo[0]'],
  [{ mailTo: ['a@example.com\r\nBcc: b@example.com'] }, 'alerts.mailTo[0]'],
  [{ slack: { url: 'http://hooks.slack.com/' } }, 'alerts.slack.url'],
])('%j is refused by name', async (alerts, name) => {
  await expect(world.serve({ alerts, development: true })).rejects.toThrow(name);
});

it('mail to the team needs a mail server', async () => {
  await expect(world.serve({ alerts: { mailTo: ['a@example.com'] } })).rejects.toThrow('"mail"');
});

it('escapes what Slack reads as markup, and nothing else', () => {
  expect(escapeForSlack('a < b & c > d "e" *f* <')).toBe('a &lt; b &amp; c &gt; d "e" *f* &lt;');
});
