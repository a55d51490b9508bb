import type { Verification, VerificationRequest, VerifiedCustomer } from '@fairwell/contract';
import { expect } from 'vitest';
import type { CapturedMail } from '../../src/mail/mailbox.js';
import type { TestService } from './service.js';

/** What a page and its visitor do to be verified, as requests. */
export function verificationsOf({ send }: TestService) {
  const mails = async () =>
    (await send<{ mails: CapturedMail[] }>('GET', '/dev/mailbox', {})).body.mails;
  const request = (email: string, body: Partial<VerificationRequest> = {}) =>
    send<Verification>('POST', '/v1/verifications', { body: { email, ...body } });
  const enter = (id: string, code: string) =>
    send<VerifiedCustomer>('POST', `/v1/verifications/${id}/code`, { body: { code } });

  /** The code in the latest mail, once there are so many. */
  async function codeOf(count = 1): Promise<string> {
    await expect.poll(async () => (await mails()).length).toBe(count);
    const [latest] = await mails();
    const code = /^your verification code is (\d{6})$/m.exec(latest?.text ?? '')?.[1];
    if (code === undefined) throw new Error(`No code in ${JSON.stringify(latest)}`);
    return code;
  }

  return {
    mails,
    request,
    enter,
    codeOf,
    resend: (id: string) =>
      send<Verification>('POST', `/v1/verifications/${id}/resend`, { body: {} }),
    /** The credential of a customer who reads their mail. */
    async verified(email: string): Promise<string> {
      const before = (await mails()).length;
      const { body } = await request(email);
      const { status, body: answer } = await enter(body.id, await codeOf(before + 1));
      if (status !== 200) throw new Error(`Not verified: ${JSON.stringify(answer)}`);
      return answer.session;
    },
  };
}

/** Six digits that are not these. */
export function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}
