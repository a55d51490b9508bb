import type { FlowEvent } from '@fairwell/core';
import { defineComponent, h, KeepAlive, ref, type VNode } from 'vue';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { FairwellProvider } from './provider.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { customer, hostOptions } from '@fairwell-tools/adapters/testing/samples';
import {
  useCancelFlow,
  type CancelFlowControls,
  type UseCancelFlowOptions,
} from './use-cancel-flow.js';

/** A component that uses the composable, and what that gave it. */
function user(
  options: Parameters<typeof useCancelFlow>[0] = {},
  around: (inside: () => VNode) => VNode = (inside) => inside(),
) {
  const seen: CancelFlowControls[] = [];
  const User = defineComponent(() => {
    const controls = useCancelFlow(options);
    seen.push(controls);
    return () => h('output', controls.state.value.page?.kind ?? controls.state.value.status);
  });
  const mounted = mount(() => around(() => h(User)));
  const [controls] = seen;
  if (!controls) throw new Error('It was not rendered.');
  return {
    ...mounted,
    controls,
    User,
    shows: (words: string) => expect.poll(() => mounted.container.textContent).toBe(words),
  };
}

const survey = () => page.getByRole('heading', { name: 'Why are you leaving?' });

describe('useCancelFlow', () => {
  it('leads from the survey to the discount, which the host applies once', async () => {
    const applied: unknown[] = [];
    const events: FlowEvent[] = [];
    const { controls, shows } = user({
      ...hostOptions({ handleDiscount: (...given) => void applied.push(given) }),
      onEvent: (event) => events.push(event),
    });
    await shows('idle');

    controls.open();
    await shows('survey');
    controls.select('budget');
    controls.next();
    await shows('offer');
    void controls.accept();
    void controls.accept();
    await shows('complete');
    expect(applied).toEqual([[customer, expect.objectContaining({ id: 'STAY30' })]]);

    controls.close();
    await shows('closed');
    expect(events.filter(({ type }) => type !== 'step')).toMatchObject([
      { type: 'outcome', outcome: { type: 'discount' }, customer },
      { type: 'close', result: 'discount' },
    ]);
  });

  it('says why it did not go on, until the next input', async () => {
    const { controls, shows } = user(hostOptions());
    controls.open();
    await shows('survey');
    controls.next();
    await expect.poll(() => controls.state.value.issue).toEqual({ code: 'choice_required' });
    controls.select('unused');
    await expect.poll(() => controls.state.value.issue).toBeNull();
  });

  it('starts one session for each opening, and none by being on the page', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    const { controls } = user({ serviceUrl: 'http://localhost:9', session });
    expect(asked).toBe(0);
    controls.open();
    controls.open();
    await expect.poll(() => asked).toBe(1);
    controls.close();
    controls.open();
    await expect.poll(() => asked).toBe(2);
  });

  it('carries out and reports what was in flight when its component went away', async () => {
    let finish: () => void = () => undefined;
    const events: FlowEvent[] = [];
    const { controls, shows, unmount } = user({
      ...hostOptions({ handleCancel: () => new Promise<void>((resolve) => (finish = resolve)) }),
      onEvent: (event) => events.push(event),
    });
    controls.open();
    await shows('survey');
    void controls.confirm();
    await shows('progress');

    unmount();
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
    const { controls, shows, unmount } = user({
      ...hostOptions(),
      onEvent: (event) => events.push(event),
    });
    controls.open();
    await shows('survey');
    unmount();
    await expect.poll(() => events.at(-1)).toEqual({ type: 'close', result: 'abort' });
  });

  it('reads its options when it opens, and calls the latest listener', async () => {
    const heard: string[] = [];
    const options = ref<UseCancelFlowOptions>({ onEvent: () => heard.push('first') });
    const { controls, shows } = user(options);
    options.value = { ...hostOptions(), onEvent: () => heard.push('second') };
    controls.open();
    await shows('survey');
    expect(new Set(heard)).toEqual(new Set(['second']));
  });

  it('keeps the flow that is drawn while its page is kept alive', async () => {
    const { controls, render, container, User } = user(hostOptions(), (inside) =>
      h(KeepAlive, inside),
    );
    controls.open();
    await expect.poll(() => container.textContent).toBe('survey');
    const Home = defineComponent(() => () => h('p', 'Home'));
    await render(() => h(KeepAlive, () => h(Home)));
    expect(controls.state.value.status).toBe('open');
    await render(() => h(KeepAlive, () => h(User)));
    expect(container.textContent).toBe('survey');
  });
});

