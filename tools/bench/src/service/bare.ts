import { randomBytes } from 'node:crypto';
import type { StartedSession } from '@fairwell/contract';
import type { Database } from '@fairwell/service';
import fastify, { type FastifyInstance } from 'fastify';
import { action, event, headersOf, start, type Call, type Kind } from './calls.ts';
import { createService } from './service.ts';
import { record, replay, type Trace } from './trace.ts';

/** Goes through the service once, so that it is known what the service sends to the database. */
export const recordedCustomer = 'cus_recorded';

interface Recorded {
  traces: Record<Kind, Trace>;
  started: StartedSession;
  /** The answer to the action. */
  acted: unknown;
  actionId: string;
}

function actionIdIn(trace: Trace): string {
  const id = trace
    .flatMap((entry) => entry)
    .flatMap(({ parameters }) => parameters)
    .find((parameter) => typeof parameter === 'string' && parameter.startsWith('act_'));
  if (typeof id === 'string') return id;
  throw new Error('No statement of an action holds its id');
}

async function recordService(database: Database): Promise<Recorded> {
  const recording = record(database);
  const app = await createService(recording.database);
  await app.ready();
  const send = async (call: Call): Promise<{ answer: string; trace: Trace }> => {
    recording.take();
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: call.path,
      headers: headersOf(call),
      payload: call.body,
    });
    if (statusCode >= 300) throw new Error(`${call.path} was answered with ${statusCode}: ${body}`);
    return { answer: body, trace: recording.take() };
  };
  const starting = await send(start(recordedCustomer));
  const started = JSON.parse(starting.answer) as StartedSession;
  const telling = await send(event(started, 0));
  const acting = await send(action(started));
  await app.close();
  return {
    traces: { start: starting.trace, event: telling.trace, action: acting.trace },
    started,
    acted: JSON.parse(acting.answer),
    actionId: actionIdIn(acting.trace),
  };
}

/**
 * What the service is compared with: routes of the same addresses that send to the database what
 * the service sends, statement by statement, and do nothing else.
 */
export async function createBare(database: Database): Promise<FastifyInstance> {
  const { traces, started, acted, actionId } = await recordService(database);
  const customers = new Map<string, string>();
  const run = (kind: Kind, session: string): Promise<void> =>
    replay(database, traces[kind], [
      [recordedCustomer, customers.get(session) ?? ''],
      [started.id, session],
      [actionId, `act_${session}`],
    ]);

  const app = fastify();
  app.post<{ Body: { customerId: string } }>('/v1/sessions', async ({ body }, reply) => {
    const id = `ses_${randomBytes(16).toString('base64url')}`;
    customers.set(id, body.customerId);
    await run('start', id);
    return reply.code(201).send({ ...started, id });
  });
  app.post<{ Params: { id: string } }>('/v1/sessions/:id/events', async ({ params }, reply) => {
    await run('event', params.id);
    return reply.code(204).send(null);
  });
  app.post<{ Params: { id: string } }>('/v1/sessions/:id/actions', async ({ params }) => {
    await run('action', params.id);
    return acted;
  });
  return app;
}
