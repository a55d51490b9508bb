import type { Flow } from '@fairwell/contract';
import {
  defineComponent,
  h,
  inject,
  provide,
  ref,
  shallowRef,
  type PropType,
  type Ref,
  type VNodeChild,
} from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CancelFlow } from './cancel-flow.js';
import { createFairwell } from './create-fairwell.js';
import type { CustomSteps } from './custom-steps.js';
import type { CustomStepContext } from './index.js';
import { FairwellProvider } from './provider.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';
import { useCancelFlow } from './use-cancel-flow.js';

/** A custom step, and the confirmation. */
const flowWith = (tag: string): Flow => ({
  // A flow of the same name would go on where it was left.
  id: tag,
  steps: [
    { id: 'mark', type: 'custom', tag, properties: { best: 10 } },
    { id: 'sure', type: 'confirm', header: 'Cancel your plan?' },
  ],
});

const inlineFlow = () => h(CancelFlow, { open: true, variant: 'inline' });

const Rating = defineComponent({
  props: {
    step: Object as PropType<CustomStepContext['step']>,
    customer: Object as PropType<CustomStepContext['customer']>,
    next: { type: Function as PropType<CustomStepContext['next']>, required: true },
  },
  setup(given) {
    const team = inject<Ref<string>>('team', ref('nobody'));
    const mark = ref(0);
    return () =>
      h('section', { 'aria-label': 'Rating' }, [
        h(
          'p',
          `${given.customer?.firstName ?? ''} of ${team.value}: ${mark.value} of ${String(given.step?.properties?.['best'])}`,
        ),
        h('button', { type: 'button', onClick: () => mark.value++ }, 'More'),
        h('button', { type: 'button', onClick: () => given.next({ mark: mark.value }) }, 'Send'),
      ]);
  },
});

const button = (name: string) => page.getByRole('button', { name, exact: true });
const rating = () => page.getByRole('region', { name: 'Rating' });
const confirmation = () => page.getByRole('heading', { name: 'Cancel your plan?' });

/** An app with these steps in a provider, and something to see for them in its tree. */
function mountApp(flow: Flow, steps: CustomSteps, content: () => VNodeChild = inlineFlow) {
  const team = ref('Acme');
  const given = shallowRef(steps);
  const drawn = shallowRef(content);
  const Team = defineComponent((_props, { slots }) => {
    provide('team', team);
    return () => slots['default']?.();
  });
  mount(() =>
    h(Team, () =>
      h(FairwellProvider, { ...hostOptions(), flow, steps: given.value }, () => drawn.value()),
    ),
  );
  return { team, steps: given, content: drawn };
}

describe('a component as a custom step', () => {
  it('gets what it is about, sees what is provided around, and answers', async () => {
    const { team } = mountApp(flowWith('test-rating'), { 'test-rating': Rating });
    await expect.element(rating().getByText('Ada of Acme: 0 of 10')).toBeVisible();
    await button('More').click();
    await expect.element(rating().getByText('Ada of Acme: 1 of 10')).toBeVisible();
    team.value = 'Initech';
    await expect.element(rating().getByText('Ada of Initech: 1 of 10')).toBeVisible();
    expect(rating().element().getAttributeNames()).toEqual(['aria-label']);
    await button('Send').click();
    await expect.element(confirmation()).toBeVisible();
    await expect.element(rating()).not.toBeInTheDocument();
  });

  it('sees what the app provides, where the plugin has it', async () => {
    mount(inlineFlow, (app) =>
      app
        .use(
          createFairwell({
            ...hostOptions(),
            flow: flowWith('test-plugin'),
            steps: { 'test-plugin': Rating },
          }),
        )
        .provide('team', ref('Globex')),
    );
    await expect.element(rating().getByText('Ada of Globex: 0 of 10')).toBeVisible();
    await button('Send').click();
    await expect.element(confirmation()).toBeVisible();
  });

  it('stands for an offer too, as a function', async () => {
    const taken: unknown[] = [];
    const Gift = ({ offer, accept }: CustomStepContext) =>
      h(
        'button',
        { type: 'button', onClick: () => accept({ result: offer?.properties?.['gift'] }) },
        'Take the gift',
      );
    const offer = { type: 'custom', tag: 'test-gift', properties: { gift: 'mug' } } as const;
    mountApp(
      { id: 'gift', steps: [{ id: 'gift', type: 'offer', offer }] },
      { 'test-gift': Gift },
      () =>
        h(CancelFlow, {
          open: true,
          variant: 'inline',
          onCustom: ({ detail }) => taken.push(detail.action),
        }),
    );
    await button('Take the gift').click();
    await expect.poll(() => taken).toMatchObject([{ type: 'custom', result: 'mug' }]);
  });

  it('is drawn in the ready-made dialog, and gone with it', async () => {
    const shown: string[] = [];
    const Watched = (context: CustomStepContext) =>
      h(Rating, {
        ...context,
        onVnodeMounted: () => shown.push('shown'),
        onVnodeUnmounted: () => shown.push('gone'),
      });
    const ended: string[] = [];
    const Opener = defineComponent(() => {
      const { show } = useCancelFlow();
      const onClick = async () => ended.push(await show());
      return () => h('button', { type: 'button', onClick }, 'Leave');
    });
    mountApp(flowWith('test-watched'), { 'test-watched': Watched }, () => h(Opener));
    for (let round = 1; round <= 2; round++) {
      await button('Leave').click();
      await expect.element(rating().getByText('Ada of Acme: 0 of 10')).toBeVisible();
      expect(document.querySelectorAll('test-watched')).toHaveLength(1);
      await press('close-button');
      await expect.poll(() => ended).toHaveLength(round);
      await expect.poll(() => shown.at(-1)).toBe('gone');
    }
  });

  it('may be another component from one moment to the next: the flow stays where it is', async () => {
    const { steps } = mountApp(flowWith('test-refreshed'), { 'test-refreshed': Rating });
    await button('More').click();
    steps.value = { 'test-refreshed': (context: CustomStepContext) => h(Rating, context) };
    await expect.element(rating().getByText('Ada of Acme: 0 of 10')).toBeVisible();
    await button('Send').click();
    await expect.element(confirmation()).toBeVisible();
  });

  it('may come later', async () => {
    const { steps, content } = mountApp(flowWith('test-late'), {}, () => h('p', 'Account'));
    steps.value = { 'test-late': Rating };
    content.value = inlineFlow;
    await expect.element(rating()).toBeVisible();
  });

  it('holds nobody up where its provider is gone, and says what to do', async () => {
    const flow = flowWith('test-gone');
    const { render } = mount(() =>
      h(FairwellProvider, { steps: { 'test-gone': Rating } }, () => 'Account'),
    );
    await render(() => h(CancelFlow, { ...hostOptions(), flow, open: true, variant: 'inline' }));
    await expect.element(confirmation()).toBeVisible();
    expect(vi.mocked(console.error).mock.calls.flat().join()).toMatch(
      /<FairwellProvider>.*<test-gone>.*keep it mounted/,
    );
    vi.mocked(console.error).mockClear();
  });

  it('says what to do where the tag is somebody else’s, and leaves the page as it is', async () => {
    customElements.define('test-taken', class extends HTMLElement {});
    mountApp(flowWith('test-taken'), { 'test-taken': Rating }, () => h('p', 'Account'));
    await expect.element(page.getByText('Account')).toBeVisible();
    expect(vi.mocked(console.error).mock.calls.flat().join()).toMatch(
      /<test-taken>.*choose another tag/,
    );
    vi.mocked(console.error).mockClear();
  });
});
