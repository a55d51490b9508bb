import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createCalls } from '../create-calls.js';
import type { Fairwell } from '../fairwell.js';
import { createFairwell } from '../index.js';
import { direct } from '../testing/samples.js';
import { expectNothing, heading, press } from '../testing/screen.js';

/** What the page itself heard, in order. */
let heard: string[] = [];
let errors: unknown[] = [];

beforeEach(() => {
  heard = [];
  errors = [];
  vi.spyOn(console, 'error').mockImplementation(
    (...words: unknown[]) => void errors.push(...words),
  );
});
afterEach(async () => {
  vi.restoreAllMocks();
  location.hash = '';
  await expectNothing();
});

/** Puts something into the page until the test is over. */
function put<T extends Element>(element: T, into: Node = document.body): T {
  into.appendChild(element);
  onTestFinished(() => element.remove());
  return element;
}

function button(words = 'Cancel plan', className = 'cancel'): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = className;
  made.textContent = words;
  made.addEventListener('click', () => heard.push('own'));
  return made;
}

function attach(
  target: Parameters<Fairwell['attach']>[0] = '.cancel',
  options: Parameters<Fairwell['attach']>[1] = direct(),
): () => void {
  const detach = createFairwell().attach(target, options);
  onTestFinished(detach);
  return detach;
}

/** A service that never answers. */
const silent = { serviceUrl: '/no-service', session: () => new Promise<string>(() => undefined) };
/** Nobody listens there. */
const gone = { serviceUrl: 'http://localhost:9', session: 'token' };

async function closeFlow(): Promise<void> {
  await expect.element(heading('Cancel your plan?')).toBeVisible();
  await press('close-button');
  await expectNothing();
}