describe('show()', () => {
  it('opens the ready-made dialog, and tells how it ended', async () => {
    const { controls, container } = user({ ...hostOptions(), locale: 'en-GB', theme: 'dark' });
    const ended = controls.show();
    await expect.element(survey()).toBeVisible();
    const dialog = document.querySelector('fw-cancel-flow');
    expect(dialog).toMatchObject({ lang: 'en-GB', theme: 'dark' });
    expect(container.textContent).toBe('idle');
    await press('close-button');
    expect(await ended).toBe('abort');
    expect(document.querySelector('fw-cancel-flow')).toBeNull();
  });

  it('is over when its component goes away', async () => {
    const { controls, unmount } = user(hostOptions());
    const ended = controls.show();
    await expect.element(survey()).toBeVisible();
    expect(document.querySelector('fw-cancel-flow')?.hasAttribute('lang')).toBe(false);
    unmount();
    expect(await ended).toBe('abort');
    await expect.element(survey()).not.toBeInTheDocument();
  });

  it('is over where its page is kept alive and another is shown, and can be opened again', async () => {
    const { controls, render, User } = user(hostOptions(), (inside) => h(KeepAlive, inside));
    const ended = controls.show();
    await expect.element(survey()).toBeVisible();
    const Home = defineComponent(() => () => h('p', 'Home'));
    await render(() => h(KeepAlive, () => h(Home)));
    expect(await ended).toBe('abort');
    await render(() => h(KeepAlive, () => h(User)));
    const again = controls.show();
    await expect.element(survey()).toBeVisible();
    await press('close-button');
    expect(await again).toBe('abort');
  });

  it('rejects where nobody gave it options', async () => {
    await expect(user().controls.show()).rejects.toThrow(/serviceUrl.*<FairwellProvider>/);
  });
});

describe('useCancelFlow in a provider', () => {
  it('wins over the provider, option by option and handler by handler', async () => {
    const done: string[] = [];
    const around = hostOptions({
      handleCancel: () => void done.push('around'),
      handleDiscount: () => void done.push('around'),
    });
    const { controls, shows } = user(
      {
        customer: { id: 'cus_2' },
        flow: undefined,
        handlers: { handleCancel: ({ id }) => void done.push(`inside, ${id}`) },
      },
      (inside) => h(FairwellProvider, around, inside),
    );
    controls.open();
    await shows('survey');
    await controls.confirm();
    expect(done).toEqual(['inside, cus_2']);

    controls.close();
    controls.open();
    await shows('survey');
    controls.select('budget');
    controls.next();
    await controls.accept();
    expect(done.at(-1)).toBe('around');
  });

  it('lets a provider further inside win over one around it', async () => {
    const { controls, shows } = user({}, (inside) =>
      h(FairwellProvider, { ...hostOptions(), customer: { id: 'cus_1' } }, () =>
        h(FairwellProvider, { customer: { id: 'cus_3' } }, inside),
      ),
    );
    controls.open();
    await shows('survey');
    expect(controls.state.value.customer?.id).toBe('cus_3');
  });

  it('says what to do where nobody gave it options', () => {
    const { controls } = user();
    expect(() => controls.open()).toThrow(/serviceUrl.*<FairwellProvider>.*createFairwell/);
    expect(controls.state.value.status).toBe('idle');
  });

  it('shows an error that a customer can try again where the service cannot be reached', async () => {
    const { controls, shows } = user({ serviceUrl: 'http://localhost:9', session: 'token' });
    controls.open();
    await shows('error');
    expect(controls.state.value.page).toMatchObject({ error: { code: 'network' }, canRetry: true });
  });
});
