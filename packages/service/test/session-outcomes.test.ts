import type { StartedSession, StartSessionRequest } from '@fairwell/contract';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { SessionRow } from '../src/storage/schema.js';
import type { TestService } from './support/service.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const hour = 3_600_000;
const at = '2026-11-15T12:00:01.000Z';
const closed = { type: 'closed', at } as const;

async function rowOf({ id }: Pick<StartedSession, 'id'>): Promise<SessionRow> {
  return world.database.query
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

async function leave(service: TestService, request?: StartSessionRequest): Promise<StartedSession> {
  const session = await service.session('cus_monthly', request);
  await service.record(session, [{ sequence: 0, event: closed }]);
  return session;
}

async function bouncedOf(...sessions: StartedSession[]): Promise<boolean[]> {
  return Promise.all(sessions.map(async (session) => (await rowOf(session)).bounced));
}

describe('a page that goes away', () => {
  const beacon = (
    service: TestService,
    { id }: Pick<StartedSession, 'id'>,
    body: unknown,
    type = 'text/plain;charset=UTF-8',
  ) =>
    fetch(`${service.url}/v1/sessions/${id}/beacon`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  it('leaves its last words, and the session is an abort', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    const said = { type: 'feedbackGiven', stepId: 'words', text: 'Enough', at } as const;
    const answer = await beacon(service, session, {
      token: session.token,
      events: [
        { sequence: 0, event: said },
        { sequence: 1, event: closed },
      ],
    });
    expect(answer.status).toBe(204);
    const { body } = await service.read(session);
    expect(body).toMatchObject({ result: 'abort', feedback: 'Enough' });
  });

  it('takes back nothing that was decided, and may come back to decide', async () => {
    const service = await world.serve();
    const decided = await service.session('cus_monthly');
    await service.act(decided, takeDiscount);
    const goodbye = ({ token }: StartedSession) => ({
      token,
      events: [{ sequence: 0, event: closed }],
    });
    await beacon(service, decided, goodbye(decided));
    expect((await service.read(decided)).body.result).toBe('discount');

    const left = await service.session('cus_annual');
    await beacon(service, left, goodbye(left));
    await service.act(left, cancel);
    expect((await service.read(left)).body.result).toBe('cancel');
  });

  it.each([
    ['not JSON', '{', 400, 'body'],
    ['no token', { events: [{ sequence: 0, event: closed }] }, 400, 'token'],
    ['nothing to say', { token: 'x', events: [] }, 400, 'events'],
    ['a poisoned prototype', '{"__proto__":{"a":1}}', 400, 'body'],
  ])('is refused: %s', async (_name, body, status, field) => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    const answer = await beacon(service, session, body);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code: 'invalid_request', field });
    expect((await rowOf(session)).result).toBeNull();
  });
});

describe('a session that stays open', () => {
  it('is an abort once its token does not hold any longer, as of then', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    const said = { type: 'surveyAnswered', stepId: 'why', choiceId: 'unused', at } as const;
    await service.record(session, [{ sequence: 0, event: said }]);
    world.clock.advance(2 * hour);
    await world.serve();
    await expect.poll(async () => (await rowOf(session)).result).toBe('abort');
    expect(await rowOf(session)).toMatchObject({
      ended_at: new Date('2026-11-15T14:00:00.000Z'),
      survey_response: 'I do not use it',
    });
  });

  it('is left alone until then', async () => {
    const service = await world.serve();
    const young = await service.session('cus_monthly');
    world.clock.advance(hour);
    const old = await service.session('cus_annual');
    world.clock.advance(hour);
    await world.serve();
    await expect.poll(async () => (await rowOf(young)).result).toBe('abort');
    expect((await rowOf(old)).result).toBeNull();
  });
});

describe('what is told after the result', () => {
  it('still belongs to the session', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly');
    await service.act(session, cancel);
    const said = { type: 'surveyAnswered', stepId: 'why', choiceId: 'unused', at } as const;
    await service.record(session, [{ sequence: 0, event: said }]);
    expect(await rowOf(session)).toMatchObject({
      result: 'cancel',
      digest: { surveyId: 'why', surveyChoiceId: 'unused', surveyChoiceValue: 'I do not use it' },
    });
  });
});

