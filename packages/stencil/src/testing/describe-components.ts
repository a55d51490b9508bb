import { FairwellError, type FlowEvent } from '@fairwell/core';
import type { NextEvent } from '@fairwell/elements';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page } from 'vitest/browser';
import { provideFairwell } from '../options.js';
import { mount } from './components.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { confirmFlow, customer, hostOptions } from '@fairwell-tools/adapters/testing/samples';
import { WallService } from '@fairwell-tools/adapters/testing/wall-service';

const link = () => page.getByRole('link', { name: 'Cancel plan' });
const heading = (name: string) => page.getByRole('heading', { name });
const wall = () => page.getByRole('dialog', { name: 'Your subscription is paused' });
const said = () => vi.mocked(console.error).mock.calls.flat().join();

/** Everything that was put off until later has come. */
const calm = () => new Promise((resolve) => setTimeout(resolve, 50));

/** What is said to everything on the page, until the test is over. */
function provide(options: Parameters<typeof provideFairwell>[0]): void {
  provideFairwell(options);
  onTestFinished(() => provideFairwell({}));
}

/** A handler that is at it until the test says so. */
function held() {
  let finish: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (finish = resolve));
  return { handle: () => promise, finish: () => finish() };
}

const shows = (component: Element, words: string) =>
  expect.poll(() => component.shadowRoot?.textContent.trim()).toBe(words);

