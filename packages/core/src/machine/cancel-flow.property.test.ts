import type { Flow, OfferMap, OfferType } from '@fairwell/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFlow } from '../testing/arbitraries.js';
import { now } from '../testing/fixtures.js';
import { ScriptedGateway, tick, type Fate } from '../testing/scripted-gateway.js';
import { createCancelFlow } from './cancel-flow.js';
import type { CancelFlow, OfferPage, OfferSelection } from './state.js';

/** Something a customer, a network or a host does. `n` picks among what is there. */
type Press =
  | { press: 'select' | 'accept'; n: number }
  | { press: 'write'; text: string }
  | { press: 'settle'; fate: Fate }
  | {
      press:
        'next' | 'skip' | 'back' | 'decline' | 'confirm' | 'acknowledge' | 'retry' | 'continue';
    };

const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({ press: fc.constantFrom('select' as const, 'accept' as const), n: fc.nat(20) }),
  fc.record({ press: fc.constant('write' as const), text: fc.string({ maxLength: 40 }) }),
  fc.record({
    press: fc.constant('settle' as const),
    fate: fc.constantFrom<Fate>('done', 'lost', 'unknown', 'refused'),
  }),
  fc.record({
    press: fc.constantFrom(
      'next' as const,
      'skip' as const,
      'back' as const,
      'decline' as const,
      'confirm' as const,
      'acknowledge' as const,
      'retry' as const,
      'continue' as const,
    ),
  }),
);

/** A choice on the offer shown; now and then one that it does not allow. */
function selection({ offer }: OfferPage, n: number): OfferSelection {
  if (offer.type === 'pause')
    return offer.datePicker
      ? { until: new Date(now.getTime() + n * 86_400_000).toISOString() }
      : { length: n };
  if (offer.type === 'planChange') return { priceId: offer.options[n % 4]?.priceId };
  if (offer.type === 'custom') return { result: { score: n } };
  return {};
}

/** What has to be sent when that choice is taken, to the letter. */
function expectedAction(page: OfferPage, n: number): object {
  const { offer, offerId } = page;
  const chosen = selection(page, n);
  const terms: { [T in OfferType]: (offer: OfferMap[T]) => object } = {
    discount: ({ couponId }) => ({ couponId }),
    pause: ({ interval }) => ({ interval, ...chosen }),
    planChange: ({ options: [only, ...others] }) =>
      others.length ? chosen : { priceId: only?.priceId },
    trialExtension: ({ days }) => ({ days }),
    contact: () => ({}),
    redirect: ({ url }) => ({ url }),
    custom: () => chosen,
  };
  const termsOf = <T extends OfferType>(type: T, of: OfferMap[T]): object => terms[type](of);
  return { type: offer.type, offerId, ...termsOf(offer.type, offer) };
}

function texts(machine: CancelFlow): string {
  const { page } = machine.state;
  return page?.kind === 'feedback' || page?.kind === 'followUp' ? page.text : '';
}

async function perform(machine: CancelFlow, gateway: ScriptedGateway, each: Press): Promise<void> {
  const { page } = machine.state;
  switch (each.press) {
    case 'select':
      if (page?.kind === 'survey')
        machine.select(page.choices[each.n % page.choices.length]?.id ?? '');
      else machine.select(`n${each.n % 4}`);
      break;
    case 'accept':
      if (page?.kind === 'offer') void machine.accept(selection(page, each.n));
      break;
    case 'write':
      machine.write(each.text);
      break;
    case 'settle':
      await gateway.settle(each.fate);
      break;
    case 'acknowledge':
      machine.acknowledge(true);
      break;
    default:
      void machine[each.press]();
  }
}

const session = fc.record({ flow: anyFlow, presses: fc.array(press, { maxLength: 40 }) });

async function run(
  { flow, presses }: { flow: Flow; presses: Press[] },
  after: (machine: CancelFlow, gateway: ScriptedGateway, each: Press) => void = () => undefined,
): Promise<{ machine: CancelFlow; gateway: ScriptedGateway }> {
  const gateway = new ScriptedGateway(flow);
  let keys = 0;
  const machine = createCancelFlow({
    gateway,
    now: () => now,
    createKey: () => `key-${++keys}`,
    delay: () => () => undefined,
    reportError: () => undefined,
  });
  machine.observe(() => {
    throw new Error('a host that throws');
  });
  await machine.start();
  for (const each of presses) {
    await perform(machine, gateway, each);
    after(machine, gateway, each);
  }
  return { machine, gateway };
}

