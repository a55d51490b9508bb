import type {
  Delivery,
  StartedSession,
  WebhookPayload,
  WebhookWithSecret,
} from '@fairwell/contract';
import { verifyWebhook, verifyWebhookBody } from '@fairwell/node';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KeyStore } from '../src/auth/key-store.js';
import { JobStore } from '../src/queue/job-store.js';
import { startReceiver, type Delivered, type Receiver } from './support/receiver.js';
import type { TestOptions, TestService } from './support/service.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const older = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
const at = '2026-11-15T12:00:00.000Z';
let receiver: Receiver;
let admin: Record<string, string>;

beforeEach(async () => {
  receiver = await startReceiver();
  const { key } = await new KeyStore(world.database, world.clock.now).create('admin', 'live');
  admin = { 'x-fairwell-key': key };
});
afterEach(() => {
  receiver.close();
});

const eventually = <T>(look: () => Promise<T>): Promise<T> => vi.waitFor(look, { timeout: 20_000 });

const serve = (options: Partial<TestOptions> = {}): Promise<TestService> =>
  world.serve({
    webhooks: { endpoints: [{ url: receiver.url, secrets: [secret, older] }], allowPrivate: true },
    ...options,
  });

function read({ headers, body }: Delivered, secrets: string | string[] = secret): WebhookPayload {
  return verifyWebhook(body, headers, secrets, { now: world.clock.now });
}

async function told(count = 1): Promise<Extract<WebhookPayload, { event: 'session' }>['data']> {
  const payload = read((await receiver.until(count))[count - 1] as Delivered);
  if (payload.event !== 'session') throw new Error(`This is a ${payload.event}`);
  return payload.data;
}

async function answered(service: TestService): Promise<StartedSession> {
  const session = await service.session('cus_monthly', {
    subscriptionId: 'sub_monthly',
    customerAttributes: { favoriteAnimal: 'penguin' },
  });
  await service.record(session, [
    {
      sequence: 0,
      event: { type: 'surveyAnswered', stepId: 'why', choiceId: 'unused', text: 'Less', at },
    },
    { sequence: 1, event: { type: 'offerPresented', offerId: 'why/unused', at } },
    { sequence: 2, event: { type: 'feedbackGiven', stepId: 'words', text: 'Bye', at } },
  ]);
  return session;
}

async function deliveries(service: TestService, state = ''): Promise<Delivery[]> {
  const query = state && `?state=${state}`;
  const path = `/v1/admin/deliveries${query}`;
  return (await service.send<Delivery[]>('GET', path, { headers: admin })).body;
}

