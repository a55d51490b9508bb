import type { SessionRecord, StartedSession } from '@fairwell/contract';
import type { FastifyInstance } from 'fastify';

/**
 * The records of a customer's sessions, the latest first, read from the service as anybody else would.
 * The token that opens one goes to the elements alone, so it is noted as it passes by, to show a
 * reader what is kept; a product has no need to.
 *
 * Must be called before the service is registered.
 */
export function watchSessions(
  app: FastifyInstance,
): (customerId: string) => Promise<SessionRecord[]> {
  const started = new Map<string, Pick<StartedSession, 'id' | 'token'>[]>();
  app.addHook('onSend', async ({ routeOptions }, { statusCode }, payload) => {
    if (routeOptions.url !== '/v1/sessions' || statusCode !== 201) return payload;
    const { id, token, customer } = JSON.parse(String(payload)) as StartedSession;
    started.set(customer.id, [{ id, token }, ...(started.get(customer.id) ?? [])]);
    return payload;
  });
  return async (customerId) => {
    const answers = await Promise.all(
      (started.get(customerId) ?? []).map(({ id, token }) =>
        app.inject({ url: `/v1/sessions/${id}`, headers: { authorization: `Bearer ${token}` } }),
      ),
    );
    return answers
      .filter(({ statusCode }) => statusCode === 200)
      .map(({ body }) => JSON.parse(body) as SessionRecord);
  };
}
