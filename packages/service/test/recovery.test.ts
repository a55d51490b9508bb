import { describe, expect, it, vi } from 'vitest';
import { ProviderError } from '../src/index.js';
import { resultsOf } from '../src/ledger/steps.js';
import { faulty, type FaultyProvider } from './support/faulty-provider.js';
import { newKey, type TestService } from './support/service.js';
import {
  cancel,
  couponsOf,
  serveBreakable,
  statesOf,
  takeDiscount,
  useWorld,
} from './support/world.js';

const world = useWorld();
const breakable = () => serveBreakable(world);
const states = () => statesOf(world);
const coupons = () => couponsOf(world);
const minute = 60_000;

/** A service on the same data, after the others have gone. Their leases have run out. */
async function nextService(provider?: FaultyProvider): Promise<TestService> {
  world.clock.advance(2 * minute);
  return world.serve(provider && { providers: { live: provider } });
}

describe('a provider that fails', () => {
  const refusals = [
    ['payment_declined', 402],
    ['provider_rejected', 502],
    ['provider_rate_limited', 503],
    ['provider_unavailable', 503],
  ] as const;

  it.each(refusals)(
    'with %s: nothing is done, and cancelling still works',
    async (code, status) => {
      const { provider, service, session } = await breakable();
      provider.fail('apply', 'before', new ProviderError(code, 'No', 'none'));
      const { error, ...answer } = await service.act(session, takeDiscount);
      expect([answer.status, error.code]).toEqual([status, code]);
      expect(await states()).toEqual(['failed']);
      expect(await coupons()).toEqual([]);
      expect((await service.read(session)).body.result).toBeUndefined();
      expect((await service.act(session, cancel)).status).toBe(200);
    },
  );

  it('while it reads: nothing is done, and the same key tries again', async () => {
    const { provider, service, session } = await breakable();
    const key = newKey();
    provider.fail('listSubscriptions', 'before', new TypeError('x is not a function'));
    const { error } = await service.act(session, cancel, key);
    expect(error.code).toBe('provider_unavailable');
    expect(error.message).not.toContain('is not a function');
    expect((await service.act(session, cancel, key)).status).toBe(200);
  });

  it('with nonsense after it did it: the customer is told that it is done', async () => {
    const { provider, service, session } = await breakable();
    provider.fail('apply', 'after', new SyntaxError('Unexpected token <'));
    expect((await service.act(session, takeDiscount)).status).toBe(200);
    expect(await states()).toEqual(['applied']);
    expect(await coupons()).toEqual(['SAVE30']);
  });

  it('with nonsense before it did it: the customer is told that it is not', async () => {
    const { provider, service, session } = await breakable();
    provider.fail('apply', 'before', new SyntaxError('Unexpected token <'));
    expect((await service.act(session, takeDiscount)).error.code).toBe('provider_unavailable');
    expect(await states()).toEqual(['failed']);
    expect(await coupons()).toEqual([]);
  });

  const lost = new ProviderError('outcome_unknown', 'No answer', 'open');

  it('without an answer, though it did it', async () => {
    const { provider, service, session } = await breakable();
    provider.fail('apply', 'after', lost);
    expect((await service.act(session, takeDiscount)).status).toBe(200);
    expect(await states()).toEqual(['applied']);
  });

  it('without an answer, and it did not do it: that is unknown until the same key comes again', async () => {
    const { provider, service, session } = await breakable();
    const key = newKey();
    provider.fail('apply', 'before', lost);
    const { status, error } = await service.act(session, takeDiscount, key);
    expect([status, error.code]).toEqual([504, 'outcome_unknown']);
    expect(await states()).toEqual(['pending']);
    expect((await service.read(session)).body.result).toBeUndefined();
    expect((await service.act(session, takeDiscount, key)).status).toBe(200);
    expect(await states()).toEqual(['applied']);
    expect(await coupons()).toEqual(['SAVE30']);
  });

  it('without an answer, late: what it did in the end is not done again', async () => {
    const { provider, service, session } = await breakable();
    const key = newKey();
    provider.fail('apply', 'after', lost);
    provider.fail('findApplied', 'before', lost);
    expect((await service.act(session, takeDiscount, key)).status).toBe(504);
    expect((await service.act(session, takeDiscount, key)).status).toBe(200);
    expect(provider.calls('apply')).toBe(1);
    expect(await coupons()).toEqual(['SAVE30']);
  });

  it('without an answer to an offer: the customer cancels instead, and that is what counts', async () => {
    const { provider, service, session } = await breakable();
    provider.fail('apply', 'before', lost);
    await service.act(session, takeDiscount);
    expect((await service.act(session, cancel)).status).toBe(200);
    expect(await states()).toEqual(['failed', 'applied']);
    expect(await coupons()).toEqual([]);
    expect((await service.read(session)).body.result).toBe('cancel');
  });

  describe('halfway through two subscriptions', () => {
    const begin = async (error: ProviderError) => {
      const { provider, service } = await breakable();
      const session = await service.session('cus_two');
      const { release, reached } = provider.hold('apply', 'after');
      world.cleanUp(release);
      provider.fail('apply', 'before', error);
      const key = newKey();
      const answer = service.act(session, cancel, key);
      await reached;
      release();
      return { service, session, key, answer: await answer };
    };
    const ends = async () =>
      (await world.sandbox.listSubscriptions('cus_two')).map(({ cancelAt }) => cancelAt);
    const end = '2026-12-01T00:00:00.000Z';

    it('refused for good: the customer hears that it is half done, and may try again', async () => {
      const rejected = new ProviderError('provider_rejected', 'Not this', 'none');
      const { service, session, key, answer } = await begin(rejected);
      expect([answer.status, answer.error.code]).toEqual([502, 'partly_done']);
      expect(answer.error.message).toContain('1 of 2');
      const [entry] = await world.ledger();
      expect(resultsOf(entry?.changes ?? []).map(({ id }) => id)).toEqual(['sub_first']);
      expect(await ends()).toEqual([end, undefined]);
      const { body } = await service.act(session, cancel, key);
      expect(body.subscriptions.map(({ id }) => id)).toEqual(['sub_first', 'sub_second']);
      expect(await ends()).toEqual([end, end]);
    });

    it('refused for good: a new decision is about what is left', async () => {
      const rejected = new ProviderError('provider_rejected', 'Not this', 'none');
      const { service, session } = await begin(rejected);
      const { body } = await service.act(session, cancel);
      expect(body.subscriptions.map(({ id }) => id)).toEqual(['sub_second']);
      expect(await ends()).toEqual([end, end]);
    });

    it('refused for now: it goes on by itself', async () => {
      const busy = new ProviderError('provider_rate_limited', 'Slowly', 'none');
      const { answer } = await begin(busy);
      expect([answer.status, answer.error.code]).toEqual([503, 'provider_rate_limited']);
      expect(await states()).toEqual(['pending']);
      await nextService();
      await vi.waitFor(async () => expect(await states()).toEqual(['applied']), 10_000);
      expect(await ends()).toEqual([end, end]);
    });
  });
});

