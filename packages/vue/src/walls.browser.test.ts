import { defineComponent, h, KeepAlive, ref, shallowRef } from 'vue';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { FairwellProvider } from './provider.js';
import { mount, type Mounted } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { WallService } from '@fairwell-tools/adapters/testing/wall-service';
import { useFailedPaymentWall, usePauseWall, type WallControls } from './use-walls.js';
import { FailedPaymentWall, PauseWall, type PauseWallProps } from './walls.js';

const wall = () => page.getByRole('dialog', { name: 'Your subscription is paused' });
const inPage = () => document.querySelectorAll('fw-pause-wall').length;
const Home = defineComponent(() => () => h('button', { type: 'button' }, 'Home'));

/** Everything that was put off until later has come. */
const calm = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('PauseWall', () => {
  it('stands once, after one check', async () => {
    const { options, asked } = new WallService();
    mount(() => h(PauseWall, options));
    await expect.element(wall()).toBeVisible();
    await calm();
    expect(asked).toEqual(['/walls']);
    expect(inPage()).toBe(1);
  });

  it('is gone for good with its component', async () => {
    const { options } = new WallService();
    const { render } = mount(() => h('main', h(PauseWall, options)));
    await expect.element(wall()).toBeVisible();
    await render(() => h(Home));
    await calm();
    expect(inPage()).toBe(0);
    await page.getByRole('button', { name: 'Home' }).click();
  });

  it('stands once where one route gives way to the next', async () => {
    const { options } = new WallService();
    const route = (key: string) => () => h('main', { key }, h(PauseWall, options));
    const { render } = mount(route('account'));
    await expect.element(wall()).toBeVisible();
    await render(route('plans'));
    await expect.element(wall()).toBeVisible();
    await calm();
    expect(inPage()).toBe(1);
  });

  it('is gone while its page is kept alive and another is shown, and stands again after that', async () => {
    const { options } = new WallService();
    const Account = defineComponent(() => () => h(PauseWall, options));
    const { render } = mount(() => h(KeepAlive, () => h(Account)));
    await expect.element(wall()).toBeVisible();
    await render(() => h(KeepAlive, () => h(Home)));
    await calm();
    expect(inPage()).toBe(0);
    await page.getByRole('button', { name: 'Home' }).click();
    await render(() => h(KeepAlive, () => h(Account)));
    await expect.element(wall()).toBeVisible();
  });

  it('takes the options and handlers of the provider, and a check as soon as there is a customer', async () => {
    const { options, asked } = new WallService();
    const { serviceUrl } = options;
    const resumed: unknown[] = [];
    const session = ref<string>();
    const handlers = { handleResume: ({ id }: { id: string }) => void resumed.push(id) };
    const onResume: PauseWallProps['onResume'] = ({ detail }) =>
      resumed.push(detail.customer.firstName);
    const { container } = mount(() =>
      h(FairwellProvider, { serviceUrl, session: session.value, locale: 'en-GB', handlers }, () =>
        h(PauseWall, { onResume }),
      ),
    );
    await calm();
    expect(asked).toEqual([]);
    session.value = 'token';
    await expect.element(wall()).toBeVisible();
    expect(container.querySelector('fw-pause-wall')?.getAttribute('lang')).toBe('en-GB');
    await press('primary-button');
    await expect.poll(() => resumed).toEqual(['cus_1', 'Ada']);
  });

  it('tells of what was in flight when its component went away', async () => {
    const service = new WallService();
    const heard: string[] = [];
    const { unmount } = mount(() =>
      h(PauseWall, {
        ...service.options,
        onResume: ({ detail }) => heard.push(detail.customer.id),
      }),
    );
    await expect.element(wall()).toBeVisible();
    let answer: (value: unknown) => void = () => undefined;
    service.gate = new Promise((resolve) => (answer = resolve));
    await press('primary-button');
    await expect.poll(() => service.asked).toContain('/walls/resume');
    unmount();
    await calm();
    expect(inPage()).toBe(0);
    answer(null);
    await expect.poll(() => heard).toEqual(['cus_1']);
    await calm();
    expect(inPage()).toBe(0);
  });

  it('gives out its element', async () => {
    const { options } = new WallService();
    const given = shallowRef<InstanceType<typeof PauseWall>>();
    mount(() => h(PauseWall, { ...options, ref: given }));
    await expect.element(wall()).toBeVisible();
    given.value?.element?.hide();
    await expect.element(wall()).not.toBeInTheDocument();
  });

  it('says what to do where nobody gave it options', async () => {
    mount(() => h(PauseWall));
    await expect
      .poll(() => vi.mocked(console.error).mock.calls.flat().join())
      .toMatch(/PauseWall has no serviceUrl.*<FairwellProvider>/);
    vi.mocked(console.error).mockClear();
  });
});

