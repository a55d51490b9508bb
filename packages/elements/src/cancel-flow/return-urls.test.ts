import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import { afterEach, beforeEach, describe, it, vi } from 'vitest';
import '../define/cancel-flow.js';
import { showCancelFlow } from '../imperative/show-cancel-flow.js';
import {
  cancelFlow,
  opened,
  press,
  shownStep,
  toConfirmation,
  toDiscount,
} from '../testing/flow-page.js';
import { flow, recordingHandlers } from '../testing/sample-flow.js';
import { customer, monthly } from '../testing/samples.js';
import type { CancelFlowElement } from './cancel-flow.js';
import { clearState } from './tab-storage.js';

const returnUrls = {
  save: 'https://app.example/account',
  cancel: 'https://app.example/goodbye',
  offers: { 'why/budget': 'https://app.example/thanks' },
};

const pageFetch = window.fetch;
let followed: string[];
/** Stands in for a page that handles its links itself. */
const route = (event: Event): void => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link) return;
  event.preventDefault();
  followed.push(link.href);
};

beforeEach(() => {
  followed = [];
  document.addEventListener('click', route);
});
afterEach(() => {
  document.removeEventListener('click', route);
  window.fetch = pageFetch;
  vi.restoreAllMocks();
  clearState();
});

async function closed(element: CancelFlowElement): Promise<void> {
  await waitUntil(() => !element.open, 'it is closed');
  await element.updateComplete;
}

/** Nothing was followed, although there was time for it. */
async function expectStay(element: CancelFlowElement): Promise<void> {
  await closed(element);
  await aTimeout(50);
  expect(followed).to.deep.equal([]);
}

describe('the button at the end leads', () => {
  it('to where a cancellation leads', async () => {
    const element = await opened({ returnUrls });
    await toConfirmation(element);
    press(await shownStep(element, 'fw-confirm-step'), 'danger-button');
    press(await shownStep(element, 'fw-complete-step'), 'primary-button');
    await waitUntil(() => followed.length, 'it leads on');
    expect(followed).to.deep.equal([returnUrls.cancel]);
    expect(element.open).to.equal(false);
  });

  it('to where the offer leads that was taken', async () => {
    const element = await opened({ returnUrls });
    await toDiscount(element);
    press(await shownStep(element, 'fw-discount-offer'), 'primary-button');
    press(await shownStep(element, 'fw-complete-step'), 'primary-button');
    await waitUntil(() => followed.length, 'it leads on');
    expect(followed).to.deep.equal([returnUrls.offers['why/budget']]);
  });

  it('nowhere where the host vetoes that it closes', async () => {
    const element = await opened({ returnUrls });
    await toDiscount(element);
    press(await shownStep(element, 'fw-discount-offer'), 'primary-button');
    const step = await shownStep(element, 'fw-complete-step');
    element.addEventListener('fw-close', (event) => event.preventDefault(), { once: true });
    press(step, 'primary-button');
    await aTimeout(50);
    expect([element.open, followed]).to.deep.equal([true, []]);
    press(step, 'primary-button');
    await waitUntil(() => followed.length, 'it leads on at the second press');
  });
});

it('leads those who stay to their page, also where a call opened the flow', async () => {
  const options = { flow, customer, subscriptions: [monthly], handlers: recordingHandlers() };
  const result = showCancelFlow({ ...options, returnUrls });
  await waitUntil(() => document.querySelector('fw-cancel-flow'), 'the flow is there');
  const element = document.querySelector('fw-cancel-flow');
  if (!element) throw new Error('There is no flow.');
  await shownStep(element, 'fw-survey-step');
  press(element, 'close-button');
  expect(await result).to.equal('abort');
  await waitUntil(() => followed.length, 'it leads on');
  expect(followed).to.deep.equal([returnUrls.save]);
});

it('leads nobody anywhere whom the host has closed it for', async () => {
  const element = await opened({ returnUrls });
  element.hide();
  await expectStay(element);
});

it('leads nobody anywhere in a preview', async () => {
  const element = await opened({ returnUrls, preview: true });
  press(element, 'close-button');
  await expectStay(element);
});

it.each(['javascript:alert(1)', ' java\nscript:alert(1)', 'data:text/html,x', 'http://', 5])(
  'leads nobody to %j, and says so',
  async (save) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const element = await cancelFlow();
    // As a page without types sets it.
    Object.assign(element, { returnUrls: { save } });
    element.show();
    await shownStep(element, 'fw-survey-step');
    press(element, 'close-button');
    await waitUntil(() => errors.mock.calls.length, 'it is told');
    expect(String(errors.mock.calls[0]?.[0])).to.contain('returnUrls');
    await expectStay(element);
  },
);

describe('with a service', () => {
  const serviceUrl = 'https://service.test';
  let asked: unknown;

  /** Starts a session in which the addresses hold that the service answers. */
  function serve(answered: object): void {
    window.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!request.url.startsWith(serviceUrl)) return pageFetch(input, init);
      if (!request.url.endsWith('/v1/sessions')) return new Response(null, { status: 204 });
      asked = await request.json();
      return Response.json({
        id: 'ses_1',
        token: 'session-token',
        mode: 'test',
        preview: false,
        customer,
        subscriptions: [monthly],
        flow,
        policy: { offers: true, prominentCancel: false },
        ...answered,
      });
    };
  }

  it('asks for the host’s own addresses, and leads to those of the answer', async () => {
    serve({ returnUrls: { save: 'https://app.example/from-service' } });
    const element = await cancelFlow();
    Object.assign(element, { serviceUrl, session: 'token', returnUrls });
    element.show();
    await shownStep(element, 'fw-survey-step');
    expect(asked).to.have.deep.property('returnUrls', returnUrls);
    press(element, 'close-button');
    await waitUntil(() => followed.length, 'it leads on');
    expect(followed).to.deep.equal(['https://app.example/from-service']);
  });

  it('asks for the flow of a token in a preview, by property, attribute or call', async () => {
    serve({ preview: true });
    const element = await cancelFlow();
    Object.assign(element, { serviceUrl, session: 'token', preview: true });
    element.setAttribute('preview-token', 'draft-of-annual');
    element.show();
    await shownStep(element, 'fw-survey-step');
    expect(asked).to.include({ preview: true, previewToken: 'draft-of-annual' });
    element.hide();
    await closed(element);

    const result = showCancelFlow({
      serviceUrl,
      session: 'token',
      preview: true,
      previewToken: 'version-3',
    });
    await waitUntil(() => document.querySelector('body > fw-cancel-flow'), 'the flow is there');
    const called = document.querySelector<CancelFlowElement>('body > fw-cancel-flow');
    if (!called) throw new Error('There is no flow.');
    await shownStep(called, 'fw-survey-step');
    expect(asked).to.include({ preview: true, previewToken: 'version-3' });
    called.hide();
    await result;
  });
});
