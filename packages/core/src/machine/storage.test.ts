import { beforeEach, describe, expect, it } from 'vitest';
import { flow, now } from '../testing/fixtures.js';
import { ScriptedGateway } from '../testing/scripted-gateway.js';
import { createCancelFlow } from './cancel-flow.js';
import type { CancelFlow, FlowEvent } from './state.js';
import { clearState, type FlowStorage } from './storage.js';

/** Web Storage outside a browser. */
class MemoryStorage implements FlowStorage {
  readonly items = new Map<string, string>();
  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    this.items.set(name, value);
  }
  removeItem(name: string): void {
    this.items.delete(name);
  }
}

let storage: FlowStorage;
beforeEach(() => (storage = new MemoryStorage()));

async function open(gateway = new ScriptedGateway(flow), random = Math.random) {
  const machine = createCancelFlow({
    gateway,
    now: () => now,
    storage,
    random,
    delay: () => () => undefined,
  });
  await machine.start();
  return { machine, gateway };
}

function toTheWords(machine: CancelFlow): void {
  machine.decline();
  machine.select('other');
  machine.next();
  machine.write('It is too slow for me');
  machine.next();
  machine.write('Half a sen');
}

describe('a page that is loaded again', () => {
  it('goes on where the customer was, with what they said and the way back', async () => {
    toTheWords((await open()).machine);
    const { machine } = await open();
    expect(machine.state.page).toMatchObject({ kind: 'feedback', text: 'Half a sen' });
    machine.back();
    expect(machine.state.page).toMatchObject({ kind: 'followUp', text: 'It is too slow for me' });
    machine.back();
    expect(machine.state.page).toMatchObject({ kind: 'survey', selected: 'other' });
    machine.back();
    expect(machine.state).toMatchObject({ canGoBack: false, page: { kind: 'offer' } });
  });

  it('tells the new session, and the host, what was said in the one before', async () => {
    toTheWords((await open()).machine);
    const gateway = new ScriptedGateway(flow);
    const { machine } = await open(gateway);
    const answer = { type: 'surveyAnswered', choiceId: 'other', text: 'It is too slow for me' };
    expect(gateway.recorded[0]).toMatchObject(answer);
    const events: FlowEvent[] = [];
    machine.observe((event) => events.push(event));
    void machine.confirm();
    await gateway.settle('done');
    expect(events.at(-1)).toMatchObject({
      type: 'outcome',
      action: { type: 'cancel' },
      answers: { surveyResponse: 'Something else', followupResponse: 'It is too slow for me' },
    });
  });

  it('records an offer anew that is on the screen of the new session', async () => {
    await open();
    const { gateway } = await open();
    expect(gateway.recorded.map(({ type }) => type)).toEqual(['stepViewed', 'offerPresented']);
  });

  it('keeps the order of the choices', async () => {
    const shuffling = structuredClone(flow);
    const [, survey] = shuffling.steps;
    if (survey?.type === 'survey') survey.randomize = true;
    const order = async (): Promise<string[]> => {
      const values = [0.7, 0.2, 0.5];
      const { machine } = await open(new ScriptedGateway(shuffling), () => values.pop() ?? 0);
      machine.decline();
      const { page } = machine.state;
      return page?.kind === 'survey' ? page.choices.map(({ id }) => id) : [];
    };
    const first = await order();
    const values = [0.1, 0.9, 0.4];
    const { machine } = await open(new ScriptedGateway(shuffling), () => values.pop() ?? 0);
    const { page } = machine.state;
    expect(page?.kind === 'survey' && page.choices.map(({ id }) => id)).toEqual(first);
  });

  it('begins anew in another flow, and for another customer', async () => {
    toTheWords((await open()).machine);
    const newer = await open(new ScriptedGateway({ ...flow, version: 2 }));
    expect(newer.machine.state.page?.kind).toBe('offer');

    toTheWords((await open()).machine);
    const other = new ScriptedGateway(flow);
    other.session.customer = { id: 'cus_2' };
    expect((await open(other)).machine.state.page?.kind).toBe('offer');
  });

  it('begins anew once something was decided', async () => {
    const { machine, gateway } = await open();
    toTheWords(machine);
    void machine.confirm();
    await gateway.settle('done');
    expect((await open()).machine.state.page?.kind).toBe('offer');
  });

  it('begins anew once the state was cleared', async () => {
    toTheWords((await open()).machine);
    clearState(storage);
    expect((await open()).machine.state.page?.kind).toBe('offer');
  });

  it.each(['', '{', 'null', '[]', '{"belongsTo":1}'])('begins anew after %j', async (broken) => {
    storage.setItem('fairwell:flow', broken);
    expect((await open()).machine.state.page?.kind).toBe('offer');
  });
});

it('works where nothing may be stored', async () => {
  const forbidden = (): never => {
    throw new Error('forbidden');
  };
  storage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
  const { machine, gateway } = await open();
  machine.decline();
  expect(machine.state.page?.kind).toBe('survey');
  void machine.confirm();
  await gateway.settle('done');
  expect(machine.state.page?.kind).toBe('complete');
});