describe('a webhook', () => {
  it('tells of a pause everything that was said, seen and accepted, with the customer as they are', async () => {
    const service = await serve();
    const session = await answered(service);
    await service.act(session, {
      type: 'pause',
      offerId: 'why/unused',
      interval: 'month',
      length: 2,
    });
    const { customer, session: said } = await told();
    expect(customer).toMatchObject({
      id: 'cus_monthly',
      email: 'robin@example.com',
      subscriptions: [{ id: 'sub_monthly', status: { name: 'paused' } }],
    });
    expect(said).toEqual({
      id: session.id,
      result: 'pause',
      mode: 'LIVE',
      subscriptionId: 'sub_monthly',
      surveyResponse: 'I do not use it',
      followupQuestion: 'What would help?',
      followupResponse: 'Less',
      feedback: 'Bye',
      usedClickToCancel: false,
      customAttributes: { favoriteAnimal: 'penguin' },
      presentedOffers: [
        {
          guid: 'why/unused',
          offerType: 'PAUSE',
          accepted: true,
          presentedAt: at,
          acceptedAt: at,
          surveyOffer: true,
          pauseConfig: { maxPauseLength: 3, pauseInterval: 'MONTH', datePicker: false },
        },
      ],
      acceptedOffer: {
        guid: 'why/unused',
        offerType: 'PAUSE',
        pauseInterval: 'MONTH',
        pauseDuration: 2,
        pauseEndDate: '2027-01-15T12:00:00.000Z',
      },
    });
  });

  it('tells of a discount, and then of a cancellation after all', async () => {
    const service = await serve();
    const session = await service.session('cus_monthly');
    await service.act(session, takeDiscount);
    expect((await told()).session).toMatchObject({
      result: 'discount',
      acceptedOffer: {
        offerType: 'DISCOUNT',
        couponId: 'SAVE30',
        couponType: 'PERCENT',
        couponAmount: 30,
        couponDuration: 3,
      },
    });
    await service.act(session, { type: 'cancel', direct: true });
    const second = await told(2);
    expect(second.session).toMatchObject({ result: 'cancel', usedClickToCancel: true });
    expect(second.session).not.toHaveProperty('acceptedOffer');
  });

  it('tells of a customer who left without a decision, and of what the page did itself', async () => {
    const service = await serve();
    const left = await service.session('cus_monthly');
    await service.record(left, [{ sequence: 0, event: { type: 'closed', at } }]);
    expect((await told()).session).toMatchObject({ id: left.id, result: 'abort' });
    const handled = await service.session('cus_monthly');
    const event = { type: 'handledByHost', action: takeDiscount, at } as const;
    await service.record(handled, [{ sequence: 0, event }]);
    expect((await told(2)).session).toMatchObject({ id: handled.id, result: 'discount' });
  });

  it('tells nobody of a preview', async () => {
    const service = await serve();
    await service.act(await service.session('cus_monthly', { preview: true }), cancel);
    await service.act(await service.session('cus_two'), cancel);
    expect((await told()).customer.id).toBe('cus_two');
    expect(await world.database.query.selectFrom('jobs').selectAll().execute()).toHaveLength(2);
  });

  it('is not written down where the action was not', async () => {
    const service = await serve();
    const session = await service.session('cus_monthly');
    const { error } = await service.act(session, {
      type: 'discount',
      offerId: 'why/too_expensive',
      couponId: 'OTHER',
    });
    expect(error.field).toBe('action.couponId');
    expect(await deliveries(service)).toEqual([]);
  });

  it('is signed by both schemes, with both secrets while one is replaced', async () => {
    const service = await serve();
    await service.act(await service.session('cus_monthly'), cancel);
    const [first] = await receiver.until(1);
    if (!first) throw new Error('Nothing arrived');
    const { headers, body } = first;
    expect(read(first, older)).toEqual(read(first, secret));
    expect(verifyWebhookBody(body, String(headers['ck-signature']), secret)).toBe(true);
    expect(headers['fairwell-signature']).toBe(headers['ck-signature']);
    // The reference implementation takes its time from the machine.
    vi.useFakeTimers({ now: world.clock.now(), toFake: ['Date'] });
    try {
      const flat = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, String(value)]),
      );
      expect(new Webhook(older).verify(body, flat)).toEqual(JSON.parse(body));
    } finally {
      vi.useRealTimers();
    }
  });

  it('is sent again with the same id and body, until it is taken', async () => {
    const service = await serve();
    receiver.answer(500);
    await service.act(await service.session('cus_monthly'), cancel);
    await receiver.until(1);
    await eventually(async () => {
      expect((await deliveries(service, 'pending'))[0]?.attempts).toHaveLength(1);
    });
    receiver.answer(200);
    world.clock.advance(6_000);
    const [first, second] = await receiver.until(2);
    expect(second?.body).toBe(first?.body);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
    expect(second?.headers['webhook-timestamp']).not.toBe(first?.headers['webhook-timestamp']);
    await eventually(async () => {
      const done = (await deliveries(service, 'done')).find(({ kind }) => kind === 'webhook');
      expect(done).toMatchObject({
        customerId: 'cus_monthly',
        attempts: [{ status: 500, error: 'answered with 500' }, { status: 200 }],
      });
    });
  });

  it('that is dead can be replayed', async () => {
    const service = await serve();
    receiver.answer(410);
    await service.act(await service.session('cus_monthly'), cancel);
    const [dead] = await eventually(async () => {
      const found = await deliveries(service, 'dead');
      expect(found).toHaveLength(1);
      return found;
    });
    receiver.answer(200);
    const path = `/v1/admin/deliveries/${dead?.id}/replay`;
    const replay = () => service.send('POST', path, { headers: admin });
    expect(await replay()).toMatchObject({ status: 200, body: { replayed: 1 } });
    await receiver.until(2);
    await eventually(async () => {
      expect(await deliveries(service, 'dead')).toEqual([]);
    });
    expect((await replay()).error).toMatchObject({ code: 'not_found', field: 'id' });
  });

  it('reaches nobody in a private network unless that is allowed', async () => {
    const endpoints = [{ url: receiver.url, secrets: [secret] }];
    await expect(world.serve({ webhooks: { endpoints } })).rejects.toThrow(
      'webhooks.endpoints[0].url',
    );
    const service = await world.serve();
    for (const url of [receiver.url, 'https://127.0.0.1/', 'https://[::1]/', 'nonsense']) {
      const { status, error } = await service.send('POST', '/v1/admin/webhooks', {
        headers: admin,
        body: { url },
      });
      expect([status, error.field]).toEqual([400, 'url']);
    }
  });
});

