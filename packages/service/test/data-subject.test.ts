import type { AccessResponse, DataSubject, DeleteResponse } from '@fairwell/contract';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { places } from '../src/data/places.js';
import type { TestService } from './support/service.js';
import { dataClient, type DataClient } from './support/data.js';
import { faulty } from './support/faulty-provider.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const at = '2026-11-15T12:00:01.000Z';
let service: TestService;
let data: DataClient;

/** Says things and does things as a customer, in every place there is. */
async function live(customerId: string, email: string): Promise<void> {
  const session = await service.session(customerId, { customerAttributes: { note: email } });
  await service.record(session, [
    { sequence: 0, event: { type: 'feedbackGiven', stepId: 'words', text: `I am ${email}`, at } },
  ]);
  await service.act(session, takeDiscount);
  const { query } = world.database;
  await query
    .insertInto('boosted_payments')
    .values({
      mode: 'live',
      invoice_id: `in_${customerId}`,
      session_id: session.id,
      amount: 2900,
      currency: 'usd',
      paid_at: world.clock.now(),
    })
    .execute();
  await query
    .insertInto('jobs')
    .values({
      id: `job_of_${customerId}`,
      kind: 'webhook',
      mode: 'live',
      session_id: session.id,
      customer_id: customerId,
      data: JSON.stringify({ messageId: 'm', endpointId: 'e', body: email }),
      state: 'done',
      due_at: world.clock.now(),
      created_at: world.clock.now(),
    })
    .execute();
  // As it is left by a decision at a wall.
  await query
    .insertInto('actions')
    .values({
      id: `act_at_a_wall_${String(email.length)}`,
      session_id: null,
      key: 'the-key-of-a-wall',
      hash: 'hash',
      action: JSON.stringify({ type: 'wallPay', invoiceId: `in_${customerId}` }),
      mode: 'live',
      preview: false,
      customer_id: customerId,
      state: 'applied',
      changes: '[]',
      attempts: 1,
      generation: 1,
      due_at: world.clock.now(),
      created_at: world.clock.now(),
    })
    .execute();
  await query
    .insertInto('verifications')
    .values({
      id: `vrf_${customerId}`,
      mode: 'live',
      email: email.toUpperCase(),
      code_hash: 'hash',
      created_at: world.clock.now(),
      expires_at: world.clock.now(),
      resend_after: world.clock.now(),
    })
    .execute();
  await data.post('/v1/api/events/new', {
    event: 'Seen',
    customerId,
    uid: `uid_of_${customerId}`,
    eventData: { email },
    user: { uid: `user_of_${customerId}`, data: { email, billingAdmin: true, name: 'R' } },
  });
  await data.post('/v1/api/events/new', { event: 'Seen elsewhere', uid: `uid_of_${customerId}` });
}

beforeEach(async () => {
  service = await world.serve();
  data = await dataClient(world, service);
  await live('cus_monthly', 'robin@example.com');
  await live('cus_annual', 'annual@example.com');
});

/** Everything that the service keeps, as text; the billing provider's own tables aside. */
async function everything(): Promise<string> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = 'public' and tablename not like 'sandbox%'`.execute(world.database.query);
  const tables = await Promise.all(
    rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(world.database.query)),
  );
  return JSON.stringify(tables.map((table) => table.rows));
}

const access = async (subject: DataSubject) =>
  (await data.post<AccessResponse>('/v1/data/dsr/access', subject)).body;
const erase = async (subject: DataSubject) =>
  (await data.post<DeleteResponse>('/v1/data/dsr/delete', subject)).body;

const each = {
  messages: 2,
  invoices: 1,
  actions: 2,
  emails: 1,
  events: 2,
  users: 1,
  profiles: 1,
  steps: 1,
  sessions: 1,
};
const none = Object.fromEntries(Object.keys(each).map((name) => [name, 0]));

describe('a person who asks', () => {
  it.each([
    { email: 'Robin@Example.com' },
    { customerId: 'cus_monthly', email: 'robin@example.com' },
    { uid: 'uid_of_cus_monthly', email: 'robin@example.com' },
  ])('is told everything that is known, and nothing of others: %j', async (subject) => {
    const told = await access(subject);
    expect(told.customer).toEqual(subject);
    expect(told.counts).toEqual(each);
    const text = JSON.stringify(told.profile);
    expect(text).toContain('I am robin@example.com');
    expect(text).not.toContain('annual');
    expect(text).not.toContain('token_hash');
  });

  it('is found by their id alone, but for what has only an address', async () => {
    expect((await access({ customerId: 'cus_monthly' })).counts).toEqual({ ...each, emails: 0 });
  });

  it('is told that nothing is known of them', async () => {
    expect((await access({ email: 'nobody@example.com' })).counts).toEqual(none);
  });

  it('is asked who they are', async () => {
    const { status, error } = await data.post('/v1/data/dsr/access', {});
    expect([status, error.field]).toEqual([400, 'email']);
  });
});

describe('a person who wants to be forgotten', () => {
  it('is', async () => {
    const done = await erase({ email: 'robin@example.com' });
    expect(done).toEqual({
      customer: { email: 'robin@example.com' },
      deleted: true,
      deletedCounts: each,
      counts: none,
    });
    const left = await everything();
    for (const trace of ['cus_monthly', 'robin@example.com', 'sub_monthly'])
      expect(left.toLowerCase().match(new RegExp(`.{0,150}${trace}.{0,50}`))?.[0]).toBeUndefined();
    expect((await access({ customerId: 'cus_annual' })).counts).toMatchObject({ sessions: 1 });
    const { body } = await data.get('/v1/data/session-aggregation');
    expect(body).toEqual([{ count: 1 }]);
  });

  it('leaves in the ledger that something was done once', async () => {
    const before = await world.ledger();
    await erase({ customerId: 'cus_monthly' });
    const after = await world.ledger();
    const facts = (rows: typeof before) =>
      rows
        .map(({ id, key, hash, state, mode, created_at, action }) => ({
          id,
          key,
          hash,
          state,
          mode,
          created_at,
          type: action.type,
        }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    expect(facts(after)).toEqual(facts(before));
  });

  it('keeps the figures of others, and leaves another mode alone', async () => {
    const inTest = await dataClient(world, service, 'test');
    const { body } = await inTest.post<DeleteResponse>('/v1/data/dsr/delete', {
      customerId: 'cus_monthly',
    });
    expect(body).toMatchObject({ deleted: true, counts: none });
    expect((await access({ customerId: 'cus_monthly' })).counts['sessions']).toBe(1);
  });

  it('waits for what is being carried out', async () => {
    const provider = faulty(world.sandbox);
    provider.fail('apply', 'after', new Error('lost'));
    provider.fail('findApplied', 'before', new Error('lost again'));
    const breakable = await world.serve({ providers: { live: provider } });
    await breakable.act(await breakable.session('cus_monthly'), cancel);
    const refused = await erase({ customerId: 'cus_monthly' });
    expect(refused).toMatchObject({ deleted: false, counts: { sessions: 2 } });
    expect(refused.reasonForRejection).toContain('try again');
    expect((await access({ customerId: 'cus_monthly' })).counts['sessions']).toBe(2);
  });
});

it('forgets no table that has something of a customer in it', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct table_name as name from information_schema.columns
    where table_schema = 'public' and table_name not like 'sandbox%' and column_name ~
      '(customer|email|uid|user|phone|address|session_id|job_id|profile_id|attributes)'
    order by 1`.execute(world.database.query);
  const named = new Set<string>(Object.values(places).flatMap(({ tables }) => tables));
  expect(rows.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
});