describe('a click on what matches', () => {
  it('opens the flow in place of what the page does', async () => {
    put(button());
    attach();
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await closeFlow();
    expect(heard).toEqual([]);
  });

  it('is caught also where the element comes into the page later, or is meant by a function', async () => {
    attach((element) => element.textContent === 'Leave us');
    put(button('Leave us', 'other'));
    await page.getByRole('button', { name: 'Leave us' }).click();
    await closeFlow();
    expect(heard).toEqual([]);
  });

  it('opens one flow, however often it is pressed', async () => {
    put(button());
    attach();
    const own = document.querySelector<HTMLElement>('.cancel');
    own?.click();
    own?.click();
    await expect.element(heading('Cancel your plan?')).toBeVisible();
    own?.click();
    expect(document.querySelectorAll('fw-cancel-flow')).toHaveLength(1);
    await closeFlow();
    expect(heard).toEqual([]);
  });

  it('opens the flow again after it was closed', async () => {
    put(button());
    attach();
    for (let round = 0; round < 2; round++) {
      await page.getByRole('button', { name: 'Cancel plan' }).click();
      await closeFlow();
    }
  });

  it('may be by the keyboard, and on what is inside', async () => {
    const own = put(button(''));
    own.append(document.createElement('b'));
    own.querySelector('b')?.append('Cancel plan');
    attach();
    own.focus();
    await userEvent.keyboard('{Enter}');
    await closeFlow();
    await page.getByText('Cancel plan').click();
    await closeFlow();
    expect(heard).toEqual([]);
  });

  it('is seen in a shadow root', async () => {
    const host = put(document.createElement('div'));
    host.attachShadow({ mode: 'open' }).append(button());
    attach();
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await closeFlow();
    expect(heard).toEqual([]);
  });

  it('comes before the page stops it, before React and before what is delegated', async () => {
    const root = put(document.createElement('div'));
    const react = createRoot(root);
    onTestFinished(() => react.unmount());
    const onClick = () => heard.push('react');
    flushSync(() =>
      react.render(createElement('button', { className: 'cancel', onClick }, 'Cancel plan')),
    );
    const stop = (event: Event) => {
      heard.push('stopped');
      event.stopImmediatePropagation();
    };
    const delegated = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.cancel')) heard.push('delegated');
    };
    document.addEventListener('click', stop, { capture: true });
    document.addEventListener('click', delegated);
    onTestFinished(() => {
      document.removeEventListener('click', stop, { capture: true });
      document.removeEventListener('click', delegated);
    });
    attach();
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await expect.element(heading('Cancel your plan?')).toBeVisible();
    expect(heard).toEqual([]);
    document.removeEventListener('click', stop, { capture: true });
    await closeFlow();
  });

  it('keeps a form from being sent, also by Enter in a field', async () => {
    const form = put(document.createElement('form'));
    const field = document.createElement('input');
    const send = button();
    send.type = 'submit';
    form.append(field, send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      heard.push('sent');
    });
    attach();
    field.focus();
    await userEvent.keyboard('{Enter}');
    await closeFlow();
    expect(heard).toEqual([]);
  });

  it('is left alone with a modifier key, and on anything else', async () => {
    const link = put(document.createElement('a'));
    link.href = '#elsewhere';
    link.className = 'cancel';
    link.textContent = 'Cancel plan';
    const prevent = (event: Event) => {
      event.preventDefault();
      heard.push('own');
    };
    link.addEventListener('click', prevent);
    put(button('Something else', 'other'));
    attach();
    await page.getByRole('link', { name: 'Cancel plan' }).click({ modifiers: ['Control'] });
    await page.getByRole('button', { name: 'Something else' }).click();
    expect(heard).toEqual(['own', 'own']);
    expect(document.querySelector('fw-cancel-flow')).toBe(null);
  });

  it('is left alone within the flow, whatever matches', async () => {
    put(button());
    const cancelled: string[] = [];
    attach(
      ({ textContent }) => textContent.includes('Cancel'),
      direct({ handleCancel: ({ id }) => void cancelled.push(id) }),
    );
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await press('danger-button');
    await expect.poll(() => cancelled).toEqual(['cus_1']);
    await press('primary-button');
  });

  it('is left alone where the page has prevented it before', async () => {
    put(button());
    const prevent = (event: Event) => event.preventDefault();
    window.addEventListener('click', prevent, { capture: true });
    onTestFinished(() => window.removeEventListener('click', prevent, { capture: true }));
    attach();
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    expect(heard).toEqual(['own']);
  });
});

