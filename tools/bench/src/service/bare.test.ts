import { openDatabase, seedSandbox } from '@fairwell/service';
import type { FastifyInstance } from 'fastify';
import { expect, it } from 'vitest';
import { createBare, recordedCustomer } from './bare.ts';
import { action, event, headersOf, start, type Call, type Session } from './calls.ts';
import { sandboxData } from './seeds.ts';
import { createService } from './service.ts';

it('leaves in the database what the service leaves there', async () => {
  const database = await openDatabase({ memory: true });
  const customers = ['cus_service', 'cus_bare'] as const;
  await seedSandbox(database, sandboxData([...customers, recordedCustomer]));
  const bare = await createBare(database);
  const service = await createService(database);

  const send = async (app: FastifyInstance, call: Call): Promise<string> => {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: call.path,
      headers: headersOf(call),
      payload: call.body,
    });
    expect(statusCode, body).toBeLessThan(300);
    return body;
  };
  const visit = async (app: FastifyInstance, customer: string): Promise<void> => {
    const session = JSON.parse(await send(app, start(customer))) as Session;
    await send(app, event(session, 0));
    await send(app, action(session));
  };
  await visit(service, 'cus_service');
  await visit(bare, 'cus_bare');

  const rowsOf = async (customer: string) => {
    const { query } = database;
    const sessions = await query
      .selectFrom('sessions')
      .leftJoin('session_events', 'session_events.session_id', 'sessions.id')
      .leftJoin('actions', 'actions.id', 'sessions.accepted_action_id')
      .where('sessions.customer_id', '=', customer)
      .select(['sequence', 'result', 'state', 'actions.customer_id'])
      .execute();
    const subscriptions = await query
      .selectFrom('sandbox_subscriptions')
      .innerJoin('sandbox_changes', 'subscription_id', 'sandbox_subscriptions.id')
      .where('customer_id', '=', customer)
      .select('data')
      .execute();
    const ends = subscriptions.map(({ data }) => data.cancelAt);
    return JSON.parse(JSON.stringify({ sessions, ends }).replaceAll(customer, 'them')) as unknown;
  };
  const left = await rowsOf('cus_service');
  expect(left).toMatchObject({
    sessions: [{ sequence: 0, result: 'cancel', state: 'applied' }],
    ends: [expect.any(String)],
  });
  expect(await rowsOf('cus_bare')).toEqual(left);

  await bare.close();
  await service.close();
}, 30_000);
