import type {
  FlowDraft,
  FlowList,
  FlowPreview,
  MatchedFlow,
  Metadata,
  Mode,
  PublishedFlow,
  Segment,
  StoredFlow,
} from '@fairwell/contract';
import { signSessionToken } from '@fairwell/node';
import { beforeEach, describe, expect, it } from 'vitest';
import { administer, annualSegment, draftNamed } from './support/admin.js';
import { appId, flow, secret } from './support/fixtures.js';
import type { TestService } from './support/service.js';
import { cancel, useWorld } from './support/world.js';

const world = useWorld();
let service: TestService;
let admin: Awaited<ReturnType<typeof administer>>;

beforeEach(async () => {
  service = await world.serve();
  admin = await administer(world, service);
});

const create = (id: string, draft: FlowDraft) =>
  admin.send<StoredFlow>('POST', '/flows', { id, draft });
const publish = (id: string, revision: number) =>
  admin.send<PublishedFlow>('POST', `/flows/${id}/publish`, { revision });
const update = (id: string, revision: number, draft: FlowDraft) =>
  admin.send<StoredFlow>('PUT', `/flows/${id}/draft`, { revision, draft });
const ids = async () =>
  (await admin.send<FlowList>('GET', '/flows')).body.flows.map(({ id }) => id);
const shownTo = async (customer: string) => {
  const session = await service.session(customer);
  return `${session.flow.id} ${session.flow.version ?? 'draft'}`;
};
const row = async (id: string) =>
  world.database.query
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

describe('who gets which flow', () => {
  const onStandard: Segment = {
    name: 'Standard',
    conditions: [{ type: 'plan', operand: 'includes', value: ['price_standard'] }],
  };
  const triers: Segment = {
    name: 'Trials',
    conditions: [{ type: 'status', operand: 'includes', value: ['trial'] }],
  };
  const order = (...list: string[]) => admin.send<FlowList>('PUT', '/flow-order', { ids: list });
  const setPrimary = (id: string | null) => admin.send<FlowList>('PUT', '/primary-flow', { id });

  it('follows the order of the flows, then the primary one, then the one of the service', async () => {
    await admin.publish('standard', draftNamed('Standard', onStandard));
    await admin.publish('trials', draftNamed('Trials', triers));
    await admin.publish('rest', draftNamed('The rest'));
    expect(await ids()).toEqual(['standard', 'trials', 'rest']);
    expect(await shownTo('cus_trial')).toBe('standard 1');
    await order('trials', 'standard', 'rest');
    expect(await shownTo('cus_trial')).toBe('trials 1');
    expect(await shownTo('cus_monthly')).toBe('standard 1');
    expect(await shownTo('cus_annual')).toBe('everyone 3');
    expect((await setPrimary('rest')).body.flows.find(({ primary }) => primary)?.id).toBe('rest');
    expect(await shownTo('cus_annual')).toBe('rest 1');
    await setPrimary('standard');
    expect(await shownTo('cus_annual')).toBe('standard 1');
    await setPrimary(null);
    expect(await shownTo('cus_annual')).toBe('everyone 3');
  });

  it('is told to whoever asks before', async () => {
    await admin.publish('trials', draftNamed('Trials', triers));
    await admin.publish('french', {
      ...draftNamed('French'),
      segment: {
        name: 'French',
        conditions: [
          { type: 'textAttribute', name: 'language', operand: 'includes', value: ['fr'] },
        ],
      },
    });
    const ask = async (body: object) =>
      (await admin.send<MatchedFlow>('POST', '/flow-match', body)).body;
    const segments = (trials: boolean, french: boolean) => [
      { flowId: 'trials', name: 'Trials', matches: trials },
      { flowId: 'french', name: 'French', matches: french },
    ];
    expect(await ask({ customerId: 'cus_trial' })).toEqual({
      flowId: 'trials',
      version: 1,
      because: 'segment',
      segments: segments(true, false),
    });
    expect(
      await ask({ customerId: 'cus_monthly', customerAttributes: { language: 'fr' } }),
    ).toMatchObject({ flowId: 'french', segments: segments(false, true) });
    expect(await ask({ customerId: 'cus_monthly' })).toEqual({
      flowId: 'everyone',
      version: 3,
      because: 'configured',
      segments: segments(false, false),
    });
    await setPrimary('french');
    expect(await ask({ customerId: 'cus_monthly' })).toEqual({
      flowId: 'french',
      version: 1,
      because: 'primary',
      segments: [{ flowId: 'trials', name: 'Trials', matches: false }],
    });
    const { error } = await admin.send('POST', '/flow-match', { customerId: 'cus_nobody' });
    expect(error).toMatchObject({ code: 'customer_unknown', field: 'customerId' });
  });

  it('depends on what the back end signed before what the page says', async () => {
    await admin.publish('gold', {
      ...draftNamed('Gold'),
      segment: {
        name: 'Gold',
        conditions: [{ type: 'textAttribute', name: 'tier', operand: 'includes', value: ['gold'] }],
      },
    });
    const shown = async (signed: Metadata | undefined, said: Metadata) => {
      const token = signSessionToken(
        { appId, customerId: 'cus_monthly', mode: 'live', attributes: signed },
        secret,
        world.clock,
      );
      return (await service.start(token, { customerAttributes: said })).body.flow.id;
    };
    expect(await shown(undefined, { tier: 'gold' })).toBe('gold');
    expect(await shown({ tier: 'gold' }, { tier: 'none' })).toBe('gold');
    expect(await shown({ tier: 'none' }, { tier: 'gold' })).toBe('everyone');
    const unstorable = signSessionToken(
      { appId, customerId: 'cus_monthly', mode: 'live', attributes: { tier: '\0' } },
      secret,
      world.clock,
    );
    expect((await service.start(unstorable)).error.code).toBe('token_invalid');
  });

  it('is kept with the session', async () => {
    await admin.publish('trials', draftNamed('Trials', triers));
    const inside = await service.session('cus_trial');
    const outside = await service.session('cus_monthly');
    await update('trials', 2, draftNamed('Changed', annualSegment));
    await publish('trials', 3);
    expect(await row(inside.id)).toMatchObject({
      flow_id: 'trials',
      flow_version: 1,
      segment: triers,
    });
    expect(await row(outside.id)).toMatchObject({ flow_id: 'everyone', segment: null });
    expect((await service.read(inside)).body).toMatchObject({ flowId: 'trials', flowVersion: 1 });
    expect((await service.act(inside, cancel)).status).toBe(200);
  });

  it('has an order of every flow, each once', async () => {
    await create('a', draftNamed('A'));
    await create('b', draftNamed('B'));
    for (const wrong of [['a'], ['a', 'b', 'c'], ['a', 'b', 'a'], []]) {
      const { status, error } = await order(...wrong);
      expect([status, error.field]).toEqual([400, 'ids']);
    }
    expect(await ids()).toEqual(['a', 'b']);
  });

  it('has a primary flow that customers can be shown', async () => {
    await create('draft', draftNamed('Draft'));
    expect((await setPrimary('draft')).status).toBe(409);
    await publish('draft', 1);
    await setPrimary('draft');
    const { error } = await admin.send('PUT', '/flows/draft/archived', { archived: true });
    expect(error.code).toBe('conflict');
    expect(await shownTo('cus_annual')).toBe('draft 1');
  });

  it('has one primary flow, however many are made it at once', async () => {
    for (const id of ['a', 'b', 'c']) await admin.publish(id, draftNamed(id));
    const answers = await Promise.all(['a', 'b', 'c'].map(setPrimary));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await admin.send<FlowList>('GET', '/flows');
    expect(body.flows.filter(({ primary }) => primary)).toHaveLength(1);
  });
});

