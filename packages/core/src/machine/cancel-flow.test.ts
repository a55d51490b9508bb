import type { Offer } from '@fairwell/contract';
import { describe, expect, it, vi } from 'vitest';
import { FairwellError } from '../errors.js';
import { flow, monthly, now } from '../testing/fixtures.js';
import { ScriptedGateway, tick } from '../testing/scripted-gateway.js';
import { createCancelFlow, type CancelFlowOptions } from './cancel-flow.js';
import type { CancelFlow, FlowEvent, Page, PageKind } from './state.js';

async function open(options: Partial<CancelFlowOptions> = {}, from = flow) {
  const gateway = new ScriptedGateway(from);
  let keys = 0;
  const machine = createCancelFlow({
    gateway,
    now: () => now,
    createKey: () => `key-${String(++keys).padStart(16, '0')}`,
    ...options,
  });
  await machine.start();
  return { machine, gateway };
}

function pageOf<K extends PageKind>(machine: CancelFlow, kind: K): Extract<Page, { kind: K }> {
  const { page } = machine.state;
  const isKind = (each: Page | null): each is Extract<Page, { kind: K }> => each?.kind === kind;
  if (!isKind(page)) throw new Error(`expected ${kind}, on ${page?.kind}`);
  return page;
}

/** To the survey, past the first offer. */
async function openSurvey(options?: Partial<CancelFlowOptions>) {
  const opened = await open(options);
  opened.machine.decline();
  return opened;
}

describe('the way through', () => {
  it('opens on the first step', async () => {
    const { machine } = await open();
    const page = pageOf(machine, 'offer');
    expect(page.offerId).toBe('first');
    expect(machine.state.canGoBack).toBe(false);
  });

  it("comes to the option's own offer before the choice's", async () => {
    const { machine } = await openSurvey();
    machine.select('budget');
    machine.next();
    expect(pageOf(machine, 'followUp').choice.label).toBe('Too expensive');
    machine.select('lite');
    machine.next();
    expect(pageOf(machine, 'offer').offerId).toBe('why/budget/lite');
    machine.back();
    machine.select('cuts');
    machine.next();
    expect(pageOf(machine, 'offer').offerId).toBe('why/budget');
  });

  it('passes over an offer for a choice that has none', async () => {
    const { machine } = await openSurvey();
    machine.select('moved');
    machine.next();
    expect(pageOf(machine, 'feedback').step.id).toBe('words');
  });

  it('asks for confirmation even where the flow has no step for it', async () => {
    const { machine, gateway } = await open(
      {},
      { id: 'f', steps: [{ id: 'words', type: 'feedback' }] },
    );
    machine.skip();
    expect(pageOf(machine, 'confirm').step).toBeUndefined();
    expect(gateway.received).toEqual([]);
  });

  it('keeps every answer on the way back', async () => {
    const { machine } = await openSurvey();
    machine.select('other');
    machine.next();
    machine.write('The app is slow');
    machine.next();
    machine.write('Good bye');
    machine.back();
    expect(pageOf(machine, 'followUp').text).toBe('The app is slow');
    machine.back();
    expect(pageOf(machine, 'survey').selected).toBe('other');
    machine.next();
    machine.next();
    expect(pageOf(machine, 'feedback').text).toBe('Good bye');
  });

  it('keeps a random order for the whole session', async () => {
    const values = [0.9, 0.5, 0.1];
    const random = () => values.shift() ?? 0;
    const shuffling = structuredClone(flow);
    const [, survey] = shuffling.steps;
    if (survey?.type === 'survey') survey.randomize = true;
    const { machine } = await open({ random }, shuffling);
    machine.decline();
    const order = pageOf(machine, 'survey').choices.map(({ id }) => id);
    expect(order).toEqual(['moved', 'other', 'budget']);
    machine.select('moved');
    machine.next();
    machine.back();
    expect(pageOf(machine, 'survey').choices.map(({ id }) => id)).toEqual(order);
  });
});

