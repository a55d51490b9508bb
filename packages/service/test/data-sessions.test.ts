import type { Breakdown, DataSession, SessionCount } from '@fairwell/contract';
import { expect, it } from 'vitest';
import { dataClient, day, makeHistory, type DataClient } from './support/data.js';
import { cancel, useWorld } from './support/world.js';

const world = useWorld();

const list = async (client: DataClient, query = ''): Promise<DataSession[]> => {
  const { status, body, error } = await client.get<DataSession[]>(`/v1/data/sessions${query}`);
  if (status !== 200) throw new Error(`${query}: ${error.message}`);
  return body;
};
const aggregate = async (client: DataClient, query: string): Promise<SessionCount[]> => {
  const { status, body, error } = await client.get<SessionCount[]>(
    `/v1/data/session-aggregation${query}`,
  );
  if (status !== 200) throw new Error(`${query}: ${error.message}`);
  return body;
};

async function withHistory() {
  const service = await world.serve();
  const client = await dataClient(world, service);
  const ids = await makeHistory(world, service);
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  await world.database.query
    .updateTable('sessions')
    .set({ abtest: 'test_1' })
    .where('id', 'in', [ids['pause'] ?? '', ids['cancel'] ?? ''])
    .execute();
  const found = async (query: string): Promise<string[]> =>
    (await list(client, query)).map(({ _id }) => names.get(_id) ?? _id);
  return { service, client, ids, found };
}

const all = ['cancel', 'plan', 'discount', 'redirect', 'contact', 'trial', 'abandon', 'pause'];
const but = (...left: string[]): string[] => all.filter((name) => !left.includes(name));

/** Every filter, and whom it finds. The first sessions began on 15 November 2026 at noon. */
const filters: Record<string, string[]> = {
  '': all,
  '?limit=2': ['cancel', 'plan'],
  '?limit=2&skip=2': ['discount', 'redirect'],
  '?startDate=2026-12-05': but('trial', 'abandon', 'pause'),
  '?startDate=2026-12-05T12:00:00.000Z&endDate=2026-12-06': ['redirect', 'contact'],
  '?endDate=2026-12-01': ['trial', 'abandon', 'pause'],
  '?customerId=cus_euro': ['cancel', 'plan', 'contact'],
  '?trial=true': ['trial'],
  '?trial=false': but('trial'),
  '?billingInterval=YEAR': ['discount', 'abandon'],
  '?billingInterval=MONTH': but('discount', 'abandon'),
  '?billingInterval=WEEK': [],
  '?planId=price_annual': ['discount', 'abandon'],
  '?planId=price_lite_eur': ['cancel'],
  '?aborted=true': ['abandon'],
  '?aborted=false': but('abandon'),
  '?canceled=true': ['cancel'],
  '?canceled=false': but('cancel'),
  '?offerType=PAUSE': ['pause'],
  '?offerType=DISCOUNT': ['discount'],
  '?offerType=CONTACT': ['contact'],
  '?offerType=PLAN_CHANGE': ['plan'],
  '?offerType=REDIRECT': ['redirect'],
  '?offerType=TRIAL_EXTENSION': ['trial'],
  '?saveType=PAUSE': ['pause'],
  '?saveType=ABANDON': ['abandon'],
  '?couponId=SAVE30': ['discount'],
  '?couponId=FIVE': [],
  '?pauseDuration=2': ['pause'],
  '?pauseDuration=3': [],
  '?blueprintId=everyone.3': all,
  '?blueprintId=everyone.2': [],
  '?abtest=test_1': ['cancel', 'pause'],
  '?bounced=true': ['bounced'],
  '?bounced=false': all,
  '?offerType=DISCOUNT&billingInterval=YEAR': ['discount'],
  '?offerType=DISCOUNT&billingInterval=MONTH': [],
};

it('finds sessions by every filter', async () => {
  const { found } = await withHistory();
  const answers: Record<string, string[]> = {};
  for (const query of Object.keys(filters)) answers[query] = await found(query);
  expect(answers).toEqual(filters);
});

