import { authHash } from '@fairwell/node';
import { describe, expect, it } from 'vitest';
import { dataClient, type DataClient } from './support/data.js';
import { apiKey } from './support/fixtures.js';
import { useWorld } from './support/world.js';

const world = useWorld();

const client = async (): Promise<DataClient> => dataClient(world, await world.serve());
const events = () =>
  world.database.query
    .selectFrom('customer_events')
    .select(['mode', 'customer_id', 'uid', 'user_uid', 'event', 'data', 'occurred_at'])
    .orderBy('occurred_at')
    .execute();
const profiles = () =>
  world.database.query
    .selectFrom('customer_profiles')
    .select(['customer_id', 'uid', 'data'])
    .orderBy('customer_id')
    .execute();
const users = () =>
  world.database.query
    .selectFrom('customer_users')
    .select(['user_id', 'data'])
    .orderBy('user_id')
    .execute();

const ask = async (data: DataClient, path: string, body: unknown): Promise<number> =>
  (await data.post(`/v1/api/events/${path}`, body)).status;

describe('an event', () => {
  it('is kept with its customer, its user and its day', async () => {
    const data = await client();
    const status = await ask(data, 'new', {
      event: 'Post Created',
      customerId: 'cus_abc',
      uid: 'user_xyz',
      eventDate: '2022-05-01',
      eventData: { postType: 'image', nested: { a: [1] } },
      user: { uid: 'user_unique_id' },
    });
    expect(status).toBe(201);
    expect(await ask(data, 'new', { event: 'Seen', uid: 'user_xyz' })).toBe(201);
    expect(await events()).toEqual([
      {
        mode: 'live',
        customer_id: 'cus_abc',
        uid: 'user_xyz',
        user_uid: 'user_unique_id',
        event: 'Post Created',
        data: { postType: 'image', nested: { a: [1] } },
        occurred_at: new Date('2022-05-01'),
      },
      expect.objectContaining({ event: 'Seen', occurred_at: world.clock.now() }),
    ]);
  });

  it('may tell of its customer and user too', async () => {
    const data = await client();
    await ask(data, 'new', {
      event: 'Seat Added',
      customerId: 'cus_abc',
      customerData: { numSeats: 7 },
      user: { uid: 'u_1', data: { name: 'Robin' } },
    });
    expect(await profiles()).toEqual([
      { customer_id: 'cus_abc', uid: null, data: { numSeats: 7 } },
    ]);
    expect(await users()).toEqual([{ user_id: 'u_1', data: { name: 'Robin' } }]);
  });

  it('comes with up to a hundred others', async () => {
    const data = await client();
    const many = Array.from({ length: 100 }, (_, index) => ({
      event: `Event ${String(index)}`,
      customerId: 'cus_abc',
    }));
    expect(await ask(data, 'bulk', many)).toBe(201);
    expect(await events()).toHaveLength(100);
  });

  it.each([
    ['new', {}, 'event'],
    ['new', { event: 'Seen' }, 'customerId'],
    ['new', { event: 'Seen', uid: 'u', eventDate: '2022-13-01' }, 'eventDate'],
    ['new', { event: 'x'.repeat(256), uid: 'u' }, 'event'],
    ['bulk', [], 'body'],
    ['bulk', Array.from({ length: 101 }, () => ({ event: 'Seen', uid: 'u' })), 'body'],
    ['bulk', [{ event: 'Seen', uid: 'u' }, { event: 'Seen' }], '[1].customerId'],
    ['bulk', [{ event: 'Seen', uid: 'u', customerData: {} }], '[0].customerData'],
    ['customer-update', { customerData: {} }, 'customerId'],
    ['customer-update/set-users', { customerId: 'cus_abc' }, 'users'],
    [
      'customer-update/set-users',
      { customerId: 'cus_abc', users: [{ userId: 'u', data: { name: 'R', billingAdmin: true } }] },
      'users[0].data.email',
    ],
  ])('is refused whole, with the field: %s', async (path, body, field) => {
    const data = await client();
    const { status, error } = await data.post(`/v1/api/events/${path}`, body);
    expect([status, error.code]).toEqual([400, 'invalid_request']);
    expect(error.field).toBe(field);
    expect(await events()).toEqual([]);
    expect(await profiles()).toEqual([]);
  });
});

