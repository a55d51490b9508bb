import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FairwellError } from '../errors.js';
import { now } from '../testing/fixtures.js';
import { memoryStorage } from '../testing/memory-storage.js';
import { tick } from '../testing/scripted-gateway.js';
import {
  overdue,
  pause,
  pauseGateway,
  paymentGateway,
  ScriptedWalls,
  type WallFate,
} from '../testing/scripted-wall-gateway.js';
import { createFailedPaymentWall } from './failed-payment-wall.js';
import { createPauseWall } from './pause-wall.js';
import type { FailedPaymentWall, PauseWall, Wall, WallState } from './wall-state.js';

/** Something a customer, a network, a clock or a host does. */
type Press =
  | { press: 'settle'; fate: WallFate }
  | { press: 'wait'; seconds: number }
  | { press: 'network'; fails: boolean }
  | {
      press: 'main' | 'card' | 'newCard' | 'askToCancel' | 'cancel' | 'back' | 'close' | 'check';
    }
  | { press: 'recheck' };

const press: fc.Arbitrary<Press> = fc.oneof(
  fc.record({
    press: fc.constant('settle' as const),
    fate: fc.constantFrom<WallFate>('done', 'lost', 'unknown', 'refused', 'bank'),
  }),
  fc.record({ press: fc.constant('wait' as const), seconds: fc.nat(40) }),
  fc.record({ press: fc.constant('network' as const), fails: fc.boolean() }),
  fc.record({
    press: fc.constantFrom(
      'main' as const,
      'card' as const,
      'newCard' as const,
      'askToCancel' as const,
      'cancel' as const,
      'back' as const,
      'close' as const,
      'check' as const,
      'recheck' as const,
    ),
  }),
);

interface Run {
  kind: 'pause' | 'failedPayment';
  soft: boolean;
  presses: Press[];
}

const anyRun: fc.Arbitrary<Run> = fc.record({
  kind: fc.constantFrom('pause' as const, 'failedPayment' as const),
  soft: fc.boolean(),
  presses: fc.array(press, { maxLength: 30 }),
});

/** A wall on a clock of its own. */
class World {
  time = now.getTime();
  readonly walls: ScriptedWalls<Wall>;
  readonly machine: PauseWall | FailedPaymentWall;
  readonly alarms = new Set<{ at: number; ring: () => void }>();

  constructor({ kind, soft }: Run) {
    let keys = 0;
    const common = {
      now: () => new Date(this.time),
      createKey: () => `key-${++keys}`,
      delay: (ring: () => void, milliseconds: number) => {
        const alarm = { at: this.time + milliseconds, ring };
        this.alarms.add(alarm);
        return () => this.alarms.delete(alarm);
      },
      reportError: () => undefined,
      storage: memoryStorage(),
      softWall: soft,
    };
    if (kind === 'pause') {
      const walls = new ScriptedWalls(pause);
      this.walls = walls;
      this.machine = createPauseWall({ ...common, gateway: pauseGateway(walls) });
    } else {
      const walls = new ScriptedWalls(overdue);
      this.walls = walls;
      this.machine = createFailedPaymentWall({
        ...common,
        gateway: paymentGateway(walls),
        confirmWithBank: () => Promise.resolve(),
      });
    }
    this.machine.observe(() => {
      throw new Error('a host that throws');
    });
  }

  /** The button that ends the matter. */
  main(newCard = false): void {
    if ('resume' in this.machine) void this.machine.resume();
    else void this.machine.pay(newCard ? () => Promise.resolve('pm_new') : undefined);
  }

  async perform(each: Press): Promise<void> {
    const { machine, walls } = this;
    switch (each.press) {
      case 'settle':
        await walls.settle(each.fate);
        break;
      case 'wait':
        this.time += each.seconds * 1000;
        for (const alarm of [...this.alarms]) if (alarm.at <= this.time) alarm.ring();
        break;
      case 'network':
        walls.failure = each.fails ? new FairwellError('network', 'no answer') : undefined;
        break;
      case 'main':
        this.main();
        break;
      case 'newCard':
        this.main(true);
        break;
      case 'card':
        if ('changeCard' in machine) void machine.changeCard();
        break;
      case 'check':
        await machine.check();
        break;
      case 'recheck':
        await machine.check({ force: true });
        break;
      case 'cancel':
        void machine.cancel();
        break;
      default:
        machine[each.press]();
    }
    await tick();
  }
}

async function run(
  given: Run,
  after: (world: World, before: WallState, each: Press) => void,
): Promise<World> {
  const world = new World(given);
  await world.machine.check();
  for (const each of given.presses) {
    const before = world.machine.state;
    await world.perform(each);
    after(world, before, each);
  }
  return world;
}

describe('whatever is pressed, in whatever order', () => {
  it('has one action in flight at a time, and shows it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (given) => {
        await run(given, ({ walls, machine }) => {
          expect(walls.flights.length).toBeLessThanOrEqual(1);
          expect(machine.state.inFlight !== null).toBe(walls.flights.length === 1);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('does nothing twice, although answers are lost', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (given) => {
        const { walls } = await run(given, () => undefined);
        const done = [...walls.done.values()];
        expect(new Set(done).size).toBe(done.length);
      }),
      { numRuns: 100 },
    );
  });

  it('lets in whoever has paid or resumed, and does not take it back', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (given) => {
        let isSettled = false;
        await run(given, ({ machine }) => {
          isSettled ||= ['resume', 'pay'].includes(machine.state.done?.action ?? '');
          if (isSettled) expect(machine.state.status).not.toBe('standing');
        });
      }),
      { numRuns: 100 },
    );
  });

  it('falls for a reason: it is settled, or the customer may pass', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (given) => {
        await run(given, ({ machine, walls }, before, each) => {
          if (before.status !== 'standing' || machine.state.status === 'standing') return;
          const passed = each.press === 'close' && before.canClose;
          expect(passed || walls.wall === null).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is raised by an answer alone, never by a failure', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (given) => {
        await run(given, ({ machine, walls }, before, each) => {
          if (before.status === 'standing' || machine.state.status !== 'standing') return;
          expect(['check', 'recheck']).toContain(each.press);
          expect(walls.wall).not.toBeNull();
        });
      }),
      { numRuns: 100 },
    );
  });

  it('can be passed where it is soft, and where it is hard only if nobody answers', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (given) => {
        let troubled = false;
        await run(given, ({ machine: { state } }, _before, each) => {
          troubled ||= each.press === 'settle' && ['lost', 'unknown'].includes(each.fate);
          troubled ||= each.press === 'network' && each.fails;
          if (state.status !== 'standing') return;
          if (state.inFlight) expect(state.canClose).toBe(state.inFlight.slow);
          else if (given.soft) expect(state.canClose).toBe(true);
          else if (!troubled) expect(state.canClose).toBe(false);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('always has a way on', async () => {
    await fc.assert(
      fc.asyncProperty(anyRun, async (given) => {
        const world = await run(given, () => undefined);
        const { machine, walls } = world;
        for (let left = 20; left > 0 && machine.state.status === 'standing'; left -= 1) {
          if (machine.state.inFlight) await walls.settle('done');
          else world.main();
          await tick();
        }
        expect(machine.state.status).not.toBe('standing');
      }),
      { numRuns: 100 },
    );
  });
});