describe('FailedPaymentWall', () => {
  it('stands once, after one check, and is gone with its component', async () => {
    const { options, asked } = new WallService();
    const given = shallowRef<InstanceType<typeof FailedPaymentWall>>();
    const { render } = mount(() => h(FailedPaymentWall, { ...options, ref: given }));
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(given.value?.element?.localName).toBe('fw-failed-payment-wall');
    expect(asked).toEqual(['/walls']);
    await render(() => null);
    await calm();
    expect(document.querySelector('fw-failed-payment-wall')).toBeNull();
  });
});

/** A component that uses a composable, and what that gave it last. */
function user(use: () => WallControls) {
  const seen: WallControls[] = [];
  const User = defineComponent(() => {
    const controls = use();
    seen.push(controls);
    return () => h('output', String(controls.stands.value));
  });
  const controls = () => {
    const last = seen.at(-1);
    if (!last) throw new Error('It was not rendered.');
    return last;
  };
  return { User, controls };
}

const shows = ({ container }: Mounted, words: string) =>
  expect.poll(() => container.textContent).toBe(words);

describe('usePauseWall', () => {
  it('checks once when it is mounted, and again when it is told to', async () => {
    const { options, asked } = new WallService();
    const { User, controls } = user(() => usePauseWall(options));
    const mounted = mount(() => h(User));
    expect(mounted.container.textContent).toBe('undefined');
    await shows(mounted, 'true');
    await expect.element(wall()).toBeVisible();
    expect(asked).toEqual(['/walls']);

    controls().hide();
    await shows(mounted, 'false');
    await expect.element(wall()).not.toBeInTheDocument();

    expect(await controls().check()).toBe(true);
    await shows(mounted, 'true');
    await expect.element(wall()).toBeVisible();
    expect(inPage()).toBe(1);
  });

  it('knows when the customer has resumed', async () => {
    const { options } = new WallService();
    const { User } = user(() => usePauseWall(options));
    const mounted = mount(() => h(User));
    await shows(mounted, 'true');
    await press('primary-button');
    await shows(mounted, 'false');
  });

  it('lets the wall stand where one route gives way to the next, and takes it down with the last', async () => {
    const { options } = new WallService();
    const { User } = user(() => usePauseWall(options));
    const mounted = mount(() => h(User, { key: 'account' }));
    await expect.element(wall()).toBeVisible();
    const dialog = wall().element();
    await mounted.render(() => h(User, { key: 'plans' }));
    await calm();
    expect(wall().element()).toBe(dialog);
    expect(mounted.container.textContent).toBe('true');

    await mounted.render(() => null);
    await calm();
    await expect.element(wall()).not.toBeInTheDocument();
    await mounted.render(() => h(User, { key: 'home' }));
    expect(mounted.container.textContent).toBe('undefined');
  });

  it('takes the wall down while its page is kept alive and another is shown', async () => {
    const { options } = new WallService();
    const { User } = user(() => usePauseWall(options));
    const mounted = mount(() => h(KeepAlive, () => h(User)));
    await expect.element(wall()).toBeVisible();
    await mounted.render(() => h(KeepAlive, () => h(Home)));
    await page.getByRole('button', { name: 'Home' }).click();
    await mounted.render(() => h(KeepAlive, () => h(User)));
    await expect.element(wall()).toBeVisible();
    await shows(mounted, 'true');
  });

  it('checks as soon as it is known about whom, and again when that changes', async () => {
    const { options, asked } = new WallService();
    const customerId = ref<string>();
    const { User } = user(() => usePauseWall(() => ({ customerId: customerId.value })));
    const mounted = mount(() =>
      h(FairwellProvider, { serviceUrl: options.serviceUrl }, () => h(User)),
    );
    await calm();
    expect(asked).toEqual([]);
    expect(mounted.container.textContent).toBe('undefined');
    customerId.value = options.customerId;
    await shows(mounted, 'true');
    customerId.value = crypto.randomUUID();
    await expect.poll(() => asked).toEqual(['/walls', '/walls']);
  });

  it('says what to do where nobody gave it options', async () => {
    const { User } = user(() => usePauseWall());
    mount(() => h(User));
    await expect
      .poll(() => vi.mocked(console.error).mock.calls.flat().join())
      .toMatch(/usePauseWall has no serviceUrl.*<FairwellProvider>/);
    vi.mocked(console.error).mockClear();
  });
});

describe('useFailedPaymentWall', () => {
  it('puts a wall before the page while it is used', async () => {
    const { options, asked } = new WallService();
    const { User } = user(() => useFailedPaymentWall({ ...options, softWall: true }));
    const mounted = mount(() => h(User));
    await shows(mounted, 'true');
    expect(asked).toEqual(['/walls']);
    await page.getByRole('button', { name: 'Continue for now' }).click();
    await shows(mounted, 'false');
  });
});
