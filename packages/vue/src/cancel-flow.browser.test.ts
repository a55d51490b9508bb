import { defineComponent, h, KeepAlive, nextTick, ref, shallowRef } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CancelFlow, type CancelFlowProps } from './cancel-flow.js';
import { FairwellProvider } from './provider.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { confirmFlow, hostOptions } from '@fairwell-tools/adapters/testing/samples';

const heading = (name: string) => page.getByRole('heading', { name });
const survey = () => heading('Why are you leaving?');

/** `<CancelFlow v-model:open="open" …>` and a button that sets it. */
function opener(props: CancelFlowProps = {}) {
  const open = ref(false);
  const mounted = mount(() => [
    h('button', { type: 'button', onClick: () => (open.value = true) }, 'Leave'),
    h(CancelFlow, {
      ...props,
      open: open.value,
      'onUpdate:open': (value) => (open.value = value),
    }),
  ]);
  return { open, ...mounted };
}

describe('CancelFlow', () => {
  it('opens and closes with v-model, as often as that changes', async () => {
    const { open } = opener(hostOptions());
    for (let round = 0; round < 2; round++) {
      await page.getByRole('button', { name: 'Leave' }).click();
      await expect.element(survey()).toBeVisible();
      await press('close-button');
      await expect.element(survey()).not.toBeInTheDocument();
      await expect.poll(() => open.value).toBe(false);
    }
    open.value = true;
    await expect.element(survey()).toBeVisible();
    open.value = false;
    await expect.element(survey()).not.toBeInTheDocument();
  });

  it('tells v-model when its element opens it', async () => {
    const { open, container } = opener(hostOptions());
    container.querySelector('fw-cancel-flow')?.show();
    await expect.poll(() => open.value).toBe(true);
  });

  it('starts one session where it is open from the beginning', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    const draw = () => h(CancelFlow, { serviceUrl: 'http://localhost:9', session, open: true });
    const { render } = mount(draw);
    await expect.poll(() => asked).toBe(1);
    await render(() => draw());
    await press('close-button');
    expect(asked).toBe(1);
  });

  it('shows what its slots hold, also where that changes', async () => {
    const note = ref('Questions? Write to us.');
    const withExtra = ref(false);
    mount(() =>
      h(
        CancelFlow,
        { ...hostOptions(), flow: confirmFlow, open: true },
        {
          'footer-note': () => h('p', note.value),
          ...(withExtra.value && { 'confirm-extra': () => 'Your data stays for 30 days.' }),
        },
      ),
    );
    await expect.element(page.getByText('Questions? Write to us.')).toBeVisible();
    note.value = 'Call us.';
    withExtra.value = true;
    await expect.element(page.getByText('Call us.')).toBeVisible();
    await expect.element(page.getByText('Your data stays for 30 days.')).toBeVisible();
  });

  it('keeps what the customer chose while its component renders again', async () => {
    const draw = () => h(CancelFlow, { ...hostOptions(), open: true, variant: 'inline' });
    const { render } = mount(draw);
    await page.getByText('I don’t use it enough').click();
    await render(() => draw());
    await expect.element(page.getByLabelText('I don’t use it enough')).toBeChecked();
  });

  it('takes the options of the provider around', async () => {
    mount(() =>
      h(FairwellProvider, hostOptions(), () => h(CancelFlow, { open: true, variant: 'inline' })),
    );
    await expect.element(survey()).toBeVisible();
  });

  it('takes options that come late, written as in a template', async () => {
    const flow = shallowRef<CancelFlowProps['flow']>();
    const { customer, handlers } = hostOptions();
    mount(() => h(CancelFlow, { customer, handlers, flow: flow.value, open: true }));
    flow.value = confirmFlow;
    await nextTick();
    vi.mocked(console.error).mockClear();
    await expect.element(heading('Cancel your plan?')).toBeVisible();
  });

  it('gives out its element', async () => {
    const given = shallowRef<InstanceType<typeof CancelFlow>>();
    mount(() => h(CancelFlow, { ...hostOptions(), ref: given }));
    given.value?.element?.show();
    await expect.element(survey()).toBeVisible();
  });

  it('is over where its page is kept alive and another is shown, and can be opened again', async () => {
    const closed: string[] = [];
    const Account = defineComponent(
      () => () =>
        h(CancelFlow, {
          ...hostOptions(),
          open: true,
          onClosed: ({ detail }) => closed.push(detail.result),
        }),
    );
    const Home = defineComponent(() => () => h('p', 'Home'));
    const { render } = mount(() => h(KeepAlive, () => h(Account)));
    await expect.element(survey()).toBeVisible();
    await render(() => h(KeepAlive, () => h(Home)));
    await expect.element(survey()).not.toBeInTheDocument();
    await expect.poll(() => closed).toEqual(['abort']);
  });

  it('says what to do where it is opened without options', async () => {
    mount(() => h(CancelFlow, { open: true, variant: 'inline' }));
    await expect
      .poll(() => vi.mocked(console.error).mock.calls.flat().join())
      .toMatch(/CancelFlow has no serviceUrl.*<FairwellProvider>/);
    vi.mocked(console.error).mockClear();
  });
});
