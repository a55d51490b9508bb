import {
  Component,
  computed,
  createEnvironmentInjector,
  EnvironmentInjector,
  inject,
  Injectable,
  Injector,
  input,
  runInInjectionContext,
  signal,
} from '@angular/core';
import type { CustomStepContext } from '@fairwell/elements';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CancelFlow } from './cancel-flow.js';
import { injectCancelFlow } from './inject-cancel-flow.js';
import { provideFairwell } from './provide-fairwell.js';
import { mount } from './testing/mount.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';

@Injectable({ providedIn: 'root' })
class Plan {
  readonly name = signal('Plus');
}

@Component({
  selector: 'test-rating',
  template: `
    <form (submit)="$event.preventDefault(); next()({ mark: mark() })">
      <p>How is {{ plan.name() }}, {{ customer()?.firstName }}?</p>
      <button type="button" (click)="mark.set(mark() + 1)">Better</button>
      <output>{{ words() }}</output>
      <button>Send</button>
    </form>
  `,
})
class Rating {
  readonly plan = inject(Plan);
  readonly customer = input<CustomStepContext['customer']>();
  readonly next = input.required<CustomStepContext['next']>();
  readonly mark = signal(0);
  readonly words = computed(() => `${this.mark()} of 5`);
}

@Component({
  selector: 'test-page',
  imports: [CancelFlow],
  template: `<fw-cancel-flow [(open)]="isOpen" />`,
})
class Page {
  readonly injector = inject(EnvironmentInjector);
  readonly plan = inject(Plan);
  readonly isOpen = signal(true);
}

const rated = {
  id: 'rated',
  steps: [
    { id: 'rating', type: 'custom', tag: 'test-rating-step' },
    { id: 'sure', type: 'confirm', header: 'Cancel your plan?' },
  ],
} as const;

describe('a custom step', () => {
  it('is a component of the application, with its own state, and answers', async () => {
    const answers: unknown[] = [];
    const listen = ({ detail }: HTMLElementEventMap['fw-next']) => answers.push(detail.result);
    document.body.addEventListener('fw-next', listen);
    onTestFinished(() => document.body.removeEventListener('fw-next', listen));
    const { page: host } = await mount(Page, [
      provideFairwell({
        ...hostOptions(),
        flow: { ...rated, steps: [...rated.steps] },
        steps: { 'test-rating-step': Rating },
      }),
    ]);
    await expect.element(page.getByText('How is Plus, Ada?')).toBeVisible();
    host.plan.name.set('Pro');
    await expect.element(page.getByText('How is Pro, Ada?')).toBeVisible();
    await page.getByRole('button', { name: 'Better' }).click();
    await expect.element(page.getByText('1 of 5')).toBeVisible();
    await page.getByRole('button', { name: 'Send' }).click();
    await expect.element(page.getByRole('heading', { name: 'Cancel your plan?' })).toBeVisible();
    expect(document.querySelector('test-rating')).toBeNull();
    expect(answers).toEqual([{ mark: 1 }]);
  });

  it('whose tag is somebody else’s is reported, and the rest works', async () => {
    if (!customElements.get('test-taken'))
      customElements.define('test-taken', class extends HTMLElement {});
    await mount(Page, [provideFairwell({ ...hostOptions(), steps: { 'test-taken': Rating } })]);
    await expect.element(page.getByRole('heading', { name: 'Why are you leaving?' })).toBeVisible();
    expect(vi.mocked(console.error).mock.calls.flat().join()).toMatch(
      /<test-taken> is registered already: choose another tag/,
    );
    vi.mocked(console.error).mockClear();
  });
});

describe('provideFairwell', () => {
  it('may inject what the options are made of', async () => {
    await mount(Page, [
      provideFairwell(() => ({ ...hostOptions(), customer: { id: inject(Plan).name() } })),
    ]);
    await expect.element(page.getByRole('heading', { name: 'Why are you leaving?' })).toBeVisible();
  });

  it('of a route wins over that of the application, option by option', async () => {
    const { page: host } = await mount(Page, [provideFairwell(hostOptions())]);
    const route = createEnvironmentInjector(
      [provideFairwell({ customer: { id: 'cus_3' } })],
      host.injector,
    );
    onTestFinished(() => route.destroy());
    const flow = runInInjectionContext(route.get(Injector), () => injectCancelFlow());
    flow.open();
    await expect.poll(() => flow.state().page?.kind).toBe('survey');
    expect(flow.state().customer?.id).toBe('cus_3');
  });

  it('refuses to stand twice in the same providers', async () => {
    await expect(
      mount(Page, [provideFairwell(hostOptions()), provideFairwell({ mode: 'test' })]),
    ).rejects.toThrow(/provideFairwell\(\) stands twice.*keep one/);
    vi.mocked(console.error).mockClear();
  });
});