describe('a preview', () => {
  const mint = async (id: string, number?: number) =>
    (
      await admin.send<FlowPreview>('POST', `/flows/${id}/preview`, {
        ...(number !== undefined && { version: number }),
      })
    ).body;
  const begin = (previewToken: string, more: object = { preview: true }, mode: Mode = 'live') =>
    service.start(service.tokenFor('cus_monthly', undefined, mode), { ...more, previewToken });

  it('shows the draft as it is, or a version, and bills nobody', async () => {
    await admin.publish('first', draftNamed('First', annualSegment));
    await update('first', 2, draftNamed('Second', annualSegment));
    const { token, expiresAt } = await mint('first');
    expect(Date.parse(expiresAt) - world.clock.now().getTime()).toBe(15 * 60_000);
    const { body: draft } = await begin(token);
    expect(draft.flow).toEqual({ id: 'first', ...draftNamed('Second').flow });
    const { body: old } = await begin((await mint('first', 1)).token);
    expect(old.flow).toMatchObject({ id: 'first', version: 1, name: 'First' });
    expect((await service.act(draft, cancel)).body.outcome.type).toBe('cancel');
    expect((await world.subscription('cus_monthly')).cancelAt).toBeUndefined();
    expect(await row(draft.id)).toMatchObject({ preview: true, flow_version: null });
  });

  it('of a draft that is not finished says what is missing', async () => {
    await create('first', { flow: { steps: [] }, segment: null });
    const { status, error } = await begin((await mint('first')).token);
    expect([status, error.code, error.field]).toEqual([422, 'invalid_flow', 'flow.steps']);
  });

  it('without its token shows what is live', async () => {
    await create('first', draftNamed('First', annualSegment));
    const { flow: shown } = await service.session('cus_monthly', { preview: true });
    expect(shown.id).toBe(flow.id);
  });

  it('needs a token that was made for it', async () => {
    await create('first', draftNamed('First'));
    const { token } = await mint('first');
    const refused = async (...args: Parameters<typeof begin>) => {
      const { error } = await begin(...args);
      return [error.code, error.field];
    };
    expect(await refused(token, {})).toEqual(['invalid_request', 'previewToken']);
    expect(await refused(service.tokenFor('first'))).toEqual(['token_invalid', 'previewToken']);
    expect(await refused(`${token}x`)).toEqual(['token_invalid', 'previewToken']);
    expect((await service.start(token)).error.code).toBe('token_invalid');
    const { send } = await administer(world, service, 'test');
    await send('POST', '/flows', { id: 'first', draft: draftNamed('Test') });
    const other = await send<FlowPreview>('POST', '/flows/first/preview', {});
    expect(await refused(other.body.token)).toEqual(['forbidden', 'previewToken']);
    world.clock.advance(15 * 60_000);
    expect(await refused(token)).toEqual(['token_expired', 'previewToken']);
  });
});