describe('whatever is pressed, in whatever order', () => {
  it('has one action in flight at a time, and none behind the back of the screen', async () => {
    await fc.assert(
      fc.asyncProperty(session, (given) =>
        run(given, (machine, gateway) => {
          expect(gateway.flights.length).toBeLessThanOrEqual(1);
          expect(machine.state.busy).toBe(gateway.flights.length === 1);
        }).then(() => undefined),
      ),
      { numRuns: 300 },
    );
  });

  it('sends what was chosen, for the offer that was on the screen', async () => {
    await fc.assert(
      fc.asyncProperty(session, async ({ flow, presses }) => {
        const gateway = new ScriptedGateway(flow);
        const machine = createCancelFlow({ gateway, now: () => now, delay: () => () => undefined });
        await machine.start();
        for (const each of presses) {
          const { page } = machine.state;
          const before = gateway.received.length;
          await perform(machine, gateway, each);
          const sent = gateway.received.slice(before);
          if (each.press !== 'accept' || page?.kind !== 'offer') continue;
          for (const { action } of sent) expect(action).toEqual(expectedAction(page, each.n));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does no decision twice, although answers are lost', async () => {
    await fc.assert(
      fc.asyncProperty(session, async (given) => {
        const { gateway } = await run(given);
        const done = [...gateway.done.values()].map((action) => JSON.stringify(action));
        expect(new Set(done).size).toBe(done.length);
      }),
      { numRuns: 300 },
    );
  });

  it('tries again under the same key until it knows what came of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyFlow,
        fc.array(fc.constantFrom<Fate>('lost', 'unknown'), { maxLength: 5 }),
        async (flow, fates) => {
          const { machine, gateway } = await run({ flow, presses: [] });
          void machine.confirm();
          machine.acknowledge(true);
          if (!machine.state.busy) void machine.confirm();
          for (const fate of fates) {
            await gateway.settle(fate);
            void machine.retry();
          }
          await gateway.settle('done');
          expect(gateway.done.size).toBe(1);
          expect(machine.state.page?.kind).toBe('complete');
        },
      ),
      { numRuns: 100 },
    );
  });

  it('records every offer that was shown once, and every refusal', async () => {
    await fc.assert(
      fc.asyncProperty(session, async (given) => {
        const shown = new Set<string>();
        const { gateway } = await run(given, ({ state: { page } }) => {
          if (page?.kind === 'offer') shown.add(page.offerId);
        });
        const presented = gateway.recorded.flatMap((event) =>
          event.type === 'offerPresented' ? [event.offerId] : [],
        );
        expect(new Set(presented).size).toBe(presented.length);
        for (const id of shown) expect(presented).toContain(id);
        for (const event of gateway.recorded) {
          if (event.type === 'offerDeclined') expect(presented).toContain(event.offerId);
          expect(event.at).toBe(now.toISOString());
        }
      }),
      { numRuns: 200 },
    );
  });

  it('goes back to what was there, words and choices included, without an old issue', async () => {
    await fc.assert(
      fc.asyncProperty(session, async (given) => {
        const { machine } = await run(given);
        const before = machine.state;
        const words = texts(machine);
        machine.next();
        if (machine.state.page?.kind === before.page?.kind || !machine.state.canGoBack) return;
        machine.back();
        expect(machine.state.issue).toBeNull();
        expect(texts(machine)).toBe(words);
        if (before.page?.kind === 'survey')
          expect(machine.state.page).toMatchObject({ selected: before.page.selected });
      }),
      { numRuns: 300 },
    );
  });

  it('always has a way to the end', async () => {
    await fc.assert(
      fc.asyncProperty(session, async (given) => {
        const { machine, gateway } = await run(given);
        for (let left = 100; left > 0 && machine.state.page?.kind !== 'complete'; left -= 1) {
          const { page, busy, canCancelNow } = machine.state;
          if (busy) await gateway.settle('done');
          else if (page?.kind === 'error') void machine.retry();
          else if (canCancelNow) void machine.confirm();
          else {
            machine.acknowledge(true);
            void machine.confirm();
          }
          await tick();
        }
        expect(machine.state.page?.kind).toBe('complete');
      }),
      { numRuns: 150 },
    );
  });

  it('comes to the confirmation by refusing everything', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlow, async (flow) => {
        const { machine } = await run({ flow, presses: [] });
        for (let left = 50; left > 0 && machine.state.page?.kind !== 'confirm'; left -= 1) {
          machine.skip();
          machine.decline();
        }
        expect(machine.state.page?.kind).toBe('confirm');
      }),
      { numRuns: 200 },
    );
  });
});