it('tells of a session what was shown, said and done', async () => {
  const { client, ids } = await withHistory();
  const { status, body } = await client.get<DataSession>(`/v1/data/sessions/${ids['pause']}`);
  const began = '2026-11-15T12:00:00.000Z';
  expect([status, body]).toEqual([
    200,
    {
      _id: ids['pause'],
      org: 'app_test',
      mode: 'LIVE',
      provider: 'SANDBOX',
      blueprintId: 'everyone.3',
      abtest: 'test_1',
      customer: {
        id: 'cus_monthly',
        email: 'robin@example.com',
        subscriptionId: 'sub_monthly',
        subscriptionStart: '2026-11-01T00:00:00.000Z',
        subscriptionPeriodStart: '2026-11-01T00:00:00.000Z',
        subscriptionPeriodEnd: '2026-12-01T00:00:00.000Z',
        trial: false,
        currency: 'usd',
        planId: 'price_standard',
        planPrice: 2900,
        itemQuantity: 1,
        billingInterval: 'MONTH',
        billingIntervalCount: 1,
      },
      customAttributes: { visit: 'pause' },
      result: 'pause',
      aborted: false,
      canceled: false,
      bounced: false,
      usedClickToCancel: false,
      handledByHost: false,
      surveyId: 'why',
      surveyChoiceId: 'unused',
      surveyChoiceValue: 'I do not use it',
      presentedOffers: [
        {
          guid: 'why/unused',
          offerType: 'PAUSE',
          accepted: true,
          presentedAt: began,
          acceptedAt: began,
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
      recordingStartTime: began,
      recordingEndTime: began,
      createdAt: began,
      updatedAt: began,
    },
  ]);
});

it('leads through the pages, whatever begins meanwhile', async () => {
  const { service, client, ids } = await withHistory();
  const seen: string[] = [];
  let query = '?limit=3';
  for (let pages = 0; pages < 5; pages += 1) {
    const { body, headers } = await client.get<DataSession[]>(`/v1/data/sessions${query}`);
    seen.push(...body.map(({ _id }) => _id));
    const next = headers.get('x-next-cursor');
    if (next === null) break;
    query = `?limit=3&cursor=${next}`;
    const latest = await service.session('cus_annual', { subscriptionId: 'sub_annual' });
    await service.act(latest, { type: 'contact', offerId: 'why/help' });
    world.clock.advance(2 * day);
  }
  expect(seen).toEqual(all.map((name) => ids[name]));
});

it('knows only the mode of its key, and nothing of previews and of what is not reported', async () => {
  const service = await world.serve({ providers: { live: world.sandbox, test: world.sandbox } });
  const [live, test] = [await dataClient(world, service), await dataClient(world, service, 'test')];
  const { body: inTest } = await service.start(service.tokenFor('cus_monthly', undefined, 'test'));
  await service.act(inTest, { type: 'contact', offerId: 'why/help' });
  for (const kind of [{ preview: true }, { report: false }])
    await service.act(await service.session('cus_monthly', kind), {
      type: 'contact',
      offerId: 'why/help',
    });
  const open = await service.session('cus_monthly');
  expect(await list(live)).toEqual([]);
  expect(await aggregate(live, '')).toEqual([{ count: 0 }]);
  expect((await list(test)).map(({ _id, mode }) => [_id, mode])).toEqual([[inTest.id, 'TEST']]);
  expect(await aggregate(test, '')).toEqual([{ count: 1 }]);
  expect((await live.get(`/v1/data/sessions/${inTest.id}`)).error.code).toBe('session_unknown');
  expect((await live.get(`/v1/data/sessions/${open.id}`)).error.code).toBe('session_unknown');

  // What was left open has been abandoned by now.
  world.clock.advance(3 * 3_600_000);
  expect((await list(live)).map(({ _id, result }) => [_id, result])).toEqual([[open.id, 'abort']]);
});

it('counts by month and what was accepted, and by what was said', async () => {
  const { client } = await withHistory();
  expect(await aggregate(client, '?breakdown=month-offerType')).toEqual([
    { month: '2026-11', offerType: 'PAUSE', count: 1 },
    { month: '2026-11', offerType: 'TRIAL_EXTENSION', count: 1 },
    { month: '2026-11', offerType: null, count: 1 },
    { month: '2026-12', offerType: 'CONTACT', count: 1 },
    { month: '2026-12', offerType: 'DISCOUNT', count: 1 },
    { month: '2026-12', offerType: 'REDIRECT', count: 1 },
    { month: '2027-01', offerType: 'PLAN_CHANGE', count: 1 },
    { month: '2027-01', offerType: null, count: 1 },
  ]);
  expect(
    await aggregate(
      client,
      '?startDate=2026-12-01&breakdown=month-surveyResponse-billingInterval&couponId=SAVE30',
    ),
  ).toEqual([
    {
      month: '2026-12',
      surveyResponse: 'It costs too much',
      billingInterval: 'YEAR',
      count: 1,
    },
  ]);
});

/** What the list says of a session, as a breakdown does. */
const groupings: Record<Breakdown, (session: DataSession) => unknown> = {
  month: ({ createdAt }) => createdAt.slice(0, 7),
  trial: ({ customer }) => customer.trial,
  billingInterval: ({ customer }) => customer.billingInterval,
  planId: ({ customer }) => customer.planId,
  aborted: ({ aborted }) => aborted,
  canceled: ({ canceled }) => canceled,
  offerType: ({ acceptedOffer }) => acceptedOffer?.offerType ?? null,
  saveType: ({ acceptedOffer, aborted }) =>
    acceptedOffer?.offerType ?? (aborted ? 'ABANDON' : null),
  couponId: ({ acceptedOffer }) => acceptedOffer?.couponId ?? null,
  pauseDuration: ({ acceptedOffer }) => acceptedOffer?.pauseDuration ?? null,
  blueprintId: ({ blueprintId }) => blueprintId,
  abtest: ({ abtest }) => abtest ?? null,
  surveyResponse: ({ surveyChoiceValue }) => surveyChoiceValue,
};

it('counts by everything as the list shows it, in whatever span', async () => {
  const { client } = await withHistory();
  const spans = [
    '',
    'startDate=2026-12-01',
    'endDate=2027-01-01',
    'startDate=2026-11-15T13:00:00Z&endDate=2027-01-10',
    'startDate=2026-12-02&endDate=2026-12-20',
    'startDate=2026-12-01&endDate=2027-01-01',
    'bounced=true',
    'customerId=cus_euro&startDate=2026-12-02',
  ];
  for (const span of spans)
    for (const [name, valueOf] of Object.entries(groupings)) {
      const counts = await aggregate(client, `?breakdown=${name}&${span}`);
      const counted = Object.fromEntries(
        counts.map(({ count, ...group }) => [JSON.stringify(Object.values(group)[0]), count]),
      );
      const listed: Record<string, number> = {};
      for (const session of await list(client, `?${span}`)) {
        const value = JSON.stringify(valueOf(session));
        listed[value] = (listed[value] ?? 0) + 1;
      }
      expect(counted, `${name} ${span}`).toEqual(listed);
    }
});

it('counts a session anew when it comes to another result', async () => {
  const service = await world.serve();
  const client = await dataClient(world, service);
  const session = await service.session('cus_monthly');
  await service.act(session, { type: 'contact', offerId: 'why/help' });
  expect(await aggregate(client, '?breakdown=saveType')).toEqual([
    { saveType: 'CONTACT', count: 1 },
  ]);
  await service.act(session, cancel);
  expect(await aggregate(client, '?breakdown=canceled')).toEqual([{ canceled: true, count: 1 }]);
});

it.each([
  ['sessions?limit=0', 'limit'],
  ['sessions?limit=10001', 'limit'],
  ['sessions?limit=ten', 'limit'],
  ['sessions?limit=1&limit=2', 'limit'],
  ['sessions?skip=-1', 'skip'],
  ['sessions?cursor=nonsense', 'cursor'],
  ['sessions?cursor=%00', 'cursor'],
  ['sessions?startDate=2026-99', 'startDate'],
  ['sessions?endDate=tomorrow', 'endDate'],
  ['sessions?trial=maybe', 'trial'],
  ['sessions?billingInterval=month', 'billingInterval'],
  ['sessions?offerType=GIFT', 'offerType'],
  ['sessions?pauseDuration=1.5', 'pauseDuration'],
  ['sessions?custmerId=cus_1', 'custmerId'],
  ['session-aggregation?breakdown=planet', 'breakdown'],
  ['session-aggregation?breakdown=', 'breakdown'],
  ['session-aggregation?limit=3', 'limit'],
  ['metrics?saveType=GIFT', 'saveType'],
])('names what is wrong: %s', async (path, field) => {
  const client = await dataClient(world, await world.serve());
  const { status, error } = await client.get(`/v1/data/${path}`);
  expect([status, error.code, error.field]).toEqual([
    400,
    'invalid_request',
    `querystring.${field}`,
  ]);
});
