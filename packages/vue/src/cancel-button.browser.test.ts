import { createSSRApp, h, nextTick, ref, shallowRef, type App } from 'vue';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CancelButton, type CancelButtonProps } from './cancel-button.js';
import { createFairwell } from './create-fairwell.js';
import { FairwellProvider } from './provider.js';
import { accountHtml, createAccount } from './testing/account.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { confirmFlow, customer, hostOptions } from '@fairwell-tools/adapters/testing/samples';

const link = () => page.getByRole('link', { name: 'Cancel plan' });
const heading = (name: string) => page.getByRole('heading', { name });

interface Props extends CancelButtonProps {
  class?: string;
  id?: string;
}
const button = (props: Props) => h(CancelButton, props, () => 'Cancel plan');
const cancelLink = (props: Props = {}) => button({ href: '#cancel', ...props });

describe('CancelButton', () => {
  it('opens the flow in place of leading to the page of the link', async () => {
    mount(() => cancelLink(hostOptions()));
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
    expect(location.hash).toBe('');
  });

  it('lets the host act once, and observe what was done', async () => {
    const applied: unknown[] = [];
    const heard: unknown[] = [];
    const listeners: Pick<CancelButtonProps, 'onOpen' | 'onDiscount' | 'onClosed'> = {
      onOpen: (event) => heard.push(event.type),
      onDiscount: ({ detail }) => heard.push(detail.outcome.coupon?.id, detail.customer.id),
      onClosed: ({ detail }) => heard.push(detail.result),
    };
    mount(() =>
      cancelLink({
        ...hostOptions({ handleDiscount: (_customer, coupon) => void applied.push(coupon.id) }),
        ...listeners,
      }),
    );
    await link().click();
    await page.getByText('It costs too much').click();
    await press('primary-button');
    await expect.element(heading('Would 30% off help?')).toBeVisible();
    await press('primary-button');
    await expect.element(heading('Would 30% off help?')).not.toBeInTheDocument();
    await press('close-button');
    await expect.poll(() => heard).toEqual(['fw-open', 'STAY30', customer.id, 'discount']);
    expect(applied).toEqual(['STAY30']);
  });

  it('lets the host forbid what the customer is about to do', async () => {
    const done: string[] = [];
    mount(() =>
      cancelLink({
        ...hostOptions({ handleCancel: () => void done.push('cancel') }),
        flow: confirmFlow,
        onConfirm: (event: Event) => {
          event.preventDefault();
          done.push('vetoed');
        },
      }),
    );
    await link().click();
    await press('danger-button');
    await expect.poll(() => done).toEqual(['vetoed']);
    await expect.element(heading('Cancel your plan?')).toBeVisible();
  });

  it('starts one session for each opening, and none by being on the page', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    mount(() => cancelLink({ serviceUrl: 'http://localhost:9', session }));
    expect(asked).toBe(0);
    await link().click();
    await expect.poll(() => asked).toBe(1);
    await press('close-button');
    await link().click();
    await expect.poll(() => asked).toBe(2);
  });

  it('takes new properties', async () => {
    const header = ref('Sure?');
    const theme = ref<'light' | 'dark'>('light');
    const { container } = mount(() =>
      cancelLink({
        ...hostOptions(),
        flow: { id: 'short', steps: [{ id: 'sure', type: 'confirm', header: header.value }] },
        theme: theme.value,
      }),
    );
    header.value = 'Really sure?';
    theme.value = 'dark';
    await nextTick();
    expect(container.querySelector('fw-cancel-button')).toHaveProperty('theme', 'dark');
    await link().click();
    await expect.element(heading('Really sure?')).toBeVisible();
  });

  it('puts the class on the link, or on the button where there is no address', async () => {
    const { container, render } = mount(() =>
      cancelLink({ ...hostOptions(), class: 'quiet', id: 'cancel' }),
    );
    expect(container.querySelector('a')?.className).toBe('quiet');
    expect(container.querySelector('fw-cancel-button')?.id).toBe('cancel');
    await render(() => button({ ...hostOptions(), class: 'quiet' }));
    expect(container.querySelector('button')?.className).toBe('quiet');
  });

  it('shows in the flow what its slots hold', async () => {
    mount(() =>
      h(
        CancelButton,
        { href: '#cancel', ...hostOptions() },
        { default: () => 'Cancel plan', 'footer-note': () => 'Questions? Write to us.' },
      ),
    );
    await link().click();
    await expect.element(page.getByText('Questions? Write to us.')).toBeVisible();
  });

  it('takes the options of the provider around, and the language', async () => {
    const { container } = mount(() =>
      h(FairwellProvider, { ...hostOptions(), locale: 'en-GB' }, () => cancelLink()),
    );
    expect(container.querySelector('fw-cancel-button')?.getAttribute('lang')).toBe('en-GB');
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });

  it('carries out and reports what was in flight when it went away', async () => {
    let finish: () => void = () => undefined;
    const heard: string[] = [];
    const listeners: Pick<CancelButtonProps, 'onStepChange' | 'onCancel'> = {
      onStepChange: ({ detail }) => heard.push(detail.page.kind),
      onCancel: ({ detail }) => heard.push(detail.outcome.type),
    };
    const { unmount } = mount(() =>
      cancelLink({
        ...hostOptions({ handleCancel: () => new Promise<void>((resolve) => (finish = resolve)) }),
        flow: confirmFlow,
        ...listeners,
      }),
    );
    await link().click();
    await press('danger-button');
    await expect.poll(() => heard.at(-1)).toBe('progress');
    unmount();
    expect(document.querySelector('fw-cancel-button')).toBeNull();
    finish();
    await expect.poll(() => heard).toContain('cancel');
  });
});

