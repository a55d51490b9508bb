import { Component, input, signal, viewChild } from '@angular/core';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import {
  injectFailedPaymentWall,
  injectPauseWall,
  type PauseWallOptions,
  type WallControls,
} from './inject-walls.js';
import { FailedPaymentWall } from './failed-payment-wall.js';
import { PauseWall } from './pause-wall.js';
import { provideFairwell } from './provide-fairwell.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { WallService } from '@fairwell-tools/adapters/testing/wall-service';

const wall = () => page.getByRole('dialog', { name: 'Your subscription is paused' });
const inPage = () => document.querySelectorAll('fw-pause-wall').length;

/** Everything that was put off until later has come. */
const calm = () => new Promise((resolve) => setTimeout(resolve, 50));

@Component({
  selector: 'test-page',
  imports: [FailedPaymentWall, PauseWall],
  template: `
    @switch (route()) {
      @case ('account') {
        <fw-pause-wall [session]="session()" (resume)="heard.push($event.detail.customer.id)" />
      }
      @case ('plans') {
        <fw-pause-wall [session]="session()" />
      }
      @case ('payment') {
        <fw-failed-payment-wall [serviceUrl]="serviceUrl" [session]="session()" />
      }
    }
    <button type="button">Home</button>
  `,
})
class Page {
  readonly route = signal('');
  readonly session = signal<string | undefined>(undefined);
  readonly heard: string[] = [];
  readonly wall = viewChild(PauseWall);
  serviceUrl: string | undefined;
}

async function open(options: PauseWallOptions) {
  const mounted = await mount(Page, [provideFairwell({ ...options, session: undefined })]);
  mounted.page.route.set('account');
  return mounted;
}

describe('PauseWall', () => {
  it('takes the options provided, and checks once, as soon as there is a customer', async () => {
    const { options, asked } = new WallService();
    const { container, page: host } = await open({
      ...options,
      customerId: undefined,
      locale: 'en-GB',
    });
    await calm();
    expect(asked).toEqual([]);
    host.session.set('token');
    await expect.element(wall()).toBeVisible();
    await calm();
    expect(asked).toEqual(['/walls']);
    expect(inPage()).toBe(1);
    expect(container.querySelector('fw-pause-wall')?.getAttribute('lang')).toBe('en-GB');
  });

  it('is gone for good with its view', async () => {
    const { page: host } = await open(new WallService().options);
    host.session.set('token');
    await expect.element(wall()).toBeVisible();
    host.route.set('');
    await expect.poll(inPage).toBe(0);
    await calm();
    expect(inPage()).toBe(0);
    await page.getByRole('button', { name: 'Home' }).click();
  });

  it('stands once where one route gives way to the next', async () => {
    const { page: host } = await open(new WallService().options);
    host.session.set('token');
    await expect.element(wall()).toBeVisible();
    host.route.set('plans');
    await calm();
    await expect.element(wall()).toBeVisible();
    expect(inPage()).toBe(1);
  });

  it('tells of what was in flight when its view went away', async () => {
    const service = new WallService();
    const { page: host } = await open(service.options);
    host.session.set('token');
    await expect.element(wall()).toBeVisible();
    let answer: (value: unknown) => void = () => undefined;
    service.gate = new Promise((resolve) => (answer = resolve));
    await press('primary-button');
    await expect.poll(() => service.asked).toContain('/walls/resume');
    host.route.set('');
    await calm();
    expect(inPage()).toBe(0);
    answer(null);
    await expect.poll(() => host.heard).toEqual(['cus_1']);
    await calm();
    expect(inPage()).toBe(0);
  });

  it('gives out its element', async () => {
    const { page: host } = await open(new WallService().options);
    host.session.set('token');
    await expect.element(wall()).toBeVisible();
    host.wall()?.element.hide();
    await expect.element(wall()).not.toBeInTheDocument();
  });

  it('says what to do where nobody gave it options', async () => {
    const { page: host } = await mount(Page);
    host.route.set('account');
    await expect
      .poll(() => vi.mocked(console.error).mock.calls.flat().join())
      .toMatch(/<fw-pause-wall> has no serviceUrl.*provideFairwell/);
    vi.mocked(console.error).mockClear();
  });
});

