import type { SessionRecord, StartedSession } from '@fairwell/contract';
import type { FastifyInstance } from 'fastify';

/**
 * The record of a customer's last session, read from the service as anybody else would. The token
 * that opens it goes to the elements alone, so the demo notes it as it passes by, to show a
 * reader what is kept; a product has no need to.
 *
 * Must be called before the service is registered.
 */
export function watchSessions(
  app: FastifyInstance,
): (customerId: string) => Promise<SessionRecord | null> {
  const latest = new Map<string, Pick<StartedSession, 'id' | 'token'>>();
  app.addHook('onSend', async ({ routeOptions }, { statusCode }, payload) => {
    if (routeOptions.url !== '/v1/sessions' || statusCode !== 201) return payload;
    const { id, token, customer } = JSON.parse(String(payload)) as StartedSession;
    latest.set(customer.id, { id, token });
    return payload;
  });
  return async (customerId) => {
    const session = latest.get(customerId);
    if (!session) return null;
    const { statusCode, body } = await app.inject({
      url: `/v1/sessions/${session.id}`,
      headers: { authorization: `Bearer ${session.token}` },
    });
    return statusCode === 200 ? (JSON.parse(body) as SessionRecord) : null;
  };
}
