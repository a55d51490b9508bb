import {
  Component,
  inject,
  input,
  signal,
  viewChild,
  type EnvironmentProviders,
} from '@angular/core';
import type { FlowEvent } from '@fairwell/core';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Fairwell } from './fairwell.js';
import { injectCancelFlow, type CancelFlowOptions } from './inject-cancel-flow.js';
import { provideFairwell } from './provide-fairwell.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { customer, hostOptions } from '@fairwell-tools/adapters/testing/samples';

@Component({
  selector: 'test-user',
  template: `{{ flow.state().page?.kind ?? flow.state().status }}`,
})
class User {
  readonly options = input.required<CancelFlowOptions>();
  readonly flow = injectCancelFlow(() => this.options());
}

@Component({
  selector: 'test-page',
  imports: [User],
  template: `@if (isThere()) {
    <test-user [options]="options()" />
  }`,
})
class Page {
  readonly fairwell = inject(Fairwell);
  readonly user = viewChild.required(User);
  readonly isThere = signal(true);
  readonly options = signal<CancelFlowOptions>({});
}

async function user(options: CancelFlowOptions, providers: EnvironmentProviders[] = []) {
  const { container, page: host } = await mount(Page, providers);
  host.options.set(options);
  await expect.poll(() => host.user().options()).toBe(options);
  return {
    host,
    controls: host.user().flow,
    shows: (words: string) => expect.poll(() => container.textContent).toBe(words),
  };
}

describe('injectCancelFlow', () => {
  it('leads from the survey to the discount, which the host applies once', async () => {
    const applied: unknown[] = [];
    const events: FlowEvent[] = [];
    const { controls, shows } = await user({
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

  it('starts one session for each opening, and none by being on the page', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    const { controls } = await user({ serviceUrl: 'http://localhost:9', session });
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
    const { controls, host, shows } = await user({
      ...hostOptions({ handleCancel: () => new Promise<void>((resolve) => (finish = resolve)) }),
      onEvent: (event) => events.push(event),
    });
    controls.open();
    await shows('survey');
    void controls.confirm();
    await shows('progress');

    host.isThere.set(false);
    await shows('');
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
    const { controls, host, shows } = await user({
      ...hostOptions(),
      onEvent: (event) => events.push(event),
    });
    controls.open();
    await shows('survey');
    host.isThere.set(false);
    await expect.poll(() => events.at(-1)).toEqual({ type: 'close', result: 'abort' });
  });

  it('opens the ready-made dialog, and says how it ended', async () => {
    const { controls } = await user(hostOptions());
    const ended = controls.show();
    await expect.element(page.getByRole('heading', { name: 'Why are you leaving?' })).toBeVisible();
    await press('close-button');
    expect(await ended).toBe('abort');
  });

  it('closes the dialog with its component', async () => {
    const { controls, host } = await user(hostOptions());
    const ended = controls.show();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    host.isThere.set(false);
    expect(await ended).toBe('abort');
    expect(document.querySelector('fw-cancel-flow')).toBeNull();
  });

  it('says what to do where nobody gave it options', async () => {
    const { controls } = await user({});
    expect(() => controls.open()).toThrow(
      /injectCancelFlow\(\) has no serviceUrl.*provideFairwell/,
    );
    await expect(controls.show()).rejects.toThrow(/provideFairwell/);
    expect(controls.state().status).toBe('idle');
  });

  it('shows an error that a customer can try again where the service cannot be reached', async () => {
    const { controls, shows } = await user({ serviceUrl: 'http://localhost:9', session: 'token' });
    controls.open();
    await shows('error');
    expect(controls.state().page).toMatchObject({ error: { code: 'network' }, canRetry: true });
  });
});

describe('injectCancelFlow in an application with options', () => {
  it('wins over them, option by option and handler by handler', async () => {
    const done: string[] = [];
    const around = hostOptions({
      handleCancel: () => void done.push('around'),
      handleDiscount: () => void done.push('around'),
    });
    const { controls, shows } = await user(
      {
        customer: { id: 'cus_2' },
        flow: undefined,
        handlers: { handleCancel: ({ id }) => void done.push(`inside, ${id}`) },
      },
      [provideFairwell(around)],
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
});

describe('Fairwell', () => {
  it('has a flow for what is no component', async () => {
    const { host } = await user({}, [provideFairwell(hostOptions())]);
    const flow = host.fairwell.cancelFlow();
    const ended = flow.show();
    await expect.element(page.getByRole('dialog')).toBeVisible();
    await press('close-button');
    expect(await ended).toBe('abort');
  });
});