describe('FailedPaymentWall', () => {
  it('stands once, after one check, and is gone with its view', async () => {
    const { options, asked } = new WallService();
    const { page: host } = await mount(Page);
    host.serviceUrl = options.serviceUrl;
    host.session.set('token');
    host.route.set('payment');
    await expect.element(page.getByRole('dialog')).toBeVisible();
    expect(asked).toEqual(['/walls']);
    host.route.set('');
    await expect.poll(() => document.querySelector('fw-failed-payment-wall')).toBeNull();
    await calm();
    expect(document.querySelector('fw-failed-payment-wall')).toBeNull();
  });
});

@Component({ selector: 'test-user', template: `{{ wall.stands() }}` })
class User {
  readonly options = input.required<PauseWallOptions>();
  readonly wall = injectPauseWall(() => this.options());
}

@Component({ selector: 'test-payer', template: `{{ wall.stands() }}` })
class Payer {
  readonly options = input.required<PauseWallOptions>();
  readonly wall = injectFailedPaymentWall(() => ({ ...this.options(), softWall: true }));
}

@Component({
  selector: 'test-page',
  imports: [Payer, User],
  template: `
    @switch (route()) {
      @case ('account') {
        <test-user [options]="options()" />
      }
      @case ('plans') {
        <test-user [options]="options()" />
      }
      @case ('payment') {
        <test-payer [options]="options()" />
      }
    }
  `,
})
class UserPage {
  readonly route = signal('account');
  readonly options = signal<PauseWallOptions>({});
  readonly user = viewChild(User);

  get wall(): WallControls | undefined {
    return this.user()?.wall;
  }
}

async function use(options: PauseWallOptions) {
  const mounted = await mount(UserPage, [provideFairwell({ serviceUrl: options.serviceUrl })]);
  const shows = (words: string) => expect.poll(() => mounted.container.textContent).toBe(words);
  mounted.page.options.set(options);
  return { ...mounted, shows };
}

describe('injectPauseWall', () => {
  it('checks by itself once, and again when it is told to', async () => {
    const { options, asked } = new WallService();
    const { page: host, shows } = await use(options);
    await shows('true');
    await expect.element(wall()).toBeVisible();
    expect(asked).toEqual(['/walls']);

    host.wall?.hide();
    await shows('false');
    await expect.element(wall()).not.toBeInTheDocument();

    expect(await host.wall?.check()).toBe(true);
    await shows('true');
    await expect.element(wall()).toBeVisible();
    expect(inPage()).toBe(1);
  });

  it('knows when the customer has resumed', async () => {
    const { shows } = await use(new WallService().options);
    await shows('true');
    await press('primary-button');
    await shows('false');
  });

  it('lets the wall stand where one route gives way to the next, and takes it down with the last', async () => {
    const { options } = new WallService();
    const { page: host, shows } = await use(options);
    await expect.element(wall()).toBeVisible();
    const dialog = wall().element();
    host.route.set('plans');
    await calm();
    expect(wall().element()).toBe(dialog);
    await shows('true');

    host.route.set('');
    await expect.element(wall()).not.toBeInTheDocument();
    await shows('');
  });

  it('checks as soon as it is known about whom, and again when that changes', async () => {
    const { options, asked } = new WallService();
    const { page: host, shows } = await use({ serviceUrl: options.serviceUrl });
    await calm();
    expect(asked).toEqual([]);
    await shows('');
    host.options.set({ customerId: options.customerId });
    await shows('true');
    host.options.set({ customerId: crypto.randomUUID() });
    await expect.poll(() => asked).toEqual(['/walls', '/walls']);
  });

  it('says what to do where nobody gave it options', async () => {
    await use({});
    await expect
      .poll(() => vi.mocked(console.error).mock.calls.flat().join())
      .toMatch(/injectPauseWall\(\) has no serviceUrl.*provideFairwell/);
    vi.mocked(console.error).mockClear();
  });
});

describe('injectFailedPaymentWall', () => {
  it('puts a wall before the page while it is used', async () => {
    const { options, asked } = new WallService();
    const { page: host, shows } = await use({ serviceUrl: options.serviceUrl });
    host.route.set('payment');
    host.options.set(options);
    await shows('true');
    expect(asked).toEqual(['/walls']);
    await page.getByRole('button', { name: 'Continue for now' }).click();
    await shows('false');
  });
});
