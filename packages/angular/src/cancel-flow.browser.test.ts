import { Component, signal, viewChild } from '@angular/core';
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CancelFlow } from './cancel-flow.js';
import { provideFairwell } from './provide-fairwell.js';
import { mount } from './testing/mount.js';
import { press } from '@fairwell-tools/adapters/testing/press';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';

const heading = (name: string) => page.getByRole('heading', { name });

@Component({
  selector: 'test-page',
  imports: [CancelFlow],
  template: `
    <button type="button" (click)="isOpen.set(true)">Leave</button>
    @if (isThere()) {
      <fw-cancel-flow [(open)]="isOpen" [variant]="variant()">
        <p slot="footer-note">Questions? Write to us.</p>
      </fw-cancel-flow>
    }
  `,
})
class Page {
  readonly flow = viewChild(CancelFlow);
  readonly isOpen = signal(false);
  readonly isThere = signal(true);
  readonly variant = signal<'modal' | 'inline'>('modal');
}

describe('CancelFlow', () => {
  it('opens and closes with a signal of the host, and the other way round', async () => {
    const { page: host } = await mount(Page, [provideFairwell(hostOptions())]);
    for (let round = 0; round < 2; round++) {
      await page.getByRole('button', { name: 'Leave' }).click();
      await expect.element(heading('Why are you leaving?')).toBeVisible();
      await press('close-button');
      await expect.element(heading('Why are you leaving?')).not.toBeInTheDocument();
      expect(host.isOpen()).toBe(false);
    }
  });

  it('starts one session where it is open from the beginning', async () => {
    let asked = 0;
    const session = () => {
      asked++;
      return new Promise<string>(() => undefined);
    };
    const { page: host } = await mount(Page, [
      provideFairwell({ serviceUrl: 'http://localhost:9', session }),
    ]);
    host.isOpen.set(true);
    await expect.poll(() => asked).toBe(1);
    host.variant.set('inline');
    await press('close-button');
    expect(asked).toBe(1);
  });

  it('shows what its content puts into the slots', async () => {
    const { page: host } = await mount(Page, [provideFairwell(hostOptions())]);
    host.isOpen.set(true);
    await expect.element(page.getByText('Questions? Write to us.')).toBeVisible();
  });

  it('gives out its element, which opens and closes too', async () => {
    const { page: host } = await mount(Page, [provideFairwell(hostOptions())]);
    host.flow()?.element.show();
    await expect.element(heading('Why are you leaving?')).toBeVisible();
    expect(host.isOpen()).toBe(true);
    host.flow()?.element.hide();
    await expect.poll(() => host.isOpen()).toBe(false);
  });

  it('closes when it is taken away', async () => {
    const { page: host } = await mount(Page, [provideFairwell(hostOptions())]);
    host.isOpen.set(true);
    await expect.element(heading('Why are you leaving?')).toBeVisible();
    const element = host.flow()?.element;
    host.isThere.set(false);
    await expect.poll(() => element?.isConnected).toBe(false);
    await expect.poll(() => element?.open).toBe(false);
    await page.getByRole('button', { name: 'Leave' }).click();
  });

  it('says what to do where it is opened without options', async () => {
    const { page: host } = await mount(Page);
    host.variant.set('inline');
    host.isOpen.set(true);
    await expect
      .poll(() => vi.mocked(console.error).mock.calls.flat().join())
      .toMatch(/<fw-cancel-flow> has no serviceUrl.*provideFairwell/);
    vi.mocked(console.error).mockClear();
  });
});