describe('CancelButton without options', () => {
  const said = () => vi.mocked(console.error).mock.calls.flat().join();

  it('lets the link lead on, and says what to do', async () => {
    onTestFinished(() => history.replaceState(null, '', location.pathname));
    mount(() => cancelLink());
    await link().click();
    expect(location.hash).toBe('#cancel');
    expect(said()).toMatch(/serviceUrl.*<FairwellProvider>.*createFairwell/);
    vi.mocked(console.error).mockClear();
  });

  it('opens the flow once they are there', async () => {
    const options = shallowRef<Props>({ flow: undefined });
    mount(() => cancelLink(options.value));
    options.value = { ...hostOptions() };
    await nextTick();
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });
});

describe('CancelButton from a server', () => {
  /** The page as it came, until the app takes it over. */
  function arrived(app: App): HTMLElement {
    const container = document.body.appendChild(document.createElement('div'));
    container.append(...new DOMParser().parseFromString(accountHtml, 'text/html').body.childNodes);
    onTestFinished(() => {
      app.unmount();
      container.remove();
    });
    return container;
  }

  it('works after hydration, which finds nothing amiss', async () => {
    const app = createAccount();
    const container = arrived(app);
    const before = container.querySelector('a');
    app.mount(container);
    expect(container.querySelector('fw-cancel-button')).toHaveProperty('customer', customer);
    expect(container.querySelector('a')).toBe(before);
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
    await expect.element(page.getByText('Questions? Write to us.')).toBeVisible();
  });

  it('takes properties that come after hydration', async () => {
    const options = ref(hostOptions());
    const app = createSSRApp({
      render: () =>
        h(
          CancelButton,
          { href: '/account/cancel', class: 'quiet-link' },
          {
            default: () => 'Cancel plan',
            'footer-note': () => h('p', 'Questions? Write to us.'),
          },
        ),
    });
    const container = arrived(
      app.use(createFairwell(() => ({ ...options.value, locale: 'en-GB' }))),
    );
    app.mount(container);
    options.value = { ...options.value, flow: confirmFlow };
    await nextTick();
    await link().click();
    await expect.element(heading('Cancel your plan?')).toBeVisible();
  });
});