describe('what keeps the customer on a page', () => {
  it('asks for a choice, yet lets them withhold it', async () => {
    const { machine } = await openSurvey();
    machine.next();
    expect(machine.state.issue).toEqual({ code: 'choice_required' });
    machine.select('moved');
    expect(machine.state.issue).toBeNull();
    machine.skip();
    expect(machine.state.page?.kind).toBe('feedback');
  });

  it('counts the words it asks for', async () => {
    const { machine } = await openSurvey();
    machine.skip();
    machine.next();
    expect(machine.state.issue).toEqual({ code: 'text_required' });
    machine.write('  no ');
    machine.next();
    expect(machine.state.issue).toEqual({ code: 'text_too_short', minLength: 5, length: 2 });
    machine.write('enough');
    machine.next();
    expect(machine.state.page?.kind).toBe('confirm');
  });

  it('takes only a choice the offer allows', async () => {
    const { machine, gateway } = await open();
    for (const selection of [{}, { length: 0 }, { length: 4 }, { length: 1.5 }]) {
      await machine.accept(selection);
      expect(machine.state.issue).toEqual({ code: 'selection_invalid' });
    }
    machine.select('2');
    expect(machine.state.issue).toBeNull();
    expect(gateway.received).toEqual([]);
    void machine.accept({ length: 2 });
    expect(gateway.received[0]?.action).toEqual({
      type: 'pause',
      offerId: 'first',
      interval: 'month',
      length: 2,
    });
  });

  it.each([
    ['now', ['2026-11-20T00:00:00Z', '2026-12-22T00:00:00Z', 'soon', undefined], '2026-12-01'],
    // The paid period ends on 5 December.
    ['periodEnd', ['2026-12-01T00:00:00Z', '2027-01-06T00:00:00Z'], '2027-01-04'],
  ] as const)('takes a resume day within the longest pause from %s', async (startAt, no, yes) => {
    const offer: Offer = {
      type: 'pause',
      maxLength: 1,
      interval: 'month',
      datePicker: true,
      startAt,
    };
    const { machine, gateway } = await open(
      {},
      { id: 'f', steps: [{ id: 'p', type: 'offer', offer }] },
    );
    for (const until of no) await machine.accept({ until });
    expect(gateway.received).toEqual([]);
    void machine.accept({ until: `${yes}T00:00:00Z` });
    expect(gateway.received[0]?.action).toMatchObject({ until: `${yes}T00:00:00.000Z` });
  });

  it('waits for the acknowledgement before it cancels', async () => {
    const { machine, gateway } = await open(
      {},
      { id: 'f', steps: [{ id: 's', type: 'confirm', acknowledgement: 'My data goes.' }] },
    );
    await machine.confirm();
    expect(machine.state.issue).toEqual({ code: 'acknowledgement_required' });
    machine.acknowledge(true);
    void machine.confirm();
    expect(gateway.received).toHaveLength(1);
  });
});

describe('acting', () => {
  it('sends one action however often the button is pressed', async () => {
    const { machine, gateway } = await open();
    void machine.accept({ length: 1 });
    void machine.accept({ length: 2 });
    void machine.confirm();
    machine.decline();
    machine.close();
    expect(gateway.received).toHaveLength(1);
    expect(machine.state).toMatchObject({
      busy: true,
      canClose: false,
      page: { kind: 'progress' },
    });
    await gateway.settle('done');
    expect(pageOf(machine, 'complete').outcome).toMatchObject({
      type: 'pause',
      resumesAt: '2026-12-21T12:00:00.000Z',
    });
  });

  it('cancels at once from any step, and says that it was asked directly', async () => {
    const { machine, gateway } = await openSurvey();
    expect(machine.state.canCancelNow).toBe(true);
    void machine.confirm();
    expect(gateway.received[0]?.action).toEqual({ type: 'cancel', direct: true });
  });

  it('leaves three ways after an offer that failed', async () => {
    const { machine, gateway } = await open();
    void machine.accept({ length: 1 });
    await gateway.settle('refused');
    expect(pageOf(machine, 'error')).toMatchObject({ canRetry: true, canContinue: true });
    expect(machine.state.canCancelNow).toBe(true);
    machine.continue();
    expect(machine.state.page?.kind).toBe('survey');
    machine.back();
    expect(machine.state).toMatchObject({ issue: null, page: { kind: 'offer' } });
  });

  it('keeps the key while nobody knows what came of it, and takes a new one after a refusal', async () => {
    const { machine, gateway } = await open();
    void machine.accept({ length: 1 });
    await gateway.settle('lost');
    void machine.retry();
    await gateway.settle('done');
    expect(gateway.received.map(({ key }) => key)).toEqual([
      'key-0000000000000001',
      'key-0000000000000001',
    ]);
    expect(gateway.done.size).toBe(1);

    const other = await open();
    void other.machine.accept({ length: 1 });
    await other.gateway.settle('refused');
    void other.machine.retry();
    expect(new Set(other.gateway.received.map(({ key }) => key)).size).toBe(2);
  });

  it('shows a way out when it takes long, and still tells the host what came of it', async () => {
    let late: () => void = () => undefined;
    const { machine, gateway } = await open({
      delay: (callback, milliseconds) => {
        expect(milliseconds).toBe(15_000);
        late = callback;
        return () => undefined;
      },
    });
    const events: FlowEvent[] = [];
    machine.observe((event) => events.push(event));
    void machine.accept({ length: 1 });
    late();
    expect(machine.state).toMatchObject({ canClose: true, page: { slow: true } });
    machine.close();
    await gateway.settle('done');
    expect(events.map(({ type }) => type)).toEqual(['step', 'close', 'outcome']);
    expect(machine.state.status).toBe('closed');
  });

  it('undoes nothing when a listener throws', async () => {
    const reportError = vi.fn();
    const { machine, gateway } = await open({ reportError });
    const seen: string[] = [];
    machine.observe(() => {
      throw new Error('host');
    });
    machine.observe(({ type }) => seen.push(type));
    void machine.accept({ length: 1 });
    await gateway.settle('done');
    expect(machine.state.page?.kind).toBe('complete');
    expect(seen).toEqual(['step', 'step', 'outcome']);
    expect(reportError).toHaveBeenCalledTimes(3);
  });
});

