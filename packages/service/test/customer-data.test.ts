import { createHmac } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apiKey } from './support/fixtures.js';
import { verificationsOf } from './support/verification.js';
import { useWorld } from './support/world.js';

const world = useWorld();
let backEnd: FastifyInstance;
let url: string;
let asked: unknown[];
let answer: { status: number; body: unknown };

beforeEach(async () => {
  asked = [];
  answer = { status: 200, body: {} };
  backEnd = fastify({ forceCloseConnections: true });
  backEnd.post('/customer-data', async ({ body }, reply) => {
    asked.push(body);
    return reply.code(answer.status).send(answer.body);
  });
  backEnd.post('/moved', (_request, reply) => reply.redirect('/customer-data', 307));
  url = await backEnd.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => backEnd.close());

async function start(path = '/customer-data', body: object = {}) {
  const service = await world.serve({
    development: true,
    verification: { customerDataEndpoint: `${url}${path}` },
  });
  const credential = await verificationsOf(service).verified('robin@example.com');
  const started = await service.start(credential, body);
  const [row] = await world.database.query.selectFrom('sessions').selectAll().execute();
  return { ...started, row };
}

describe('the customer data endpoint', () => {
  it('is asked for the customer, with their signature', async () => {
    await start();
    const signature = createHmac('sha256', apiKey).update('cus_monthly').digest('hex');
    expect(asked).toEqual([{ customerId: 'cus_monthly', signature }]);
  });

  it('says what the customer is like, before what a page says', async () => {
    answer.body = {
      customerAttributes: { exampleNumber: 42, exampleBoolean: true, exampleString: 'active' },
    };
    const { row } = await start('/customer-data', {
      customerAttributes: { exampleNumber: 1, other: 'page' },
    });
    expect(row?.attributes).toEqual({
      exampleNumber: 42,
      exampleBoolean: true,
      exampleString: 'active',
      other: 'page',
    });
  });

  it('says which customer and subscription are meant', async () => {
    answer.body = { customerId: 'cus_two', subscriptionId: 'sub_second' };
    const { body } = await start();
    expect(body.customer.id).toBe('cus_two');
    expect(body.subscriptions.map(({ id }) => id)).toEqual(['sub_second']);
  });

  it.each([
    ['fails', { status: 500, body: {} }, '/customer-data'],
    ['says something else', { status: 200, body: { customerAttributes: ['a'] } }, '/customer-data'],
    ['says nothing', { status: 204, body: undefined }, '/customer-data'],
    ['leads elsewhere', { status: 200, body: { customerId: 'cus_two' } }, '/moved'],
  ])('keeps nobody from going on when it %s', async (_name, given, path) => {
    answer = given;
    const { status, body } = await start(path);
    expect([status, body.customer.id]).toEqual([201, 'cus_monthly']);
  });
});
