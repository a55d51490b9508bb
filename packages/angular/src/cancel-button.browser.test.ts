import { Component, signal } from '@angular/core';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CancelButton } from './cancel-button.js';
import { provideFairwell } from './provide-fairwell.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { confirmFlow, customer, flow, hostOptions } from '@fairwell-tools/adapters/testing/samples';

const link = () => page.getByRole('link', { name: 'Cancel plan' });
const heading = (name: string) => page.getByRole('heading', { name });

@Component({
  selector: 'test-page',
  imports: [CancelButton],
  template: `
    @if (isThere()) {
      <fw-cancel-button
        [flow]="flow()"
        [serviceUrl]="serviceUrl()"
        [session]="session()"
        [theme]="theme()"
        (open)="heard.push($event.type)"
        (stepChange)="shown = $event.detail.page.kind"
        (confirm)="confirm($event)"
        (discount)="heard.push($event.detail.outcome.coupon?.id, $event.detail.customer.id)"
        (cancel)="heard.push($event.detail.outcome.type)"
        (closed)="heard.push($event.detail.result)"
      >
        <a href="#cancel" class="quiet">Cancel plan</a>
        <input slot="confirm-extra" type="file" aria-label="Receipt" />
      </fw-cancel-button>
    }
  `,
})
class Page {
  readonly isThere = signal(true);
  readonly flow = signal<typeof flow | undefined>(undefined);
  readonly serviceUrl = signal<string | undefined>(undefined);
  readonly session = signal<(() => Promise<string>) | undefined>(undefined);
  readonly theme = signal<'light' | 'dark'>('light');
  readonly heard: unknown[] = [];
  shown: string | undefined;
  mayConfirm = true;

  confirm(event: Event) {
    if (this.mayConfirm) return;
    event.preventDefault();
    this.heard.push('vetoed');
  }
}

describe('CancelButton', () => {
  it('opens the flow in place of leading to the page of the link', async () => {
    await mount(Page, [provideFairwell(hostOptions())]);
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
    expect(location.hash).toBe('');
  });

  it('lets the host act once, and observe what was done, each once', async () => {
    const applied: unknown[] = [];
    const handlers = {
      handleDiscount: (_: unknown, { id }: { id: string }) => void applied.push(id),
    };
    const { page: host } = await mount(Page, [provideFairwell(hostOptions(handlers))]);
    await link().click();
    await page.getByText('It costs too much').click();
    await press('primary-button');
    await expect.element(heading('Would 30% off help?')).toBeVisible();
    await press('primary-button');
    await expect.element(heading('Would 30% off help?')).not.toBeInTheDocument();
    await press('close-button');
    await expect.poll(() => host.heard).toEqual(['fw-open', 'STAY30', customer.id, 'discount']);
    expect(applied).toEqual(['STAY30']);
  });

  it('lets the host forbid what the customer is about to do', async () => {
    const done: string[] = [];
    const handlers = { handleCancel: () => void done.push('cancel') };
    const { page: host } = await mount(Page, [
      provideFairwell({ ...hostOptions(handlers), flow: confirmFlow }),
    ]);
    host.mayConfirm = false;
    await link().click();
    await press('danger-button');
    await expect.poll(() => host.heard.at(-1)).toBe('vetoed');
    await expect.element(heading('Cancel your plan?')).toBeVisible();
    expect(done).toEqual([]);
  });

  it('does not take an event of the content for its own, which has the same name', async () => {
    const { page: host } = await mount(Page, [
      provideFairwell({ ...hostOptions(), flow: confirmFlow }),
    ]);
    await link().click();
    await expect.element(heading('Cancel your plan?')).toBeVisible();
    // As a browser does it when the choice of a file is called off.
    page
      .getByLabelText('Receipt')
      .element()
      .dispatchEvent(new Event('cancel', { bubbles: true }));
    expect(host.heard).toEqual(['fw-open']);
  });

  it('starts one session for each opening, and none by being on the page', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    const { page: host } = await mount(Page);
    host.serviceUrl.set('http://localhost:9');
    host.session.set(session);
    await link().click();
    await expect.poll(() => asked).toBe(1);
    await press('close-button');
    await link().click();
    await expect.poll(() => asked).toBe(2);
  });

  it('takes new properties', async () => {
    const { container, page: host } = await mount(Page, [provideFairwell(hostOptions())]);
    const theme = () => container.querySelector('fw-cancel-button')?.theme;
    await expect.poll(theme).toBe('light');
    host.theme.set('dark');
    host.flow.set({
      id: 'short',
      steps: [{ id: 'sure', type: 'confirm', header: 'Really sure?' }],
    });
    await expect.poll(theme).toBe('dark');
    await link().click();
    await expect.element(heading('Really sure?')).toBeVisible();
  });

  it('takes the options provided, also those of later', async () => {
    const locale = signal('en-GB');
    const { container } = await mount(Page, [
      provideFairwell(() => ({ ...hostOptions(), locale: locale() })),
    ]);
    const language = () => container.querySelector('fw-cancel-button')?.lang;
    await expect.poll(language).toBe('en-GB');
    locale.set('de');
    await expect.poll(language).toBe('de');
    await link().click();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });

  it('carries out and reports what was in flight when it went away', async () => {
    let finish: () => void = () => undefined;
    const handlers = { handleCancel: () => new Promise<void>((resolve) => (finish = resolve)) };
    const { page: host } = await mount(Page, [
      provideFairwell({ ...hostOptions(handlers), flow: confirmFlow }),
    ]);
    await link().click();
    await press('danger-button');
    await expect.poll(() => host.shown).toBe('progress');
    host.isThere.set(false);
    await expect.poll(() => document.querySelector('fw-cancel-button')).toBeNull();
    finish();
    await expect.poll(() => host.heard).toEqual(['fw-open', 'cancel', 'cancel']);
  });
});

describe('CancelButton without options', () => {
  const said = () => vi.mocked(console.error).mock.calls.flat().join();

  it('lets the link lead on, and says what to do', async () => {
    onTestFinished(() => history.replaceState(null, '', location.pathname));
    await mount(Page);
    await link().click();
    expect(location.hash).toBe('#cancel');
    expect(said()).toMatch(/<fw-cancel-button> has no serviceUrl.*provideFairwell/);
    vi.mocked(console.error).mockClear();
  });

  it('opens the flow once they are there', async () => {
    const { page: host } = await mount(Page, [
      provideFairwell({ ...hostOptions(), flow: undefined }),
    ]);
    host.flow.set(flow);
    await userEvent.click(link());
    await expect.element(heading('Why are you leaving?')).toBeVisible();
  });
});
