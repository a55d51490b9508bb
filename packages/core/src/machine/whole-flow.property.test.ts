import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFlow } from '../flow/parse-flow.js';
import { createHandlersGateway } from '../gateway/handlers-gateway.js';
import type { FlowHandlers } from '../gateway/handlers.js';
import { anyFlow, anySubscriptions } from '../testing/arbitraries.js';
import { customer, now } from '../testing/fixtures.js';
import { memoryStorage } from '../testing/memory-storage.js';
import { tick } from '../testing/scripted-gateway.js';
import { createCancelFlow } from './cancel-flow.js';
import type { CancelFlow, PageKind } from './state.js';

const done = (): void => undefined;
const handlers: fc.Arbitrary<FlowHandlers> = fc
  .record(
    {
      handleDiscount: fc.constant(done),
      handlePause: fc.constant(done),
      handlePlanChange: fc.constant(done),
      handleTrialExtension: fc.constant(done),
      handleSupportRequest: fc.constant(done),
      handleRedirect: fc.constant(done),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ handleCancel: done, ...some }));

const visit = fc.record({ flow: anyFlow, subscriptions: anySubscriptions, handlers });

async function open(
  options: Parameters<typeof createHandlersGateway>[0],
  storage = memoryStorage(),
) {
  const gateway = createHandlersGateway({ now: () => now, ...options });
  const machine = createCancelFlow({ gateway, now: () => now, storage, reportError: done });
  await machine.start();
  return machine;
}

/** Every way on that a customer has who wants nothing but to leave. */
function refuse(machine: CancelFlow): void {
  machine.skip();
  machine.decline();
}

describe('any flow that validates, for whatever the customer has and the host can do', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        expect(parseFlow(flow)).toBe(flow);
      }),
    );
  });

  it('has no dead end: refusing leads to the confirmation, and that to the end', async () => {
    await fc.assert(
      fc.asyncProperty(visit, async (given) => {
        const machine = await open({ customer, ...given });
        const seen: (PageKind | undefined)[] = [];
        for (let left = 60; left > 0 && machine.state.page?.kind !== 'confirm'; left -= 1) {
          seen.push(machine.state.page?.kind);
          expect(machine.state.canCancelNow).toBe(true);
          expect(machine.state.canClose).toBe(true);
          refuse(machine);
        }
        expect(seen).not.toContain('error');
        machine.acknowledge(true);
        await machine.confirm();
        expect(machine.state.page).toMatchObject({ kind: 'complete', outcome: { type: 'cancel' } });
      }),
      { numRuns: 200 },
    );
  });

  it('can be left at once from every question', async () => {
    await fc.assert(
      fc.asyncProperty(visit, fc.nat(8), async (given, steps) => {
        const machine = await open({ customer, ...given });
        for (let step = 0; step < steps; step += 1) refuse(machine);
        if (machine.state.page?.kind === 'confirm') machine.acknowledge(true);
        await machine.confirm();
        expect(machine.state.page?.kind).toBe('complete');
      }),
      { numRuns: 100 },
    );
  });

  it('is where it was, with what was said, when the page is loaded again', async () => {
    await fc.assert(
      fc.asyncProperty(visit, fc.nat(6), async (given, steps) => {
        const storage = memoryStorage();
        const first = await open({ customer, ...given }, storage);
        for (let step = 0; step < steps; step += 1) {
          const { page } = first.state;
          if (page?.kind === 'survey') first.select(page.choices[0]?.id ?? '');
          first.write('All is well, thank you very much');
          first.next();
          first.decline();
        }
        const again = await open({ customer, ...given }, storage);
        await tick();
        expect(again.state.page).toEqual(first.state.page);
        expect(again.state.canGoBack).toBe(first.state.canGoBack);
      }),
      { numRuns: 100 },
    );
  });
});
