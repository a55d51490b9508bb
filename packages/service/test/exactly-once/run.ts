import { sql } from 'kysely';
import type { Database } from '../../src/index.js';
import type { ActionRow } from '../../src/storage/schema.js';
import { start } from '../support/fixtures.js';
import { count, type Account, type AccountOptions, type Tally } from './account.js';
import { cases, type Case, type CaseName } from './cases.js';
import { Process } from './process.js';
import { randomFrom } from './random.js';
import { openService, type Service, type Tab, type Told } from './service.js';
import { verify, type Saying } from './verify.js';

/** No run passes more points than this before its first answer. */
const pointsOfARun = 60;
const minute = 60_000;
/** Once all is calm, the first process settles what is left; the second what that one let go of. */
const maxLives = 3;
/** Far more looks at the database than the work takes that is waited for, however slow the machine. */
const maxLooks = 10_000;

export interface RunOptions {
  name: CaseName;
  seed: string;
  database: Database;
  openAccount: (options: AccountOptions) => Account | Promise<Account>;
  tally: Tally;
}

interface Click {
  tab: Tab;
  key: string;
}

/**
 * One customer decides one thing, with everything going wrong that can: clicks and tabs at once,
 * answers that get lost, a provider that breaks down, a process that is killed and started again,
 * and the same sent again later. Then all becomes calm, and has to agree.
 * @throws if it does not.
 */
export async function run({ name, seed, database, openAccount, tally }: RunOptions): Promise<void> {
  const random = randomFrom(seed);
  let time = start.getTime();
  const now = (): Date => new Date(time);
  const id = seed.replaceAll(/\W/g, '_');
  const account = await openAccount({ name: id, database, now, random, tally });
  const tested: Case = cases[name];
  const settings = tested.settings?.(random) ?? {};
  const seeded = await account.seed(tested.standing, tested.many && random.chance(0.3) ? 2 : 1);
  const { customerId } = seeded;
  const before = await account.subscriptions(customerId);
  const request = tested.request(seeded, random);

  const services: Service[] = [];
  const begin = async (process: Process): Promise<Service> => {
    const provider = account.connect(process);
    const service = await openService({ process, database, provider, settings, now });
    services.push(service);
    return service;
  };
  const endAll = async (): Promise<void> => {
    await Promise.all(services.splice(0).map((service) => service.close()));
  };

  const sayings: Saying[] = [];
  const click = async (service: Service, { tab, key }: Click): Promise<void> => {
    const told: Told = await tab.send(service, key);
    if (told && !random.chance(0.2)) sayings.push({ ...told, key, sessionId: tab.sessionId });
    else count(tally, 'answer lost to the page');
  };

  try {
    const process = new Process();
    const running: [Service, ...Service[]] = [await begin(process)];
    // On a server several processes share the data.
    if (!database.exclusive && random.chance(0.3)) running.push(await begin(process));
    // Tabs are opened in peace, each with its own credential.
    const tabs: [Tab, ...Tab[]] = [await running[0].openTab(customerId, request)];
    if (random.chance(0.5)) tabs.push(await running[0].openTab(customerId, request));

    const clickIn = (tab: Tab, index: number): Click => ({
      tab,
      key: `${id}-in-${index}`.slice(-50),
    });
    const first = clickIn(tabs[0], 0);
    const clicks: [Click, ...Click[]] = [first, ...tabs.slice(1).map((tab) => clickIn(tab, 1))];
    if (random.chance(0.5)) clicks.push(first);
    if (clicks.length > 1) count(tally, 'clicks at once');

    account.storm();
    if (random.chance(0.5)) process.killAfter(random.integer(pointsOfARun));
    await Promise.all(clicks.map((each) => click(random.pick(running), each)));
    if (process.isDead) count(tally, 'killed');
    if (random.chance(0.5)) await account.release();

    // The page asks again, with the same and with another credential.
    time += random.chance(0.5) ? 2 * minute : 1_000;
    let service: Service = running[0];
    if (process.isDead || random.chance(0.3)) {
      await endAll();
      const next = new Process();
      service = await begin(next);
      if (random.chance(0.2)) next.killAfter(random.integer(pointsOfARun / 2));
    }
    for (let replay = random.integer(3); replay > 0; replay -= 1) {
      const isSame = random.chance(0.7);
      const { tab, key } = isSame ? random.pick(clicks) : clickIn(random.pick(tabs), 2);
      await click(service, { tab, key: isSame ? key : `${key}-${replay}` });
      count(tally, isSame ? 'replayed with the same token' : 'decided again with another');
    }
    await endAll();
    await account.release();
    account.calm();
    await settle();
    await verify({ account, database, seeded, before, tested, sayings });
  } finally {
    await endAll();
    await account.close();
    // Each run starts with an empty queue, so that none is busy with what others left.
    await database.query.deleteFrom('jobs').execute();
  }

  async function findPending(): Promise<ActionRow | undefined> {
    return database.query
      .selectFrom('actions')
      .selectAll()
      .where('customer_id', '=', customerId)
      .where('state', '=', 'pending')
      .executeTakeFirst();
  }

  /** New processes, each long after the one before, find everything that was left over. */
  async function settle(): Promise<void> {
    for (let life = 0; life < maxLives; life += 1) {
      const left = await findPending();
      if (!left) return;
      time += 15 * minute;
      await begin(new Process());
      await untilTried(left);
      await endAll();
    }
    throw new Error(`What is pending is not settled: ${JSON.stringify(await findPending())}`);
  }

  /** Until an entry is settled, or was taken on and let go of again. */
  async function untilTried({ attempts }: ActionRow): Promise<void> {
    for (let look = 0; look < maxLooks; look += 1) {
      const entry = await findPending();
      if (!entry || (entry.attempts > attempts && entry.lease_until === null)) return;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    const { rows: activity } = await sql`select state, wait_event, query from pg_stat_activity
      where datname = current_database() and state <> 'idle'`.execute(database.query);
    const details = JSON.stringify({ entry: await findPending(), activity });
    throw new Error(`What is pending is held by nobody, and nobody takes it on: ${details}`);
  }
}
