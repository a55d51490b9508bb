import type { Flow } from '@fairwell/contract';
import { afterEach, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { createFairwell } from '../index.js';
import { confirmFlow, customer, direct } from '../testing/samples.js';
import { expectNothing, heading, press } from '../testing/screen.js';

/*
 * docs/migrating-from-churnkey.md names what a page that moves over meets as its test is named here, and
 * migration.node.test.ts holds it to that.
 */

const fairwell = createFairwell();

afterEach(async () => {
  fairwell.hide();
  await expectNothing();
});

const reason = (error: unknown): string => (error instanceof Error ? error.message : '');
const rejection = (call: Promise<unknown>): Promise<string> => call.then(() => 'none', reason);

it('`init` answers with how the flow ended', async () => {
  const ended = fairwell.init('show', direct());
  await press('danger-button');
  await press('primary-button');
  expect(await ended).toBe('cancel');
  expect(await fairwell.init('hide')).toBe(undefined);
});

it('a second `show` means the flow that is open', async () => {
  const closed: string[] = [];
  const first = fairwell.init('show', direct({ onClose: () => closed.push('first') }));
  await expect.element(heading('Cancel your plan?')).toBeVisible();
  const second = fairwell.init('show', direct({ onClose: () => closed.push('second') }));
  await press('close-button');
  expect(await Promise.all([first, second])).toEqual(['abort', 'abort']);
  expect(closed).toEqual(['first']);
});

it('callbacks are told of their own flow alone', async () => {
  await import('@fairwell/elements/cancel-flow.js');
  const own = document.createElement('fw-cancel-flow');
  const { flow } = direct();
  Object.assign(own, { flow, customer, handlers: { handleCancel: () => undefined } });
  own.variant = 'inline';
  document.body.append(own);
  own.show();
  await expect.element(heading('Cancel your plan?')).toBeVisible();
  const seen: string[] = [];
  const ended = fairwell.init(
    'show',
    direct({
      flow: { id: 'other', steps: [{ id: 'sure', type: 'confirm', header: 'Really?' }] },
      onStepChange: ({ header }) => header && seen.push(header),
      onClose: ({ result }) => seen.push(result),
    }),
  );
  await expect.element(heading('Really?')).toBeVisible();
  own.hide();
  await expect.poll(() => own.open).toBe(false);
  own.remove();
  await press('close-button');
  await ended;
  expect(seen).toEqual(['Really?', 'abort']);
});

it('`show` after `hide` opens another', async () => {
  const first = fairwell.init('show', direct());
  await expect.element(heading('Cancel your plan?')).toBeVisible();
  fairwell.hide();
  const second = fairwell.init('show', direct());
  expect(await first).toBe('abort');
  await press('danger-button');
  await press('primary-button');
  expect(await second).toBe('cancel');
});

it('`hide` right after `show` leaves nothing', async () => {
  const ended = createFairwell().init('show', direct());
  fairwell.hide();
  const another = createFairwell();
  const shown = another.init('show', direct());
  another.hide();
  expect(await Promise.all([ended, shown])).toEqual(['abort', 'abort']);
  await expectNothing();
});

it('`restart` closes the flow that is open, forgets its answers and begins anew', async () => {
  const survey: Flow = {
    id: 'survey',
    steps: [
      { id: 'why', type: 'survey', header: 'Why?', choices: [{ id: 'a', label: 'Unused' }] },
      ...confirmFlow.steps,
    ],
  };
  const first = fairwell.init('show', direct({ flow: survey }));
  await page.getByLabelText('Unused').click();
  await press('primary-button');
  await expect.element(heading('Cancel your plan?')).toBeVisible();
  void fairwell.init('restart', direct({ flow: survey }));
  await expect.element(heading('Why?')).toBeVisible();
  expect(await first).toBe('abort');
  await expect.element(page.getByLabelText('Unused')).not.toBeChecked();
});

it('a page that bills itself gives the flow too', async () => {
  const { flow, ...rest } = direct();
  expect(flow).toBeDefined();
  expect(await rejection(fairwell.init('show', rest))).toContain('flow is missing');
  expect(await rejection(fairwell.init('show', { flow: confirmFlow }))).toContain(
    'customer is missing',
  );
});

it('a call that lacks something rejects before anything is shown', async () => {
  const { init } = fairwell;
  expect(await rejection(init('show', { customerId: 'cus_1' }))).toContain('where is the service?');
  expect(await rejection(init('show', { serviceUrl: '/billing', customerId: 'cus_1' }))).toContain(
    'who is the customer?',
  );
  expect(await rejection(init('show', { serviceUrl: 'billing.example.com' }))).toContain(
    'it has to begin with https://',
  );
  const open = Reflect.get(fairwell, 'init') as (mode: string) => Promise<unknown>;
  expect(await rejection(open('open'))).toContain('there is no mode "open"');
  const check = Reflect.get(fairwell, 'check') as (wall: string) => Promise<unknown>;
  expect(await rejection(check('payment'))).toContain('there is no wall "payment"');
  expect(document.querySelector('fw-cancel-flow')).toBe(null);
});

it('`clearState` forgets at once', () => {
  sessionStorage.setItem('fairwell:flow', '{}');
  fairwell.clearState();
  expect(sessionStorage.getItem('fairwell:flow')).toBe(null);
});