/** What a component drew of the package is its own copy of it, not the one that this file imports. */
export function describeComponents(kind: string, modules: readonly string[]): void {
  beforeAll(() =>
    Promise.all(
      modules.map((path) => import(/* @vite-ignore */ `/test-results/stencil.config.ts/${path}`)),
    ),
  );

  describe(`CancelButton in components ${kind}`, () => {
    it('opens the flow in place of leading to the page of the link', async () => {
      mount('account-link', { ...hostOptions(), href: '#cancel', class: 'quiet' });
      await expect.element(link()).toHaveClass('quiet');
      await link().click();
      await expect.element(heading('Why are you leaving?')).toBeVisible();
      expect(location.hash).toBe('');
    });

    it('draws what has a slot in the flow, and not in the link', async () => {
      mount('account-link', { ...hostOptions(), href: '#cancel' });
      await expect.poll(() => link().element().textContent).toBe('Cancel plan');
      await link().click();
      await expect.element(page.getByText('Questions? Ask us.')).toBeVisible();
    });

    it('lets the host act once, and observe what was done', async () => {
      const applied: unknown[] = [];
      const heard: unknown[] = [];
      mount('account-link', {
        ...hostOptions({ handleDiscount: (_customer, coupon) => void applied.push(coupon.id) }),
        href: '#cancel',
        'onFw-open': (event) => heard.push(event.type),
        'onFw-discount': ({ detail }) => heard.push(detail.outcome.coupon?.id, detail.customer.id),
        'onFw-closed': ({ detail }) => heard.push(detail.result),
      });
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

    it('starts one session for each opening, and none by being on the page', async () => {
      let asked = 0;
      const session = () => {
        asked++;
        return new Promise<string>(() => undefined);
      };
      mount('account-link', { serviceUrl: 'http://localhost:9', session, href: '#cancel' });
      await expect.element(link()).toBeVisible();
      expect(asked).toBe(0);
      await link().click();
      await expect.poll(() => asked).toBe(1);
      await press('close-button');
      await link().click();
      await expect.poll(() => asked).toBe(2);
    });

    it('takes what was provided for the page, and its language', async () => {
      provide({ ...hostOptions(), locale: 'en-GB' });
      const component = mount('account-link', { href: '#cancel' });
      await expect
        .poll(() => component.querySelector('fw-cancel-button')?.getAttribute('lang'))
        .toBe('en-GB');
      await link().click();
      await expect.element(heading('Why are you leaving?')).toBeVisible();
    });

    it('carries out and reports what was in flight when it went away', async () => {
      const { handle, finish } = held();
      const heard: string[] = [];
      const component = mount('account-link', {
        ...hostOptions({ handleCancel: handle }),
        flow: confirmFlow,
        href: '#cancel',
        'onFw-step-change': ({ detail }) => heard.push(detail.page.kind),
        'onFw-cancel': ({ detail }) => heard.push(detail.outcome.type),
      });
      await link().click();
      await press('danger-button');
      await expect.poll(() => heard.at(-1)).toBe('progress');
      component.remove();
      finish();
      await expect.poll(() => heard).toContain('cancel');
    });

    it('without options lets the link lead on, and says what to do', async () => {
      onTestFinished(() => history.replaceState(null, '', location.pathname));
      mount('account-link', { href: '#cancel' });
      await link().click();
      expect(location.hash).toBe('#cancel');
      expect(said()).toMatch(/CancelButton has no serviceUrl.*provideFairwell\(\)/);
      vi.mocked(console.error).mockClear();
    });
  });

  describe(`CancelFlow in components ${kind}`, () => {
    it('is opened and closed by its property, and knows what was provided', async () => {
      provide(hostOptions());
      mount('account-menu');
      const leave = page.getByRole('button', { name: 'Leave' });
      const openAndClose = async () => {
        await leave.click();
        await expect.element(heading('Why are you leaving?')).toBeVisible();
        await expect.element(page.getByText('Questions? Ask us.')).toBeVisible();
        await press('close-button');
        await expect.element(heading('Why are you leaving?')).not.toBeInTheDocument();
      };
      await openAndClose();
      await openAndClose();
    });

    it('says what to do where nobody gave it options', async () => {
      mount('account-menu');
      await page.getByRole('button', { name: 'Leave' }).click();
      await expect.poll(said).toMatch(/CancelFlow has no serviceUrl.*provideFairwell\(\)/);
      vi.mocked(console.error).mockClear();
    });
  });

  describe(`a custom step among components ${kind}`, () => {
    it('gets what the flow gives it, and answers', async () => {
      const results: unknown[] = [];
      const hear = ({ detail }: NextEvent) => results.push(detail.result);
      document.body.addEventListener('fw-next', hear, { capture: true });
      onTestFinished(() => document.body.removeEventListener('fw-next', hear, { capture: true }));
      const rating = { tag: 'account-rating', properties: { marks: 3 } };
      mount('account-link', {
        ...hostOptions(),
        flow: {
          id: 'rated',
          steps: [{ id: 'rating', type: 'custom', ...rating }, ...confirmFlow.steps],
        },
        href: '#cancel',
      });
      await link().click();
      await expect.element(page.getByText('rating: 3')).toBeVisible();
      await page.getByLabelText('2', { exact: true }).click();
      await page.getByRole('button', { name: 'Send' }).click();
      await expect.element(heading('Cancel your plan?')).toBeVisible();
      expect(results).toEqual([{ mark: 2 }]);
    });
  });

  describe(`cancelFlow() in components ${kind}`, () => {
    it('leads from the survey to the discount, and draws its component anew', async () => {
      const applied: unknown[] = [];
      const events: FlowEvent[] = [];
      const component = mount('account-flow', {
        ...hostOptions({ handleDiscount: (_customer, { id }) => void applied.push(id) }),
        onEvent: (event) => events.push(event),
      });
      await shows(component, 'idle');
      const flow = await component.controls();
      flow.open();
      await shows(component, 'survey');
      flow.select('budget');
      flow.next();
      await shows(component, 'offer');
      void flow.accept();
      void flow.accept();
      await shows(component, 'complete');
      expect(applied).toEqual(['STAY30']);
      flow.close();
      await shows(component, 'closed');
      expect(events.at(-1)).toEqual({ type: 'close', result: 'discount' });
    });

    it('starts one session for each opening, and none by being on the page', async () => {
      let asked = 0;
      const session = () => {
        asked++;
        return new Promise<string>(() => undefined);
      };
      const component = mount('account-flow', { serviceUrl: 'http://localhost:9', session });
      const flow = await component.controls();
      expect(asked).toBe(0);
      flow.open();
      flow.open();
      await expect.poll(() => asked).toBe(1);
    });

    it('closes what was open when its component goes away, and not when that is only moved', async () => {
      const events: FlowEvent[] = [];
      const component = mount('account-flow', {
        ...hostOptions(),
        onEvent: (event) => events.push(event),
      });
      const flow = await component.controls();
      flow.open();
      await shows(component, 'survey');
      document.body.append(component);
      await calm();
      expect(flow.state.status).toBe('open');
      component.remove();
      await expect.poll(() => events.at(-1)).toEqual({ type: 'close', result: 'abort' });
    });

    it('carries out and reports what was in flight when its component went away', async () => {
      const { handle, finish } = held();
      const events: FlowEvent[] = [];
      const component = mount('account-flow', {
        ...hostOptions({ handleCancel: handle }),
        onEvent: (event) => events.push(event),
      });
      const flow = await component.controls();
      flow.open();
      await shows(component, 'survey');
      void flow.confirm();
      await shows(component, 'progress');
      component.remove();
      await calm();
      expect(events.at(-1)).toMatchObject({ type: 'step', page: { kind: 'progress' } });
      finish();
      await expect
        .poll(() => events.slice(-2))
        .toMatchObject([
          { type: 'outcome', outcome: { type: 'cancel' } },
          { type: 'close', result: 'cancel' },
        ]);
    });

    it('shows the ready-made dialog, says how it ended, and takes it along when it goes', async () => {
      const component = mount('account-flow', hostOptions());
      const flow = await component.controls();
      const ended = flow.show();
      await expect.element(heading('Why are you leaving?')).toBeVisible();
      await press('close-button');
      expect(await ended).toBe('abort');

      const ended2 = flow.show();
      await expect.element(heading('Why are you leaving?')).toBeVisible();
      component.remove();
      expect(await ended2).toBe('abort');
      expect(document.querySelector('fw-cancel-flow')).toBeNull();
    });

    it('says what to do where nobody gave it options', async () => {
      const component = mount('account-flow');
      const flow = await component.controls();
      expect(() => flow.open()).toThrow(/cancelFlow\(\) has no serviceUrl.*provideFairwell\(\)/);
      await expect(flow.show()).rejects.toMatchObject({
        name: FairwellError.name,
        code: 'invalid_request',
      });
    });
  });

  describe(`walls in components ${kind}`, () => {
    it('PauseWall stands once, after one check, and is gone with its component until that is back', async () => {
      const { options, asked } = new WallService();
      const component = mount('account-behind', options);
      await expect.element(wall()).toBeVisible();
      expect(asked).toEqual(['/walls']);
      component.remove();
      await calm();
      expect(document.querySelector('fw-pause-wall')).toBeNull();
      document.body.append(component);
      await expect.element(wall()).toBeVisible();
    });

    it('PauseWall says what to do where nobody gave it options', async () => {
      mount('account-behind');
      await expect.poll(said).toMatch(/PauseWall has no serviceUrl.*provideFairwell\(\)/);
      vi.mocked(console.error).mockClear();
    });

    it('pauseWall() checks once when its component is on the page, and again when it is told to', async () => {
      const { options, asked } = new WallService();
      const component = mount('account-paused', options);
      await shows(component, 'true');
      await expect.element(wall()).toBeVisible();
      expect(asked).toEqual(['/walls']);

      const controls = await component.controls();
      controls.hide();
      await shows(component, 'false');
      await expect.element(wall()).not.toBeInTheDocument();
      expect(await controls.check()).toBe(true);
      await shows(component, 'true');
      await expect.element(wall()).toBeVisible();
    });

    it('pauseWall() knows when the customer has resumed', async () => {
      const { options } = new WallService();
      const component = mount('account-paused', options);
      await shows(component, 'true');
      await press('primary-button');
      await shows(component, 'false');
    });

    it('pauseWall() lets the wall stand where one page gives way to the next, and takes it down with the last', async () => {
      const { options, asked } = new WallService();
      const account = mount('account-paused', options);
      await expect.element(wall()).toBeVisible();
      const dialog = wall().element();
      account.remove();
      const plans = mount('account-paused', options);
      await shows(plans, 'true');
      expect(wall().element()).toBe(dialog);
      expect(asked).toEqual(['/walls']);
      plans.remove();
      await expect.element(wall()).not.toBeInTheDocument();
    });

    it('failedPaymentWall() asks what was provided for the page, from a component in its tree', async () => {
      const { options } = new WallService();
      provide(options);
      const component = mount('account-overdue');
      await expect.poll(() => component.textContent).toBe('true');
      component.remove();
      await expect
        .poll(() =>
          document.querySelector('fw-failed-payment-wall')?.shadowRoot?.querySelector('dialog'),
        )
        .toBeNull();
    });

    it('pauseWall() says what to do where nobody gave it options', async () => {
      mount('account-paused');
      await expect.poll(said).toMatch(/pauseWall has no serviceUrl.*provideFairwell\(\)/);
      vi.mocked(console.error).mockClear();
    });
  });
}