describe('after the flow', () => {
  it('what the page does is not done, whether the customer cancelled or stayed', async () => {
    put(button());
    const cancelled: string[] = [];
    attach('.cancel', direct({ handleCancel: ({ id }) => void cancelled.push(id) }));
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await press('danger-button');
    await expect.poll(() => cancelled).toEqual(['cus_1']);
    await press('primary-button');
    await expectNothing();
    expect(heard).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('where the flow does not come', () => {
  it('a click goes on to the page, once, to each who listens', async () => {
    const react = createRoot(put(document.createElement('div')));
    onTestFinished(() => react.unmount());
    const onClick = ({ target }: { target: EventTarget }) =>
      heard.push(target instanceof HTMLButtonElement ? target.textContent : '');
    flushSync(() =>
      react.render(createElement('button', { className: 'cancel', onClick }, 'Cancel plan')),
    );
    const delegated = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.cancel')) heard.push('delegated');
    };
    document.addEventListener('click', delegated);
    onTestFinished(() => document.removeEventListener('click', delegated));
    attach('.cancel', gone);
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await expect.poll(() => heard).toEqual(['Cancel plan', 'delegated']);
    await expectNothing();
    expect(String(errors)).toContain('the cancel flow did not come');
  });

  it('because nobody answers in time, the link leads where it leads', async () => {
    const link = put(document.createElement('a'));
    link.href = '#cancel-here';
    link.className = 'cancel';
    link.append(document.createElement('span'));
    link.querySelector('span')?.append('Cancel plan');
    attach('.cancel', { ...silent, patience: 50 });
    await page.getByText('Cancel plan').click();
    await expect.poll(() => location.hash).toBe('#cancel-here');
    await expectNothing();
  });

  it('the form is sent, by the button that was pressed', async () => {
    const form = put(document.createElement('form'));
    form.append(document.createElement('input'));
    const send = button();
    send.type = 'submit';
    send.name = 'do';
    send.value = 'cancel';
    form.append(send);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const sent = new FormData(form, event.submitter);
      heard.push(JSON.stringify(sent.get('do')));
    });
    attach('.cancel', gone);
    form.querySelector('input')?.focus();
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => heard).toEqual(['own', '"cancel"']);
  });

  it('because an option is missing, the page is told and the click goes on', async () => {
    put(button());
    attach('.cancel', { serviceUrl: '/billing' });
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await expect.poll(() => heard).toEqual(['own']);
    expect(errors.map(String).join()).toContain('who is the customer?');
  });

  it('because its code does not, the click goes on, to what was drawn in the meantime too', async () => {
    const place = put(document.createElement('div'));
    place.append(button());
    let fail: (error: Error) => void = () => undefined;
    const calls = createCalls({}, () => new Promise((_resolve, reject) => (fail = reject)));
    onTestFinished(calls.attach('.cancel', direct()));
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    const inside = place.querySelector('button');
    inside?.replaceWith(button('Drawn anew'));
    place.addEventListener('click', () => heard.push('place'), { once: true });
    fail(new Error('404'));
    await expect.poll(() => heard).toEqual(['place']);
  });

  it('two clicks in the meantime go on as one', async () => {
    const own = put(button());
    let fail: (error: Error) => void = () => undefined;
    const calls = createCalls({}, () => new Promise((_resolve, reject) => (fail = reject)));
    onTestFinished(calls.attach('.cancel', direct()));
    own.click();
    own.click();
    fail(new Error('404'));
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve));
    expect(heard).toEqual(['own']);
  });

  it('the next click tries again', async () => {
    put(button());
    let isUp = false;
    const session = () => {
      if (!isUp) throw new Error('Signed out.');
      return new Promise<string>(() => undefined);
    };
    attach('.cancel', { serviceUrl: '/no-service', session, patience: 300 });
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await expect.poll(() => heard).toEqual(['own']);
    await expectNothing();
    isUp = true;
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await expect.poll(() => heard).toEqual(['own', 'own']);
  });
});

describe('the code of the flow', () => {
  it.each([
    ['the pointer', () => page.getByText('Cancel plan').hover()],
    ['the focus', async () => document.querySelector<HTMLElement>('.cancel')?.focus()],
  ])('is loaded when %s comes, and not before', async (_what, come) => {
    put(button('Something else', 'other'));
    put(button());
    await page.getByText('Something else').hover();
    let loads = 0;
    const calls = createCalls({}, () => {
      loads++;
      return import('../calls/calls.js');
    });
    onTestFinished(calls.attach('.cancel', direct()));
    await page.getByText('Something else').click();
    expect(loads).toBe(0);
    await come();
    await expect.poll(() => loads).toBe(1);
    await page.getByText('Cancel plan').click();
    await closeFlow();
    expect([loads, heard]).toEqual([1, ['own']]);
  });
});

describe('detached', () => {
  it('it catches nothing more, and a flow that is open stays', async () => {
    put(button());
    const detach = attach();
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await expect.element(heading('Cancel your plan?')).toBeVisible();
    detach();
    await closeFlow();
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    expect(heard).toEqual(['own']);
  });

  it('by its signal, it takes the flow down as well', async () => {
    put(button());
    const controller = new AbortController();
    attach('.cancel', direct({ signal: controller.signal }));
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    await expect.element(heading('Cancel your plan?')).toBeVisible();
    controller.abort();
    await expectNothing();
    await page.getByRole('button', { name: 'Cancel plan' }).click();
    expect(heard).toEqual(['own']);
  });
});

it('says so where a selector is none', () => {
  expect(() => attach('.cancel[')).toThrow('".cancel[" is no CSS selector');
});
