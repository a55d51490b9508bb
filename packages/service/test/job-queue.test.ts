import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { pauseAfter, pauses } from '../src/queue/back-off.js';
import { JobQueue, type Handlers } from '../src/queue/job-queue.js';
import { JobStore } from '../src/queue/job-store.js';
import { AttemptFailed, type NewJob } from '../src/queue/jobs.js';
import { useWorld } from './support/world.js';
import { createMeters } from '../src/telemetry/meters.js';

const world = useWorld();
const log = { info: () => undefined, error: () => undefined };
const day = 24 * 60 * 60 * 1000;

const store = () => new JobStore(world.database, world.clock.now);
const never = () => Promise.reject(new AttemptFailed('not here', { isFinal: true }));

function queueOf(slack: Handlers['slack'], random = 0): JobQueue {
  const handlers = { session: never, webhook: never, mail: never, providerEvent: never, slack };
  return new JobQueue({
    store: store(),
    handlers,
    log,
    now: world.clock.now,
    meters: createMeters(),
    random: () => random,
  });
}

function jobs(count: number): NewJob[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `job_${index}`,
    kind: 'slack' as const,
    mode: 'live' as const,
    session_id: null,
    customer_id: null,
    data: { text: String(index) },
  }));
}

async function only() {
  const [found, ...others] = await store().list({ mode: 'live', kinds: ['slack'] }, 10);
  expect(others).toEqual([]);
  if (!found) throw new Error('No job');
  return found;
}

describe('the queue', () => {
  it('does each job once, however many processes there are', async () => {
    await store().add(jobs(40));
    const done: string[] = [];
    const queues = [1, 2, 3].map(() =>
      queueOf(async ({ data }) => {
        done.push(data.text);
        await sleep(1);
      }),
    );
    await Promise.all(queues.map((queue) => queue.work()));
    expect(done).toHaveLength(40);
    expect(new Set(done).size).toBe(40);
  });

  it('passes over a job that it knows', async () => {
    await store().add(jobs(1));
    await store().add(jobs(2));
    const done: string[] = [];
    await queueOf(async ({ data }) => void done.push(data.text)).work();
    await store().add(jobs(2));
    await queueOf(async ({ data }) => void done.push(data.text)).work();
    expect(done.sort()).toEqual(['0', '1']);
  });

  it('tries again after growing pauses, writes every attempt down, and gives up after the last', async () => {
    await store().add(jobs(1));
    let tried = 0;
    const queue = queueOf(() => {
      tried += 1;
      return Promise.reject(new AttemptFailed(`answer ${tried}`, { status: 500 }));
    });
    await queue.work();
    for (const [index, pause] of pauses.entries()) {
      world.clock.advance(pause - 1);
      await queue.work();
      expect(tried).toBe(index + 1);
      world.clock.advance(1);
      await queue.work();
    }
    world.clock.advance(10 * day);
    await queue.work();
    const { job, attempts } = await only();
    expect(job).toMatchObject({ state: 'dead', attempts: pauses.length + 1 });
    expect(attempts.map(({ attempt, status, error }) => [attempt, status, error])).toEqual(
      Array.from({ length: 10 }, (_, index) => [index + 1, 500, `answer ${index + 1}`]),
    );
  });

  it('gives up at once where another attempt cannot help', async () => {
    await store().add(jobs(1));
    await queueOf(never).work();
    expect((await only()).job.state).toBe('dead');
  });

  it('begins anew when it is replayed', async () => {
    await store().add(jobs(2));
    await queueOf(never).work();
    expect(await store().replay('test', ['slack'])).toBe(0);
    expect(await store().replay('live', ['webhook'])).toBe(0);
    expect(await store().replay('live', ['slack'], 'job_0')).toBe(1);
    expect(await store().replay('live', ['slack'], 'job_0')).toBe(0);
    expect(await store().replay('live', ['slack'])).toBe(1);
    let fails = true;
    const queue = queueOf(() =>
      fails ? Promise.reject(new Error('not yet')) : Promise.resolve({ status: 200 }),
    );
    await queue.work();
    fails = false;
    world.clock.advance(5_000);
    await queue.work();
    const found = await store().list({ mode: 'live', kinds: ['slack'], state: 'done' }, 10);
    expect(found.map(({ attempts }) => attempts.map(({ error }) => error))).toEqual([
      ['not here', 'not yet', null],
      ['not here', 'not yet', null],
    ]);
  });

  it('takes on what a process that died had taken on, and not before', async () => {
    await store().add(jobs(1));
    const lost = await store().claim();
    let done = 0;
    const queue = queueOf(async () => void (done += 1));
    await queue.work();
    expect(done).toBe(0);
    world.clock.advance(2 * 60_000);
    await queue.work();
    expect(done).toBe(1);
    if (!lost) throw new Error('Nothing was taken on');
    await store().settle(lost, { status: undefined, error: 'too late' }, 'dead');
    expect((await only()).job).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('finishes what is in progress when it is closed, and takes on nothing more', async () => {
    await store().add(jobs(20));
    const done: string[] = [];
    let started = 0;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const queue = queueOf(async ({ data }) => {
      started += 1;
      await held;
      done.push(data.text);
    });
    const working = queue.work();
    while (started < 5) await sleep(1);
    const closed = queue.close();
    release();
    await Promise.all([closed, working]);
    expect(done).toHaveLength(5);
    const left = await store().list({ mode: 'live', kinds: ['slack'], state: 'pending' }, 50);
    expect(left).toHaveLength(15);
    expect(left.every(({ job }) => job.lease_until === null)).toBe(true);
  });

  it('forgets what was settled long ago, and nothing that is still to do', async () => {
    await store().add(jobs(1));
    await queueOf(() => Promise.resolve()).work();
    world.clock.advance(10);
    await store().add(jobs(2).slice(1));
    await store().prune(world.clock.now());
    expect((await only()).job.id).toBe('job_1');
    await store().prune(new Date(world.clock.now().getTime() + day));
    expect((await only()).job.state).toBe('pending');
  });
});

it('pauses differ at random, within a fifth', () => {
  expect(pauseAfter(1, 0)).toBe(5_000);
  expect(pauseAfter(1, 0.5)).toBe(5_500);
  expect(pauseAfter(2, 0.999_999)).toBeLessThanOrEqual(360_000);
  expect(pauseAfter(pauses.length + 1, 0)).toBeUndefined();
});
