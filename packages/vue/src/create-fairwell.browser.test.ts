import { createApp, defineComponent, h, reactive, ref } from 'vue';
import { describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { CancelFlow } from './cancel-flow.js';
import { createFairwell } from './create-fairwell.js';
import { mount } from './testing/mount.js';
import { confirmFlow, hostOptions } from '@fairwell-tools/adapters/testing/samples';
import { useCancelFlow, type CancelFlowControls } from './use-cancel-flow.js';

const heading = (name: string) => page.getByRole('heading', { name });
const inline = () => h(CancelFlow, { open: true, variant: 'inline' });

describe('createFairwell', () => {
  it('gives its options to every component of the app', async () => {
    mount(inline, (app) => app.use(createFairwell(hostOptions())));
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });

  it('takes them as a ref or a reactive object, whose changes arrive', async () => {
    const seen: CancelFlowControls[] = [];
    const User = defineComponent(() => {
      seen.push(useCancelFlow());
      return () => null;
    });
    const asRef = ref(hostOptions());
    const asObject = reactive(hostOptions());
    mount(
      () => h(User),
      (app) => app.use(createFairwell(asRef)),
    );
    mount(
      () => h(User),
      (app) => app.use(createFairwell(asObject)),
    );
    asRef.value = { ...hostOptions(), flow: confirmFlow };
    asObject.flow = confirmFlow;
    for (const { open, state } of seen) {
      open();
      await expect.poll(() => state.value.page?.kind).toBe('confirm');
    }
    expect(seen).toHaveLength(2);
  });

  it('installed twice says what to do instead', () => {
    const app = createApp(() => null);
    app.use(createFairwell(hostOptions()));
    expect(() => app.use(createFairwell(hostOptions()))).toThrow(/twice.*<FairwellProvider>/);
  });
});