describe('starting', () => {
  it('says why it cannot start, and tries again', async () => {
    const gateway = new ScriptedGateway(flow);
    const start = vi.spyOn(gateway, 'start');
    start.mockRejectedValueOnce(new FairwellError('network', 'down'));
    const machine = createCancelFlow({ gateway, now: () => now });
    await machine.start();
    expect(pageOf(machine, 'error')).toMatchObject({ canRetry: true, canContinue: false });
    await machine.retry();
    expect(machine.state.page?.kind).toBe('offer');
  });

  it('shows nothing when it was closed while loading, and closes the session', async () => {
    const gateway = new ScriptedGateway(flow);
    const machine = createCancelFlow({ gateway, now: () => now });
    const starting = machine.start();
    machine.close();
    await starting;
    await tick();
    expect(machine.state).toMatchObject({ status: 'closed', page: null });
    expect(gateway.recorded).toEqual([{ type: 'closed', at: now.toISOString() }]);
  });

  it('offers no retry where none can help', async () => {
    const gateway = new ScriptedGateway(flow);
    vi.spyOn(gateway, 'start').mockRejectedValue(new FairwellError('already_canceled', 'done'));
    const machine = createCancelFlow({ gateway });
    await machine.start();
    expect(machine.state).toMatchObject({ canClose: true, page: { canRetry: false } });
  });
});

describe('the record', () => {
  it('tells what was seen, offered and said, with times', async () => {
    const { machine, gateway } = await openSurvey();
    machine.select('budget');
    machine.next();
    machine.select('cuts');
    machine.write(' We shrank ');
    machine.next();
    machine.decline();
    machine.write('Thank you');
    machine.next();
    machine.close();
    const at = now.toISOString();
    expect(gateway.recorded).toEqual([
      { type: 'stepViewed', stepId: 'first', at },
      { type: 'offerPresented', offerId: 'first', at },
      { type: 'offerDeclined', offerId: 'first', at },
      { type: 'stepViewed', stepId: 'why', at },
      { type: 'stepViewed', stepId: 'why/budget#follow-up', at },
      {
        type: 'surveyAnswered',
        stepId: 'why',
        choiceId: 'budget',
        optionId: 'cuts',
        text: 'We shrank',
        at,
      },
      { type: 'stepViewed', stepId: 'why/budget', at },
      { type: 'offerPresented', offerId: 'why/budget', at },
      { type: 'offerDeclined', offerId: 'why/budget', at },
      { type: 'stepViewed', stepId: 'words', at },
      { type: 'feedbackGiven', stepId: 'words', text: 'Thank you', at },
      { type: 'stepViewed', stepId: 'sure', at },
      { type: 'closed', at },
    ]);
  });

  it('leaves out a follow-up that was not finished', async () => {
    const { machine, gateway } = await openSurvey();
    machine.select('other');
    machine.next();
    machine.write('half a th');
    machine.back();
    machine.close();
    expect(gateway.recorded.some(({ type }) => type === 'surveyAnswered')).toBe(false);
  });

  it('reports a record that does not arrive and goes on', async () => {
    const reportError = vi.fn();
    const { machine, gateway } = await open({ reportError });
    vi.spyOn(gateway, 'record').mockRejectedValue(new FairwellError('network', 'down'));
    machine.decline();
    await tick();
    expect(machine.state.page?.kind).toBe('survey');
    expect(reportError).toHaveBeenCalled();
  });
});

it('knows the discounts that would be lost, and not those that are over', async () => {
  const gateway = new ScriptedGateway({ id: 'f', steps: [{ id: 's', type: 'confirm' }] }, [
    {
      ...monthly,
      discounts: [
        {
          coupon: { id: 'old', percentOff: 10, duration: 'once' },
          start: '2026-01-01T00:00:00Z',
          end: '2026-02-01T00:00:00Z',
        },
        {
          coupon: { id: 'now', percentOff: 20, duration: 'forever' },
          start: '2026-01-01T00:00:00Z',
        },
      ],
    },
  ]);
  const machine = createCancelFlow({ gateway, now: () => now });
  await machine.start();
  expect(pageOf(machine, 'confirm').discounts.map(({ coupon }) => coupon.id)).toEqual(['now']);
});
