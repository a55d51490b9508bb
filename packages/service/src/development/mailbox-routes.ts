import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import type { Mailbox } from '../mail/mailbox.js';

const MailboxContent = Type.Object({
  mails: Type.Array(
    Type.Object({
      to: Type.String(),
      subject: Type.String(),
      text: Type.String(),
      sentAt: Type.String({ description: 'ISO 8601, UTC' }),
    }),
    { description: 'The latest first' },
  ),
});

/** In development only: shows what would have been mailed. */
export const mailboxRoutes: FastifyPluginAsyncTypebox<{ mailbox: Mailbox }> = async (
  app,
  { mailbox },
) => {
  app.get(
    '/dev/mailbox',
    {
      schema: {
        tags: ['Development'],
        summary: 'What would have been mailed',
        security: [],
        response: { 200: MailboxContent },
      },
    },
    async (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { mails: [...mailbox.mails] };
    },
  );
};