describe("an event from a customer's page", () => {
  const tell = async (body: unknown, token?: string) => {
    const service = await world.serve();
    return service.send<{ ids: string[] }>('POST', '/v1/events', { ...(token && { token }), body });
  };
  const seen = { event: 'Post Created', eventData: { postType: 'image' } };

  it('is of the customer whom the credential names, and of now', async () => {
    const credential = { customerId: 'cus_monthly', authHash: authHash('cus_monthly', apiKey) };
    const { status, body } = await tell({ ...seen, ...credential, mode: 'live' });
    expect([status, body.ids.length]).toEqual([201, 1]);
    const token = (await world.serve()).tokenFor('cus_two');
    expect((await tell({ event: 'Seen' }, token)).status).toBe(201);
    expect(await events()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          mode: 'live',
          customer_id: 'cus_monthly',
          uid: null,
          event: 'Post Created',
          data: { postType: 'image' },
          occurred_at: world.clock.now(),
        }),
        expect.objectContaining({ customer_id: 'cus_two', event: 'Seen', data: null }),
      ]),
    );
    expect(await profiles()).toEqual([]);
  });

  it.each([
    ['nobody signed', { ...seen, customerId: 'cus_monthly' }, 'credential_missing'],
    [
      'somebody else signed',
      { ...seen, customerId: 'cus_two', authHash: authHash('cus_monthly', apiKey) },
      'auth_hash_invalid',
    ],
  ])('is not taken where %s it', async (_who, body, code) => {
    expect((await tell(body)).error.code).toBe(code);
    expect(await events()).toEqual([]);
  });

  it.each([
    ['eventDate', '2022-05-01'],
    ['uid', 'team_7'],
    ['user', { uid: 'u_1' }],
    ['customerData', { vip: true }],
  ])('may not say %s', async (field, value) => {
    const credential = { customerId: 'cus_monthly', authHash: authHash('cus_monthly', apiKey) };
    const { status, error } = await tell({ ...seen, ...credential, [field]: value });
    expect([status, error.field]).toEqual([400, field]);
    expect(await events()).toEqual([]);
  });
});

describe('a customer', () => {
  it('is known by either id once both were told together', async () => {
    const data = await client();
    await ask(data, 'customer-update', { uid: 'team_7', customerData: { plan: 'old', seats: 3 } });
    await ask(data, 'customer-update', { customerId: 'cus_1', customerData: { plan: 'new' } });
    await ask(data, 'customer-update', {
      uid: 'team_7',
      user: { uid: 'u_1', data: { name: 'Robin', email: 'robin@example.com' } },
    });
    expect(await profiles()).toHaveLength(2);
    await ask(data, 'customer-update', { uid: 'team_7', customerId: 'cus_1' });
    expect(await profiles()).toEqual([
      { customer_id: 'cus_1', uid: 'team_7', data: { plan: 'new', seats: 3 } },
    ]);
    expect(await users()).toHaveLength(1);
  });

  it('does not take over another whose uid it is given', async () => {
    const data = await client();
    await ask(data, 'customer-update', {
      customerId: 'cus_1',
      uid: 'team',
      customerData: { a: 1 },
    });
    await ask(data, 'customer-update', {
      customerId: 'cus_2',
      uid: 'team',
      customerData: { b: 2 },
    });
    expect(await profiles()).toEqual([
      { customer_id: 'cus_1', uid: null, data: { a: 1 } },
      { customer_id: 'cus_2', uid: 'team', data: { b: 2 } },
    ]);
  });

  it('is one, however many tell of it at once', async () => {
    const data = await client();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        ask(data, 'customer-update', {
          customerId: 'cus_1',
          ...(index % 2 === 0 && { uid: 'team' }),
          customerData: { [`fact_${String(index)}`]: true },
        }),
      ),
    );
    expect(new Set(all)).toEqual(new Set([204]));
    const [profile, ...others] = await profiles();
    expect(others).toEqual([]);
    expect(Object.keys(profile?.data ?? {})).toHaveLength(8);
  });
});

describe('the users of a customer', () => {
  const user = (userId: string, email: string, role: string) => ({
    userId,
    data: { name: userId, email, billingAdmin: true, role },
  });

  it('take the place of those before', async () => {
    const data = await client();
    const sarah = user('user_123', 'sarah@example.com', 'Account Owner');
    const alex = user('user_456', 'alex@example.com', 'Billing Admin');
    const path = 'customer-update/set-users';
    expect(await ask(data, path, { customerId: 'cus_xyz', users: [sarah, alex] })).toBe(204);
    expect((await users()).map(({ user_id }) => user_id)).toEqual(['user_123', 'user_456']);
    await ask(data, path, { customerId: 'cus_xyz', users: [alex] });
    expect(await users()).toEqual([{ user_id: 'user_456', data: alex.data }]);
  });

  it('are told of many customers at once', async () => {
    const data = await client();
    const status = await ask(data, 'customer-update/set-users/bulk', [
      { customerId: 'cus_1', users: [user('a', 'a@example.com', 'x')] },
      { customerId: 'cus_2', users: [user('b', 'b@example.com', 'x')] },
    ]);
    expect(status).toBe(204);
    expect((await profiles()).map(({ customer_id }) => customer_id)).toEqual(['cus_1', 'cus_2']);
    expect(await users()).toHaveLength(2);
  });
});
