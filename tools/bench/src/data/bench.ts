import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@fairwell/service';
import { median, quantile } from '../statistics.ts';
import { milliseconds, percent, type Figure } from '../table.ts';
import type { Addresses } from './host.ts';
import { startPostgres } from './postgres.ts';
import { requests } from './requests.ts';
import { dataKey, seedSessions } from './seed-sessions.ts';

const megabyte = 1024 * 1024;
/** Milliseconds for an aggregation of all sessions. */
const bar = 300;

/** Milliseconds from the request to the end of its answer. */
async function timeOf(url: string): Promise<number> {
  const begin = performance.now();
  const response = await fetch(url, { headers: { 'x-fairwell-key': dataKey } });
  const body = await response.text();
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}: ${body}`);
  return performance.now() - begin;
}

/** The two take turns, so that what else the machine does falls on both. */
async function compare({ service, bare }: Addresses, rounds: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [index, { what, path, kind }] of requests.entries()) {
    const times = { service: [] as number[], bare: [] as number[] };
    for (let round = -3; round < rounds; round += 1) {
      const own = await timeOf(`${service}${path}`);
      const compared = await timeOf(`${bare}/${index}`);
      if (round < 0) continue;
      times.service.push(own);
      times.bare.push(compared);
    }
    const [middle, worst] = [median(times.service), quantile(times.service, 0.99)];
    figures.push({
      what,
      measured: `p50 ${milliseconds(middle)}, p99 ${milliseconds(worst)}`,
      ratio: `${percent(median(times.bare) / middle)} of ${milliseconds(median(times.bare))} bare`,
      ...(kind === 'aggregation' && {
        bar: `< ${bar} ms`,
        met: worst < bar ? 'yes' : middle < bar ? 'median' : 'no',
      }),
    });
  }
  return figures;
}

/** What programs ask of a million sessions on a Postgres server. */
export async function benchData(isShort: boolean): Promise<Figure[]> {
  const [sessions, rounds] = isShort ? [20_000, 5] : [1_000_000, 100];
  const postgres = await startPostgres();
  try {
    const database = await openDatabase({ url: postgres.url });
    const begin = performance.now();
    await seedSessions(database, sessions);
    const seconds = (performance.now() - begin) / 1000;
    await database.close();

    const child = fork(fileURLToPath(import.meta.resolve('./host.ts')), [postgres.url], {
      execArgv: ['--expose-gc'],
    });
    const exited = once(child, 'exit');
    const message = async <T>(): Promise<T> => {
      const lost = exited.then(() => {
        throw new Error('The process of the service has ended');
      });
      const [said] = (await Promise.race([once(child, 'message'), lost])) as [T];
      return said;
    };
    const memory = async (): Promise<number> => {
      child.send('memory');
      return (await message<number>()) / megabyte;
    };
    try {
      const addresses = await message<Addresses>();
      const atRest = await memory();
      const figures = await compare(addresses, rounds);
      const afterwards = await memory();
      return [
        {
          what: 'sessions made',
          measured: `${sessions.toLocaleString('en')} in ${seconds.toFixed(0)} s`,
          ratio: `${(sessions / seconds).toFixed(0)} a second`,
        },
        ...figures,
        {
          what: 'memory afterwards',
          measured: `${afterwards.toFixed(0)} MB`,
          ratio: `${percent(afterwards / atRest)} of ${atRest.toFixed(0)} MB at rest`,
        },
      ].map((figure) => ({ ...figure, what: `Data, ${figure.what}` }));
    } finally {
      child.disconnect();
      await exited;
    }
  } finally {
    await postgres.stop();
  }
}
