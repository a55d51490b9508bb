import type {
  FlowDraft,
  FlowList,
  FlowVersionList,
  PublishedFlow,
  StoredFlow,
} from '@fairwell/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { administer, annualSegment, draftNamed } from './support/admin.js';
import type { TestService } from './support/service.js';
import { useWorld } from './support/world.js';

const world = useWorld();
let service: TestService;
let admin: Awaited<ReturnType<typeof administer>>;

beforeEach(async () => {
  service = await world.serve();
  admin = await administer(world, service);
});

const create = (id: string, draft: FlowDraft) =>
  admin.send<StoredFlow>('POST', '/flows', { id, draft });
const get = async (id: string) => (await admin.send<StoredFlow>('GET', `/flows/${id}`)).body;
const publish = (id: string, revision: number) =>
  admin.send<PublishedFlow>('POST', `/flows/${id}/publish`, { revision });
const update = (id: string, revision: number, draft: FlowDraft) =>
  admin.send<StoredFlow>('PUT', `/flows/${id}/draft`, { revision, draft });
const version = async (id: string, number: number) =>
  (await admin.send<PublishedFlow>('GET', `/flows/${id}/versions/${number}`)).body;
const ids = async (path = '/flows') =>
  (await admin.send<FlowList>('GET', path)).body.flows.map(({ id }) => id);
const shownTo = async (customer: string) => {
  const session = await service.session(customer);
  return `${session.flow.id} ${session.flow.version ?? 'draft'}`;
};
describe('a flow', () => {
  it('is stored as a draft that nobody is shown', async () => {
    const draft = draftNamed('First', annualSegment);
    const { status, body } = await create('first', draft);
    expect(status).toBe(201);
    expect(body).toEqual({
      id: 'first',
      name: 'First',
      primary: false,
      liveVersion: null,
      revision: 1,
      unpublished: true,
      archivedAt: null,
      createdAt: world.clock.now().toISOString(),
      updatedAt: world.clock.now().toISOString(),
      draft,
    });
    expect(await get('first')).toEqual(body);
    expect(await shownTo('cus_annual')).toBe('everyone 3');
  });

  it('keeps its id', async () => {
    await create('first', draftNamed('First'));
    const { status, error } = await create('first', draftNamed('Another'));
    expect([status, error.code, error.field]).toEqual([409, 'conflict', 'id']);
    expect((await get('first')).name).toBe('First');
  });

  it('is published under a number of its own, and then is what is live', async () => {
    await create('first', draftNamed('First', annualSegment));
    const { status, body } = await publish('first', 1);
    expect(status).toBe(201);
    expect(body).toEqual({
      version: 1,
      name: 'First',
      live: true,
      publishedAt: world.clock.now().toISOString(),
      flow: { id: 'first', version: 1, ...draftNamed('First').flow },
      segment: annualSegment,
    });
    expect(await get('first')).toMatchObject({ liveVersion: 1, unpublished: false, revision: 2 });
    expect(await shownTo('cus_annual')).toBe('first 1');
  });

  it('goes on as it was published while its draft is written', async () => {
    await admin.publish('first', draftNamed('First', annualSegment));
    const { body } = await update('first', 2, { flow: { half: 'written' }, segment: null });
    expect(body).toMatchObject({ unpublished: true, liveVersion: 1, name: 'first' });
    expect(await shownTo('cus_annual')).toBe('first 1');
  });

  it('can be archived and brought back', async () => {
    await admin.publish('first', draftNamed('First', annualSegment));
    const archive = (archived: boolean) =>
      admin.send<StoredFlow>('PUT', '/flows/first/archived', { archived });
    expect((await archive(true)).body.archivedAt).toBe(world.clock.now().toISOString());
    expect(await ids()).toEqual([]);
    expect(await ids('/flows?archived=true')).toEqual(['first']);
    expect(await shownTo('cus_annual')).toBe('everyone 3');
    expect((await publish('first', 2)).status).toBe(409);
    await archive(false);
    expect(await shownTo('cus_annual')).toBe('first 1');
  });

  it('belongs to the mode of the key', async () => {
    await admin.publish('first', draftNamed('First', annualSegment));
    const { send } = await administer(world, service, 'test');
    expect((await send<FlowList>('GET', '/flows')).body.flows).toEqual([]);
    expect((await send('GET', '/flows/first')).status).toBe(404);
    expect((await send('PUT', '/flows/first/archived', { archived: true })).status).toBe(404);
    const { status } = await send('POST', '/flows', { id: 'first', draft: draftNamed('Mine') });
    expect(status).toBe(201);
    expect((await get('first')).name).toBe('First');
  });

  it.each([
    ['GET', '/flows/nobody', undefined],
    ['PUT', '/flows/nobody/draft', { revision: 1, draft: draftNamed('x') }],
    ['POST', '/flows/nobody/publish', { revision: 1 }],
    ['POST', '/flows/nobody/restore', { revision: 1, version: 1 }],
    ['GET', '/flows/nobody/versions', undefined],
    ['GET', '/flows/nobody/versions/1', undefined],
    ['PUT', '/flows/nobody/archived', { archived: true }],
    ['POST', '/flows/nobody/preview', {}],
    ['PUT', '/primary-flow', { id: 'nobody' }],
  ])('that is not there is not found: %s %s', async (method, path, body) => {
    const { status, error } = await admin.send(method, path, body);
    expect([status, error.code]).toEqual([404, 'not_found']);
  });
});

