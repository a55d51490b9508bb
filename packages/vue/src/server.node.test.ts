import { defineCustomStep } from '@fairwell/elements';
import { createSSRApp, defineComponent, h, type VNodeChild } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { describe, expect, it, vi } from 'vitest';
import { accountHtml, createAccount } from './testing/account.js';
import { hostOptions } from '@fairwell-tools/adapters/testing/samples';
import * as everything from './index.js';
import {
  CancelButton,
  CancelFlow,
  createFairwell,
  FairwellProvider,
  PauseWall,
  useCancelFlow,
  usePauseWall,
} from './index.js';

const rendered = (draw: () => VNodeChild) => renderToString(createSSRApp({ render: draw }));

describe('on a server', () => {
  it('there is no DOM, and every entry can be imported', () => {
    expect(globalThis).not.toHaveProperty('document');
    expect(everything).toHaveProperty('SurveyStep');
  });

  it('a cancel button is a link, with its class, that leads on without script', async () => {
    const warn = vi.spyOn(console, 'warn');
    expect(await renderToString(createAccount())).toBe(accountHtml);
    expect(warn).not.toHaveBeenCalled();
  });

  it('a cancel button without options is the link alone', async () => {
    expect(
      await rendered(() => h(CancelButton, { href: '/account/cancel' }, () => 'Cancel plan')),
    ).toBe('<a href="/account/cancel">Cancel plan</a>');
  });

  it('a cancel flow and a wall are empty elements, and tell nothing of the customer', async () => {
    expect(await rendered(() => h(CancelFlow, hostOptions()))).toBe(
      '<fw-cancel-flow></fw-cancel-flow>',
    );
    const { customer } = hostOptions();
    expect(await rendered(() => h(PauseWall, { customer }))).toBe(
      '<fw-pause-wall></fw-pause-wall>',
    );
  });

  it('a headless flow is idle, of a wall nothing is known, and steps are left to the client', async () => {
    const Headless = defineComponent(() => {
      const { state } = useCancelFlow();
      const { stands } = usePauseWall();
      return () => h('p', `${state.value.status} ${String(stands.value)}`);
    });
    const app = createSSRApp({
      render: () => h(FairwellProvider, { steps: { 'acme-rating': Headless } }, () => h(Headless)),
    });
    app.use(createFairwell({ ...hostOptions(), steps: { 'acme-rating': Headless } }));
    expect(await renderToString(app)).toContain('<p>idle undefined</p>');
  });

  it('an element for a step is left to the client', () => {
    const draw = () => ({ update: () => undefined, remove: () => undefined });
    expect(() => defineCustomStep('acme-mark', draw)).not.toThrow();
  });

  it('a call that needs the page says where to make it', async () => {
    let said: unknown;
    const Eager = defineComponent(() => {
      const { open, show } = useCancelFlow(hostOptions());
      expect(open).toThrow(/useCancelFlow\(\)\.open\(\) was called on a server.*onMounted/);
      said = show();
      return () => null;
    });
    await rendered(() => h(Eager));
    await expect(said).rejects.toThrow(/show\(\) was called on a server/);
  });
});
