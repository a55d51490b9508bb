import type { FlowEvent } from '@fairwell/core';
import { defineComponent, h, type Component } from 'vue';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { CancelFlow } from './cancel-flow.js';
import { createFairwell } from './create-fairwell.js';
import type { CustomStepContext } from './index.js';
import { mount } from './testing/mount.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';
import { useCancelFlow, type CancelFlowControls } from './use-cancel-flow.js';

/** What a bundler calls when a component was edited. */
declare const __VUE_HMR_RUNTIME__: {
  createRecord(id: string, component: Component): void;
  reload(id: string, component: Component): void;
};

/** A component as a bundler registers it. */
function hot<C extends Component>(id: string, component: C): C {
  __VUE_HMR_RUNTIME__.createRecord(id, component);
  return Object.assign(component, { __hmrId: id });
}

const step = (words: string) =>
  defineComponent({
    props: ['next'],
    setup:
      ({ next }: Pick<CustomStepContext, 'next'>) =>
      () =>
        h('button', { type: 'button', onClick: () => next() }, words),
  });

describe('hot reload', () => {
  it('of a custom step leaves the flow where it is', async () => {
    const flow = {
      id: 'hot',
      steps: [
        { id: 'mark', type: 'custom', tag: 'test-hot' },
        { id: 'sure', type: 'confirm', header: 'Cancel your plan?' },
      ],
    } as const;
    const Step = hot('step', step('Before'));
    mount(
      () => h(CancelFlow, { open: true, variant: 'inline' }),
      (app) =>
        app.use(
          createFairwell({
            ...hostOptions(),
            flow: { ...flow, steps: [...flow.steps] },
            steps: { 'test-hot': Step },
          }),
        ),
    );
    await expect.element(page.getByRole('button', { name: 'Before' })).toBeVisible();
    __VUE_HMR_RUNTIME__.reload('step', step('After'));
    await page.getByRole('button', { name: 'After' }).click();
    await expect.element(page.getByRole('heading', { name: 'Cancel your plan?' })).toBeVisible();
  });

  it('of a component that opened a flow closes that', async () => {
    const seen: CancelFlowControls[] = [];
    const events: FlowEvent[] = [];
    const user = () =>
      defineComponent(() => {
        const controls = useCancelFlow({
          ...hostOptions(),
          onEvent: (event) => events.push(event),
        });
        seen.push(controls);
        return () => h('output', controls.state.value.status);
      });
    const User = hot('user', user());
    const { container } = mount(() => h('main', h(User)));
    seen[0]?.open();
    await expect.poll(() => container.textContent).toBe('open');
    __VUE_HMR_RUNTIME__.reload('user', user());
    await expect.poll(() => container.textContent).toBe('idle');
    await expect.poll(() => events.at(-1)).toEqual({ type: 'close', result: 'abort' });
    expect(seen).toHaveLength(2);
  });
});