describe('of several sessions within 24 hours', () => {
  it('the cancellation counts, not the leaving before it', async () => {
    const service = await world.serve();
    const left = await leave(service);
    expect(await bouncedOf(left)).toEqual([false]);
    world.clock.advance(5 * 60_000);
    const canceled = await service.session('cus_monthly');
    await service.act(canceled, cancel);
    expect(await bouncedOf(left, canceled)).toEqual([true, false]);
  });

  it('the cancellation counts, not the offer accepted before it', async () => {
    const service = await world.serve();
    const saved = await service.session('cus_monthly');
    await service.act(saved, takeDiscount);
    world.clock.advance(23 * hour);
    const canceled = await service.session('cus_monthly');
    await service.act(canceled, cancel);
    expect(await bouncedOf(saved, canceled)).toEqual([true, false]);
  });

  it('none counts for another customer, another mode, a preview, or one kept out of the figures', async () => {
    const service = await world.serve({
      providers: { live: world.sandbox, test: world.sandbox },
    });
    const session = await leave(service);
    await leave(service, { preview: true });
    await leave(service, { report: false });
    const other = await service.session('cus_annual');
    await service.act(other, cancel);
    const { body: inTest } = await service.start(
      service.tokenFor('cus_monthly', undefined, 'test'),
    );
    await service.act(inTest, cancel);
    expect(await bouncedOf(session, other, inTest)).toEqual([false, false, false]);
  });

  it('two that end at the same time bounce each other but once', async () => {
    const service = await world.serve();
    const sessions = await Promise.all(
      Array.from({ length: 5 }, () => service.session('cus_monthly')),
    );
    await Promise.all(
      sessions.map((session) => service.record(session, [{ sequence: 0, event: closed }])),
    );
    const bounced = await bouncedOf(...sessions);
    expect(bounced.filter((each) => !each)).toHaveLength(1);
  });
});

it('counts what ends at once for many customers, each bouncing what another adds to', async () => {
  const service = await world.serve();
  const customers = ['cus_monthly', 'cus_annual', 'cus_trial', 'cus_euro', 'cus_two'];
  const help = { type: 'contact', offerId: 'why/help' } as const;
  const compare = {
    type: 'redirect',
    offerId: 'why/other_tool',
    url: 'https://example.com/compare',
  } as const;
  const ending: (() => Promise<{ status: number }>)[] = [];
  for (const [index, customer] of customers.entries()) {
    const [first, second] = index % 2 === 0 ? [help, compare] : [compare, help];
    const earlier = await service.session(customer);
    const later = await service.session(customer);
    expect((await service.act(earlier, first)).status).toBe(200);
    ending.push(() => service.act(later, second));
  }
  const answers = await Promise.all(ending.map((end) => end()));
  expect(answers.map(({ status }) => status)).toEqual(customers.map(() => 200));
  const { rows } = await sql<{ bounced: boolean; sessions: number }>`
    select bounced, sum(sessions)::integer as sessions from session_counts
    group by bounced order by bounced`.execute(world.database.query);
  expect(rows).toEqual([
    { bounced: false, sessions: 5 },
    { bounced: true, sessions: 5 },
  ]);
});

describe('a session that may not be replayed', () => {
  it('keeps what was said, and no trail of what was on the screen', async () => {
    const service = await world.serve();
    const session = await service.session('cus_monthly', { record: false });
    await service.record(session, [
      { sequence: 0, event: { type: 'stepViewed', stepId: 'why', at } },
      { sequence: 1, event: { type: 'feedbackGiven', stepId: 'words', text: 'Bye', at } },
    ]);
    await service.record(session, [
      { sequence: 2, event: { type: 'stepViewed', stepId: 'sure', at } },
    ]);
    expect((await service.read(session)).body).toMatchObject({ steps: [], feedback: 'Bye' });
  });
});

it('keeps what the customer paid for when the session began', async () => {
  const service = await world.serve();
  const session = await service.session('cus_trial');
  expect((await rowOf(session)).customer).toEqual({
    email: 'trial@example.com',
    subscriptionId: 'sub_trial',
    subscriptionStart: '2026-11-01T00:00:00.000Z',
    trial: true,
    currency: 'usd',
    planId: 'price_standard',
    planPrice: 2900,
    itemQuantity: 1,
    billingInterval: 'MONTH',
    billingIntervalCount: 1,
  });
});