describe('a draft', () => {
  it('that somebody else has changed is not overwritten', async () => {
    await create('first', draftNamed('First'));
    expect((await update('first', 1, draftNamed('Second'))).body.revision).toBe(2);
    const { status, error } = await update('first', 1, draftNamed('Third'));
    expect([status, error.code, error.field]).toEqual([409, 'conflict', 'revision']);
    expect((await publish('first', 1)).status).toBe(409);
    expect((await get('first')).name).toBe('Second');
  });

  it('changed by two at once is changed by one', async () => {
    await create('first', draftNamed('First'));
    const answers = await Promise.all(
      ['a', 'b', 'c', 'd'].map((name) => update('first', 1, draftNamed(name))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const winner = answers.find(({ status }) => status === 200);
    expect(await get('first')).toEqual(winner?.body);
  });

  it.each<[name: string, draft: unknown, field: string]>([
    ['no steps', { flow: { name: 'x' }, segment: null }, 'flow.steps'],
    [
      'a step of no kind',
      { flow: { steps: [{ id: 'a', type: 'quiz' }] }, segment: null },
      'flow.steps[0].type',
    ],
    [
      'a choice without words',
      { flow: { steps: [{ id: 'a', type: 'survey', choices: [{ id: 'b' }] }] }, segment: null },
      'flow.steps[0].choices[0].label',
    ],
    [
      'a confirm step that is not the last',
      {
        flow: {
          steps: [
            { id: 'a', type: 'confirm' },
            { id: 'b', type: 'feedback' },
          ],
        },
        segment: null,
      },
      'flow.steps[0]',
    ],
  ])('is not published with %s, which is named', async (_name, draft, field) => {
    await create('first', draft as FlowDraft);
    const { status, error } = await publish('first', 1);
    expect([status, error.code, error.field]).toEqual([422, 'invalid_flow', field]);
    expect(await get('first')).toMatchObject({ liveVersion: null, revision: 1 });
  });

  const condition = (each: object) => ({
    flow: {},
    segment: { name: 'x', conditions: [each] },
  });
  it.each<[draft: unknown, field: string]>([
    [undefined, 'draft'],
    [{ flow: {} }, 'draft.segment'],
    [{ flow: [], segment: null }, 'draft.flow'],
    [condition({ type: 'mood' }), 'draft.segment.conditions[0].type'],
    [
      condition({ type: 'status', operand: 'is', value: ['trial'] }),
      'draft.segment.conditions[0].operand',
    ],
    [
      condition({ type: 'price', operand: 'moreThan', value: 1.5, currency: 'usd' }),
      'draft.segment.conditions[0].value',
    ],
    [{ flow: {}, segment: { name: 'x', conditions: [] } }, 'draft.segment.conditions'],
  ])('that is malformed is refused by name: %j', async (draft, field) => {
    const { status, error } = await create('first', draft as FlowDraft);
    expect([status, error.code, error.field]).toEqual([400, 'invalid_request', field]);
    expect(await ids()).toEqual([]);
  });
});

describe('a version', () => {
  it('never changes, whatever is done to its flow', async () => {
    await admin.publish('first', draftNamed('First', annualSegment));
    const first = await version('first', 1);
    world.clock.advance(1000);
    await update('first', 2, draftNamed('Second'));
    await publish('first', 3);
    await admin.send('POST', '/flows/first/restore', { version: 1, revision: 4 });
    await update('first', 5, draftNamed('Third'));
    await admin.send('PUT', '/flows/first/archived', { archived: true });
    expect(await version('first', 1)).toEqual({ ...first, live: false });
    const { body } = await admin.send<FlowVersionList>('GET', '/flows/first/versions');
    expect(body.versions).toEqual([
      {
        version: 2,
        name: 'Second',
        live: true,
        publishedAt: world.clock.now().toISOString(),
      },
      { version: 1, name: 'First', live: false, publishedAt: first.publishedAt },
    ]);
  });

  it('is restored as a draft, and published again as a new one', async () => {
    await admin.publish('first', draftNamed('First', annualSegment));
    await update('first', 2, draftNamed('Second'));
    await publish('first', 3);
    const restored = await admin.send<StoredFlow>('POST', '/flows/first/restore', {
      version: 1,
      revision: 4,
    });
    expect(restored.body).toMatchObject({
      draft: draftNamed('First', annualSegment),
      unpublished: true,
      liveVersion: 2,
    });
    const { body } = await publish('first', 5);
    expect(body).toMatchObject({ version: 3, segment: annualSegment, flow: { version: 3 } });
  });

  it('that is live undoes what was not published', async () => {
    await admin.publish('first', draftNamed('First'));
    await update('first', 2, draftNamed('Second'));
    const { body } = await admin.send<StoredFlow>('POST', '/flows/first/restore', {
      version: 1,
      revision: 3,
    });
    expect(body).toMatchObject({ name: 'First', unpublished: false, liveVersion: 1 });
  });

  it('is made once, however many publish at once', async () => {
    await create('first', draftNamed('First'));
    const answers = await Promise.all([1, 2, 3, 4].map(() => publish('first', 1)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    const { body } = await admin.send<FlowVersionList>('GET', '/flows/first/versions');
    expect(body.versions).toHaveLength(1);
  });

  it('that there is not is not found', async () => {
    await admin.publish('first', draftNamed('First'));
    for (const [method, path, body] of [
      ['GET', '/flows/first/versions/2', undefined],
      ['POST', '/flows/first/restore', { version: 2, revision: 2 }],
      ['POST', '/flows/first/preview', { version: 2 }],
    ] as const) {
      const { status, error } = await admin.send(method, path, body);
      expect([status, error.field]).toEqual([404, 'version']);
    }
  });
});