describe('an endpoint', () => {
  const add = (service: TestService) =>
    service.send<WebhookWithSecret>('POST', '/v1/admin/webhooks', {
      headers: admin,
      body: { url: receiver.url },
    });

  it('is added, tried out, given a new secret, and removed', async () => {
    const service = await world.serve({ webhooks: { allowPrivate: true } });
    const { status, body: added } = await add(service);
    expect(status).toBe(201);
    const path = `/v1/admin/webhooks/${added.id}`;
    const test = () =>
      service.send<{ deliveryId: string }>('POST', `${path}/test`, { headers: admin });
    const { body: started } = await test();
    const [first] = await receiver.until(1);
    expect(first && read(first, added.secret)).toMatchObject({ event: 'test' });
    expect((await deliveries(service)).map(({ id }) => id)).toEqual([started.deliveryId]);

    const { body: rotated } = await service.send<WebhookWithSecret>('POST', `${path}/rotate`, {
      headers: admin,
    });
    expect(rotated.secret).not.toBe(added.secret);
    await test();
    const second = (await receiver.until(2))[1] as Delivered;
    expect([added.secret, rotated.secret].map((each) => read(second, each).event)).toEqual([
      'test',
      'test',
    ]);
    world.clock.advance(25 * 60 * 60 * 1000);
    await test();
    const third = (await receiver.until(3))[2] as Delivered;
    expect(read(third, rotated.secret).event).toBe('test');
    expect(() => read(third, added.secret)).toThrow('not signed');

    const list = () => service.send<object[]>('GET', '/v1/admin/webhooks', { headers: admin });
    const { body: listed } = await list();
    expect(listed).toEqual([{ id: added.id, url: receiver.url, createdAt: at }]);
    const remove = () => service.send('DELETE', path, { headers: admin });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
    expect((await list()).body).toEqual([]);
  });

  it('belongs to its mode', async () => {
    const service = await world.serve({ webhooks: { allowPrivate: true } });
    const { body: added } = await add(service);
    const { key } = await new KeyStore(world.database, world.clock.now).create('admin', 'test');
    const headers = { 'x-fairwell-key': key };
    const path = `/v1/admin/webhooks/${added.id}`;
    expect((await service.send('GET', '/v1/admin/webhooks', { headers })).body).toEqual([]);
    for (const [method, url] of [
      ['DELETE', path],
      ['POST', `${path}/rotate`],
      ['POST', `${path}/test`],
    ] as const)
      expect((await service.send(method, url, { headers })).status).toBe(404);
    expect((await service.send('POST', '/v1/admin/deliveries/replay', { headers })).body).toEqual({
      replayed: 0,
    });
  });
});

it('a process that stops leaves what it had not begun to another', async () => {
  const jobs = new JobStore(world.database, world.clock.now);
  const first = await serve();
  await first.act(await first.session('cus_monthly'), cancel);
  await first.close();
  const left = await jobs.list({ mode: 'live', kinds: ['session', 'webhook'] }, 10);
  expect(left.every(({ job }) => job.lease_until === null)).toBe(true);
  await serve();
  expect((await told()).session.result).toBe('cancel');
  expect(receiver.delivered).toHaveLength(1);
});
