import * as React from 'react';
import { createRef, useState, type ComponentType, type ReactNode } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { FailedPaymentWall } from './failed-payment-wall.js';
import { PauseWall } from './pause-wall.js';
import { FairwellProvider } from './provider.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { WallService } from '@fairwell-tools/adapters/testing/wall-service';
import { useFailedPaymentWall, usePauseWall, type WallControls } from './use-wall.js';
import type { FailedPaymentWallElement, PauseWallElement } from '@fairwell/elements';

const wall = () => page.getByRole('dialog', { name: 'Your subscription is paused' });
const inPage = () => document.querySelectorAll('fw-pause-wall').length;

/** Everything that was put off until later has come. */
const calm = () => new Promise((resolve) => setTimeout(resolve, 50));

describe('PauseWall', () => {
  it('stands once, after one check', async () => {
    const { options, asked } = new WallService();
    mount(<PauseWall {...options} />);
    await expect.element(wall()).toBeVisible();
    await calm();
    expect(asked).toEqual(['/walls']);
    expect(inPage()).toBe(1);
  });

  it('is gone for good with its component', async () => {
    const { options } = new WallService();
    const { render } = mount(<PauseWall {...options} />);
    await expect.element(wall()).toBeVisible();
    render(<button type="button">Home</button>);
    await calm();
    expect(inPage()).toBe(0);
    await page.getByRole('button', { name: 'Home' }).click();
  });

  it('stands once where one route gives way to the next', async () => {
    const { options } = new WallService();
    const Route = ({ children }: { children: ReactNode }) => (
      <main>
        <PauseWall {...options} />
        {children}
      </main>
    );
    const { render } = mount(<Route key="account">Account</Route>);
    await expect.element(wall()).toBeVisible();
    render(<Route key="plans">Plans</Route>);
    await expect.element(wall()).toBeVisible();
    await calm();
    expect(inPage()).toBe(1);
  });

  it('takes the options and handlers of the provider, and a check as soon as there is a customer', async () => {
    const { options, asked } = new WallService();
    const resumed: unknown[] = [];
    const element = (session: string | undefined) => (
      <FairwellProvider
        {...options}
        customerId={undefined}
        session={session}
        locale="en-GB"
        handlers={{ handleResume: ({ id }) => void resumed.push(id) }}
      >
        <PauseWall onResume={({ detail }) => resumed.push(detail.customer.firstName)} />
      </FairwellProvider>
    );
    const { container, render } = mount(element(undefined));
    await calm();
    expect(asked).toEqual([]);
    render(element('token'));
    await expect.element(wall()).toBeVisible();
    expect(container.querySelector('fw-pause-wall')?.getAttribute('lang')).toBe('en-GB');
    await press('primary-button');
    await expect.poll(() => resumed).toEqual(['cus_1', 'Ada']);
  });

  it('tells of what was in flight when its component went away', async () => {
    const service = new WallService();
    const heard: string[] = [];
    const { unmount } = mount(
      <PauseWall {...service.options} onResume={({ detail }) => heard.push(detail.customer.id)} />,
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
    const ref = createRef<PauseWallElement>();
    mount(<PauseWall {...options} ref={ref} />);
    await expect.element(wall()).toBeVisible();
    ref.current?.hide();
    await expect.element(wall()).not.toBeInTheDocument();
  });

  it('says what to do where nobody gave it options', async () => {
    mount(<PauseWall />);
    await expect
      .poll(() => vi.mocked(console.error).mock.calls.flat().join())
      .toMatch(/PauseWall has no serviceUrl.*<FairwellProvider>/);
    vi.mocked(console.error).mockClear();
  });
});

describe('FailedPaymentWall', () => {
  it('stands once, after one check, and is gone with its component', async () => {
    const { options, asked } = new WallService();
    const ref = createRef<FailedPaymentWallElement>();
    const { render } = mount(<FailedPaymentWall {...options} ref={ref} />);
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(ref.current?.localName).toBe('fw-failed-payment-wall');
    expect(asked).toEqual(['/walls']);
    render(null);
    await calm();
    expect(document.querySelector('fw-failed-payment-wall')).toBeNull();
  });
});

/** A component that uses a hook, and what the hook last gave it. */
function user(use: () => WallControls) {
  const seen: WallControls[] = [];
  const User: ComponentType = () => {
    const controls = use();
    seen.push(controls);
    return <output>{String(controls.stands)}</output>;
  };
  const controls = () => {
    const last = seen.at(-1);
    if (!last) throw new Error('It was not rendered.');
    return last;
  };
  return { User, controls };
}

const shows = ({ container }: { container: HTMLElement }, words: string) =>
  expect.poll(() => container.textContent).toBe(words);

describe('usePauseWall', () => {
  it('checks once when it is mounted, and again when it is told to', async () => {
    const { options, asked } = new WallService();
    const { User, controls } = user(() => usePauseWall(options));
    const mounted = mount(<User />);
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

  it('checks once also where it is to ask the billing provider anew', async () => {
    const { options, asked } = new WallService();
    mount(React.createElement(user(() => usePauseWall({ ...options, forceCheck: true })).User));
    await expect.element(wall()).toBeVisible();
    await calm();
    expect(asked).toEqual(['/walls']);
  });

  it('knows when the customer has resumed', async () => {
    const { options } = new WallService();
    const mounted = mount(React.createElement(user(() => usePauseWall(options)).User));
    await shows(mounted, 'true');
    await press('primary-button');
    await shows(mounted, 'false');
  });

  it('lets the wall stand where one route gives way to the next, and takes it down with the last', async () => {
    const { options, asked } = new WallService();
    const { User } = user(() => usePauseWall(options));
    const mounted = mount(<User key="account" />);
    await expect.element(wall()).toBeVisible();
    const dialog = wall().element();
    mounted.render(<User key="plans" />);
    await calm();
    expect(wall().element()).toBe(dialog);
    expect(mounted.container.textContent).toBe('true');
    expect(asked).toEqual(['/walls']);

    mounted.render(null);
    await calm();
    await expect.element(wall()).not.toBeInTheDocument();
    mounted.render(<User key="home" />);
    expect(mounted.container.textContent).toBe('undefined');
  });

  it('checks as soon as it is known about whom, and again when that changes', async () => {
    const { options, asked } = new WallService();
    let choose: (id: string) => void = () => undefined;
    const { User } = user(() => {
      const [customerId, setCustomerId] = useState<string>();
      choose = setCustomerId;
      return usePauseWall({ customerId });
    });
    const mounted = mount(
      <FairwellProvider serviceUrl={options.serviceUrl}>
        <User />
      </FairwellProvider>,
    );
    await calm();
    expect(asked).toEqual([]);
    expect(mounted.container.textContent).toBe('undefined');
    choose(options.customerId);
    await shows(mounted, 'true');
    choose(crypto.randomUUID());
    await expect.poll(() => asked).toEqual(['/walls', '/walls']);
  });

  it('says what to do where nobody gave it options', async () => {
    mount(React.createElement(user(() => usePauseWall()).User));
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
    const mounted = mount(<User />);
    await shows(mounted, 'true');
    expect(asked).toEqual(['/walls']);
    await page.getByRole('button', { name: 'Continue for now' }).click();
    await shows(mounted, 'false');
  });
});
