import type { Action, Mode } from '@fairwell/contract';
import { KeyStore } from '../../src/auth/key-store.js';
import type { Answer, TestService } from './service.js';
import type { World } from './world.js';

/** A program of the host's that holds a data key. */
export async function dataClient(world: World, service: TestService, mode: Mode = 'live') {
  const { key } = await new KeyStore(world.database, world.clock.now).create('data', mode);
  const headers = { 'x-ck-api-key': key };
  return {
    get: <T>(path: string): Promise<Answer<T>> => service.send<T>('GET', path, { headers }),
    post: <T>(path: string, body: unknown): Promise<Answer<T>> =>
      service.send<T>('POST', path, { headers, body }),
  };
}
export type DataClient = Awaited<ReturnType<typeof dataClient>>;

export const day = 86_400_000;

const pause: Action = { type: 'pause', offerId: 'why/unused', interval: 'month', length: 2 };
const discount: Action = { type: 'discount', offerId: 'why/too_expensive', couponId: 'SAVE30' };
const redirect: Action = {
  type: 'redirect',
  offerId: 'why/other_tool',
  url: 'https://example.com/compare',
};

/** Sessions over ten weeks: who had one, what they said, what they did, and how many days later the next began. */
const visits: [
  name: string,
  customerId: string,
  choiceId: string,
  action: Action | null,
  days: number,
][] = [
  ['pause', 'cus_monthly', 'unused', pause, 0.01],
  ['abandon', 'cus_annual', 'gone', null, 0.01],
  ['trial', 'cus_trial', 'trial', { type: 'trialExtension', offerId: 'why/trial', days: 7 }, 20],
  ['contact', 'cus_euro', 'help', { type: 'contact', offerId: 'why/help' }, 0.01],
  ['bounced', 'cus_two', 'gone', null, 0.2],
  ['redirect', 'cus_two', 'other_tool', redirect, 20],
  ['discount', 'cus_annual', 'too_expensive', discount, 20],
  [
    'plan',
    'cus_euro',
    'smaller',
    { type: 'planChange', offerId: 'why/smaller', priceId: 'price_lite_eur' },
    10,
  ],
  ['cancel', 'cus_euro', 'too_expensive', { type: 'cancel' }, 0],
];

/** Goes through them; answers with the id of each session by its name. */
export async function makeHistory(
  world: World,
  service: TestService,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {};
  for (const [name, customerId, choiceId, action, days] of visits) {
    const session = await service.session(customerId, { customerAttributes: { visit: name } });
    const at = world.clock.now().toISOString();
    const { status } = await service.record(session, [
      { sequence: 0, event: { type: 'stepViewed', stepId: 'why', at } },
      { sequence: 1, event: { type: 'surveyAnswered', stepId: 'why', choiceId, at } },
      { sequence: 2, event: { type: 'offerPresented', offerId: `why/${choiceId}`, at } },
      ...(action ? [] : [{ sequence: 3, event: { type: 'closed', at } } as const]),
    ]);
    if (status !== 204) throw new Error(`Not recorded: ${name}`);
    const answer = action && (await service.act(session, action));
    if (answer && answer.status !== 200)
      throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    ids[name] = session.id;
    world.clock.advance(days * day);
  }
  return ids;
}
