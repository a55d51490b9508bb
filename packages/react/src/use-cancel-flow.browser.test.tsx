import type { FlowEvent } from '@fairwell/core';
import { useEffect, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import { FairwellProvider } from './provider.js';
import { mount, type Mounted } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { customer, hostOptions } from '@fairwell-tools/adapters/testing/samples';
import {
  useCancelFlow,
  type CancelFlowControls,
  type UseCancelFlowOptions,
} from './use-cancel-flow.js';

/** A component that uses the hook, and what the hook last gave it. */
function user(options: UseCancelFlowOptions = {}, around?: (inside: ReactElement) => ReactElement) {
  const seen: CancelFlowControls[] = [];
  const User = (own: UseCancelFlowOptions) => {
    const controls = useCancelFlow(own);
    seen.push(controls);
    return <output>{controls.state.page?.kind ?? controls.state.status}</output>;
  };
  const element = (own: UseCancelFlowOptions) =>
    around ? around(<User {...own} />) : <User {...own} />;
  const mounted: Mounted = mount(element(options));
  return {
    ...mounted,
    seen,
    get controls(): CancelFlowControls {
      const last = seen.at(-1);
      if (!last) throw new Error('It was not rendered.');
      return last;
    },
    update: (own: UseCancelFlowOptions) => mounted.render(element(own)),
    shows: (words: string) => expect.poll(() => mounted.container.textContent).toBe(words),
  };
}

describe('useCancelFlow', () => {
  it('leads from the survey to the discount, which the host applies once', async () => {
    const applied: unknown[] = [];
    const events: FlowEvent[] = [];
    const page = user({
      ...hostOptions({ handleDiscount: (...given) => void applied.push(given) }),
      onEvent: (event) => events.push(event),
    });
    await page.shows('idle');

    page.controls.open();
    await page.shows('survey');
    page.controls.select('budget');
    page.controls.next();
    await page.shows('offer');
    void page.controls.accept();
    void page.controls.accept();
    await page.shows('complete');
    expect(applied).toEqual([[customer, expect.objectContaining({ id: 'STAY30' })]]);

    page.controls.close();
    await page.shows('closed');
    expect(events.filter(({ type }) => type !== 'step')).toMatchObject([
      { type: 'outcome', outcome: { type: 'discount' }, customer },
      { type: 'close', result: 'discount' },
    ]);
  });

  it('says why it did not go on, until the next input', async () => {
    const page = user(hostOptions());
    page.controls.open();
    await page.shows('survey');
    page.controls.next();
    await expect.poll(() => page.controls.state.issue).toEqual({ code: 'choice_required' });
    page.controls.select('unused');
    await expect.poll(() => page.controls.state.issue).toBeNull();
  });

  it('starts one session for each opening, and none by being on the page', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    const page = user({ serviceUrl: 'http://localhost:9', session });
    expect(asked).toBe(0);
    page.controls.open();
    page.controls.open();
    await expect.poll(() => asked).toBe(1);
    page.controls.close();
    page.controls.open();
    await expect.poll(() => asked).toBe(2);
  });

  it('begins anew when it is opened again', async () => {
    const page = user(hostOptions());
    page.controls.open();
    await page.shows('survey');
    page.controls.select('budget');
    page.controls.close();
    page.controls.open();
    await page.shows('survey');
    expect(page.controls.state.page).toMatchObject({ kind: 'survey', selected: null });
  });

  it('carries out and reports what was in flight when its component went away', async () => {
    let finish: () => void = () => undefined;
    const events: FlowEvent[] = [];
    const page = user({
      ...hostOptions({ handleCancel: () => new Promise<void>((resolve) => (finish = resolve)) }),
      onEvent: (event) => events.push(event),
    });
    page.controls.open();
    await page.shows('survey');
    void page.controls.confirm();
    await page.shows('progress');

    page.unmount();
    expect(events.at(-1)).toMatchObject({ type: 'step', page: { kind: 'progress' } });
    finish();
    await expect
      .poll(() => events.slice(-2))
      .toMatchObject([
        { type: 'outcome', outcome: { type: 'cancel' } },
        { type: 'close', result: 'cancel' },
      ]);
  });

  it('closes what was open when its component goes away', async () => {
    const events: FlowEvent[] = [];
    const page = user({ ...hostOptions(), onEvent: (event) => events.push(event) });
    page.controls.open();
    await page.shows('survey');
    page.unmount();
    await expect.poll(() => events.at(-1)).toEqual({ type: 'close', result: 'abort' });
  });

  it('keeps its functions from render to render, and calls the latest listener', async () => {
    const heard: string[] = [];
    const page = user({ ...hostOptions(), onEvent: () => heard.push('first') });
    const { open, next } = page.controls;
    page.update({ ...hostOptions(), onEvent: () => heard.push('second') });
    expect(page.controls.open).toBe(open);
    expect(page.controls.next).toBe(next);
    open();
    await page.shows('survey');
    expect(new Set(heard)).toEqual(new Set(['second']));
  });
});