describe('a service that is killed', () => {
  const points = [
    ['after it wrote the decision down', 'listSubscriptions', 'before'],
    ['before it asked the provider', 'apply', 'before'],
    ['after the provider did it', 'apply', 'after'],
  ] as const;

  it.each(points)('%s: the next one finishes it', async (_name, method, when) => {
    const { provider, service, session } = await breakable();
    const held = provider.hold(method, when);
    world.cleanUp(held.release);
    const lostAnswer = service.act(session, takeDiscount).catch(() => undefined);
    await held.reached;
    await nextService();
    await vi.waitFor(async () => expect(await states()).toEqual(['applied']), 10_000);
    expect(await coupons()).toEqual(['SAVE30']);
    expect((await service.read(session)).body).toMatchObject({
      result: 'discount',
      accepted: { action: takeDiscount },
    });
    // Were it not dead but slow, it would find that somebody else did it.
    held.release();
    await lostAnswer;
    expect(await states()).toEqual(['applied']);
    expect(await coupons()).toEqual(['SAVE30']);
  });

  it.each(points)(
    '%s: the customer asks again and gets the answer',
    async (_name, method, when) => {
      const { provider, service, session } = await breakable();
      const key = newKey();
      const held = provider.hold(method, when);
      world.cleanUp(held.release);
      void service.act(session, cancel, key).catch(() => undefined);
      await held.reached;
      const next = await nextService();
      await vi.waitFor(async () => {
        const { status, body } = await next.act(session, cancel, key);
        expect([status, body.outcome]).toEqual([
          200,
          { type: 'cancel', endsAt: '2026-12-01T00:00:00.000Z' },
        ]);
      }, 10_000);
      expect(await states()).toEqual(['applied']);
    },
  );

  it('after it wrote the outcome down: the customer asks again and gets the answer', async () => {
    const { service, session } = await breakable();
    const key = newKey();
    const { body } = await service.act(session, cancel, key);
    const next = await nextService();
    expect((await next.act(session, cancel, key)).body).toEqual(body);
  });

  it('a day ago: what became of it is looked up, and nothing is sent any more', async () => {
    const { provider, service, session } = await breakable();
    const held = provider.hold('apply', 'before');
    world.cleanUp(held.release);
    void service.act(session, takeDiscount).catch(() => undefined);
    await held.reached;
    world.clock.advance(24 * 60 * minute);
    const later = faulty(world.sandbox);
    await nextService(later);
    await vi.waitFor(async () => expect(await states()).toEqual(['failed']), 10_000);
    expect(later.calls('apply')).toBe(0);
    expect((await world.ledger())[0]?.error_code).toBe('outcome_unknown');
  });
});

describe('a service that is stopped', () => {
  it('finishes what is in progress, though the customer has gone', async () => {
    const { provider, service, session } = await breakable();
    const held = provider.hold('apply', 'before');
    world.cleanUp(held.release);
    const gone = new AbortController();
    const request = fetch(`${service.url}/v1/sessions/${session.id}/actions`, {
      method: 'POST',
      signal: gone.signal,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${session.token}`,
      },
      body: JSON.stringify({ key: newKey(), action: cancel }),
    });
    await held.reached;
    gone.abort();
    await expect(request).rejects.toThrow();
    const stopped = service.close();
    held.release();
    await stopped;
    expect(await states()).toEqual(['applied']);
    expect((await world.subscription('cus_monthly')).cancelAt).toBeDefined();
  });
});
