import { median, quantile } from '../statistics.ts';
import { milliseconds, percent, type Figure } from '../table.ts';
import { action, event, kinds, start, type Call, type Kind, type Session } from './calls.ts';
import { sendAll, sendSteadily } from './load.ts';
import { startHost, type Host, type Storage } from './start-host.ts';

interface Size {
  /** Measured after one that is not. */
  rounds: number;
  /** Who go through the service in each round, and as many through what it is compared with. */
  customers: number;
  /** How many visits the steady pace lasts. */
  visits: number;
}

const long: Size = { rounds: 8, customers: 100, visits: 150 };
const short: Size = { rounds: 2, customers: 50, visits: 30 };

/** Requests a second. */
const pace = 200;
/** What a page sends between the start and the decision, where every question is answered. */
const eventsPerVisit = 7;
const bars = { rate: 0.6, p99: 50 };
const megabyte = 1024 * 1024;

const names: Record<Kind, string> = {
  start: 'session start',
  event: 'event',
  action: 'action (cancel)',
};

/** Ids of as many customers, none of whom was there before. */
type Newcomers = (count: number) => string[];

interface Effort {
  /** Requests a second. */
  rate: number;
  /** Milliseconds of the processor for a request: the same however busy the machine is. */
  cost: number;
}

const toSession = (answer: string): Session => JSON.parse(answer) as Session;

/** What requests take, each kind alone. */
async function measureEfforts(
  host: Host,
  url: string,
  customers: readonly string[],
): Promise<Record<Kind, Effort>> {
  const send = async (calls: readonly Call[]): Promise<Effort & { answers: string[] }> => {
    const before = await host.ask('processorTime');
    const { rate, answers } = await sendAll(url, calls);
    const used = (await host.ask('processorTime')) - before;
    return { rate, answers, cost: used / calls.length };
  };
  const started = await send(customers.map(start));
  const sessions = started.answers.map(toSession);
  return {
    start: started,
    event: await send(sessions.map((session) => event(session, 0))),
    action: await send(sessions.map(action)),
  };
}

async function compareWithBare(
  host: Host,
  { rounds, customers }: Size,
  newcomers: Newcomers,
): Promise<Figure[]> {
  const measured: { service: Record<Kind, Effort>; bare: Record<Kind, Effort> }[] = [];
  for (let round = 0; round <= rounds; round += 1)
    measured.push({
      service: await measureEfforts(host, host.service, newcomers(customers)),
      bare: await measureEfforts(host, host.bare, newcomers(customers)),
    });
  const warm = measured.slice(1);
  return kinds.map((kind) => {
    const middle = (figure: (service: Effort, bare: Effort) => number): number =>
      median(warm.map(({ service, bare }) => figure(service[kind], bare[kind])));
    const ratio = middle((service, bare) => service.rate / bare.rate);
    const bare = middle((_, { rate }) => rate).toFixed(0);
    const byCost = middle((service, bare) => bare.cost / service.cost);
    return {
      what: names[kind],
      measured: `${middle(({ rate }) => rate).toFixed(0)} a second`,
      ratio: `${percent(ratio)} of ${bare} bare, ${percent(byCost)} by processor time`,
      bar: `≥ ${percent(bars.rate)}`,
      met: ratio >= bars.rate ? 'yes' : 'no',
    };
  });
}

/**
 * Milliseconds that answers take when requests come steadily, as from customers each of whom is at
 * another place of their visit.
 */
async function measureLatencies(
  url: string,
  { visits }: Size,
  newcomers: Newcomers,
): Promise<Record<Kind | 'all', number[]>> {
  const started = await sendAll(url, newcomers(visits).map(start));
  const calls = started.answers.map(toSession).flatMap((session) => {
    const events = Array.from({ length: eventsPerVisit }, (_, sequence) =>
      event(session, sequence),
    );
    return [...newcomers(1).map(start), ...events, action(session)];
  });
  const all = await sendSteadily(url, calls, pace);
  const of = (kind: Kind): number[] => all.filter((_, index) => calls[index]?.kind === kind);
  return { all, start: of('start'), event: of('event'), action: of('action') };
}

async function compareLatencies(host: Host, size: Size, newcomers: Newcomers): Promise<Figure[]> {
  const service = await measureLatencies(host.service, size, newcomers);
  const bare = await measureLatencies(host.bare, size, newcomers);
  return (['all', ...kinds] as const).map((kind) => {
    const p99 = quantile(service[kind], 0.99);
    const compared = quantile(bare[kind], 0.99);
    return {
      what: `${pace} a second, ${kind === 'all' ? 'whole visits' : names[kind]}`,
      measured: `p50 ${milliseconds(median(service[kind]))}, p99 ${milliseconds(p99)}`,
      ratio: `p99 ${percent(p99 / compared)} of ${milliseconds(compared)} bare`,
      bar: `p99 < ${bars.p99} ms`,
      met: p99 < bars.p99 ? 'yes' : 'no',
    };
  });
}

async function benchStorage(storage: Storage, size: Size): Promise<Figure[]> {
  const { rounds, customers, visits } = size;
  const host = await startHost(storage, 2 * ((rounds + 1) * customers + 2 * visits));
  let came = 0;
  const newcomers: Newcomers = (count) => Array.from({ length: count }, () => `cus_${came++}`);
  try {
    const atRest = await host.ask('memory');
    const figures = [
      ...(await compareWithBare(host, size, newcomers)),
      ...(await compareLatencies(host, size, newcomers)),
    ];
    const afterwards = await host.ask('memory');
    const memory = {
      what: 'memory afterwards',
      measured: `${(afterwards / megabyte).toFixed(0)} MB`,
      ratio: `${percent(afterwards / atRest)} of ${(atRest / megabyte).toFixed(0)} MB at rest`,
    };
    return [...figures, memory].map((each) => ({
      ...each,
      what: `PGlite ${storage}, ${each.what}`,
    }));
  } finally {
    await host.close();
  }
}

/** The service on PGlite with the sandbox provider, against what it sends to the database alone. */
export async function benchService(isShort: boolean): Promise<Figure[]> {
  const size = isShort ? short : long;
  return [...(await benchStorage('on disk', size)), ...(await benchStorage('in memory', size))];
}
