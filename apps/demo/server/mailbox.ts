import type { FastifyInstance } from 'fastify';
import type { ReceivedMail } from './api.ts';

/** Reads what the service would have mailed to somebody, the latest first. */
export function mailboxOf(
  app: FastifyInstance,
): (address: string | undefined) => Promise<ReceivedMail[]> {
  return async (address) => {
    const { body } = await app.inject({ url: '/dev/mailbox' });
    const { mails } = JSON.parse(body) as { mails: ReceivedMail[] };
    return mails.filter(({ to }) => to === address);
  };
}