/** Opens as soon as it is there, as a page that is for nothing else does. */
function OpensAtOnce({ how, ...options }: UseCancelFlowOptions & { how: 'open' | 'show' }) {
  const flow = useCancelFlow(options);
  const start = flow[how];
  useEffect(() => void start(), [start]);
  return null;
}

describe.each(['open', 'show'] as const)('%s()', (how) => {
  it('starts one session where a component calls it when it is mounted', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    const options = { serviceUrl: 'http://localhost:9', session, how };
    const { render } = mount(<OpensAtOnce key="cancel" {...options} />);
    await expect.poll(() => asked).toBe(1);
    render(<OpensAtOnce key="cancel" {...options} />);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBe(1);
    render(null);
    await expect.poll(() => document.querySelector('fw-cancel-flow')).toBeNull();
  });
});

describe('show()', () => {
  it('says how it ended', async () => {
    const done: string[] = [];
    const page = user(hostOptions({ handleCancel: () => void done.push('cancel') }));
    const ended = page.controls.show();
    await press('text-button');
    await press('primary-button');
    expect(await ended).toBe('cancel');
    expect(done).toEqual(['cancel']);
    expect(page.controls.state.status).toBe('idle');
  });

  it('closes with its component, once what was in flight is done and told', async () => {
    let finish: () => void = () => undefined;
    const told: string[] = [];
    document.addEventListener('fw-cancel', ({ type }) => told.push(type), { once: true });
    const page = user(
      hostOptions({ handleCancel: () => new Promise<void>((resolve) => (finish = resolve)) }),
    );
    const ended = page.controls.show();
    await press('text-button');
    await expect.element(screen.getByRole('progressbar')).toBeVisible();
    page.unmount();
    finish();
    expect(await ended).toBe('cancel');
    expect(told).toEqual(['fw-cancel']);
    expect(document.querySelector('fw-cancel-flow')).toBeNull();
  });

  it('says what to do where nobody gave it options', async () => {
    await expect(user().controls.show()).rejects.toThrow(/serviceUrl.*<FairwellProvider>/);
  });
});

describe('useCancelFlow in a provider', () => {
  it('takes the options of the provider', async () => {
    const page = user({}, (inside) => (
      <FairwellProvider {...hostOptions()}>{inside}</FairwellProvider>
    ));
    page.controls.open();
    await page.shows('survey');
  });

  it('wins over the provider, option by option and handler by handler', async () => {
    const done: string[] = [];
    const around = hostOptions({
      handleCancel: () => void done.push('around'),
      handleDiscount: () => void done.push('around'),
    });
    const page = user(
      {
        customer: { id: 'cus_2' },
        flow: undefined,
        handlers: { handleCancel: ({ id }) => void done.push(`inside, ${id}`) },
      },
      (inside) => <FairwellProvider {...around}>{inside}</FairwellProvider>,
    );
    page.controls.open();
    await page.shows('survey');
    await page.controls.confirm();
    expect(done).toEqual(['inside, cus_2']);

    page.controls.close();
    page.controls.open();
    await page.shows('survey');
    page.controls.select('budget');
    page.controls.next();
    await page.controls.accept();
    expect(done.at(-1)).toBe('around');
  });

  it('lets a provider further inside win over one around it', async () => {
    const page = user({}, (inside) => (
      <FairwellProvider {...hostOptions()} customer={{ id: 'cus_1' }}>
        <FairwellProvider customer={{ id: 'cus_3' }}>{inside}</FairwellProvider>
      </FairwellProvider>
    ));
    page.controls.open();
    await page.shows('survey');
    expect(page.controls.state.customer?.id).toBe('cus_3');
  });

  it('says what to do where nobody gave it options', () => {
    const { controls } = user();
    expect(() => controls.open()).toThrow(/serviceUrl.*<FairwellProvider>/);
    expect(controls.state.status).toBe('idle');
  });

  it('shows an error that a customer can try again where the service cannot be reached', async () => {
    const page = user({ serviceUrl: 'http://localhost:9', session: 'token' });
    page.controls.open();
    await page.shows('error');
    expect(page.controls.state.page).toMatchObject({
      error: { code: 'network' },
      canRetry: true,
    });
  });
});
