import type { ErrorCode } from '@fairwell/contract';
import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/cancel-button.js';
import '../define/cancel-flow.js';
import type { ShownPage } from '../events/observations.js';
import { expectAccessible } from '../testing/accessible.js';
import { dialogOf, press, shownStep } from '../testing/flow-page.js';
import { flow } from '../testing/sample-flow.js';
import { customer, monthly } from '../testing/samples.js';
import { element, part, parts, recorded, words } from '../testing/shadow.js';
import type { CancelFlowElement } from './cancel-flow.js';
import { clearState } from './tab-storage.js';

const serviceUrl = 'https://service.test';
const after = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

interface Received {
  path: string;
  authorization: string | null;
  body: unknown;
}

const pageFetch = window.fetch;
let received: Received[];
/** Errors in place of the usual answer, one by one. */
let failures: Record<string, ErrorCode[]>;

/** The service's end of the wire. The code that it mails is 123456, and a new one can be had at once. */
const answers: Record<string, (body: unknown) => object | ErrorCode> = {
  '/v1/verifications': () => ({ id: 'vrf_1', expiresAt: after(15), resendAfter: after(0) }),
  '/v1/verifications/vrf_1/resend': () => ({
    id: 'vrf_1',
    expiresAt: after(15),
    resendAfter: after(1),
  }),
  '/v1/verifications/vrf_1/code': (body) =>
    JSON.stringify(body) === '{"code":"123456"}' ? { session: 'verified_1' } : 'code_invalid',
  '/v1/sessions': () => ({
    id: 'ses_1',
    token: 'session-token',
    mode: 'test',
    preview: false,
    customer,
    subscriptions: [monthly],
    flow,
    policy: { offers: true, prominentCancel: false },
  }),
};

async function answer(request: Request): Promise<Response> {
  const path = request.url.slice(serviceUrl.length);
  const body: unknown = await request.json();
  const usual = answers[path];
  // What a flow records arrives when it likes, also of the test before.
  if (!usual) return new Response(null, { status: 204 });
  received.push({ path, authorization: request.headers.get('authorization'), body });
  const reply = failures[path]?.shift() ?? usual(body);
  return typeof reply === 'string'
    ? Response.json({ code: reply, message: reply, requestId: 'req_1' }, { status: 401 })
    : Response.json(reply);
}

beforeAll(() => {
  window.fetch = (input, init) => {
    const request = new Request(input, init);
    return request.url.startsWith(serviceUrl) ? answer(request) : pageFetch(input, init);
  };
});

beforeEach(() => {
  received = [];
  failures = {};
});

afterEach(clearState);

afterAll(() => {
  window.fetch = pageFetch;
});

async function open(properties: Partial<CancelFlowElement> = {}): Promise<CancelFlowElement> {
  const flow = await fixture<CancelFlowElement>(
    html`<fw-cancel-flow service-url=${serviceUrl} verify-email></fw-cancel-flow>`,
  );
  Object.assign(flow, properties);
  flow.show();
  return flow;
}

/** The step with this field, once it is on show. */
async function asking(flow: CancelFlowElement, field: 'email' | 'code') {
  const find = () =>
    flow.shadowRoot
      ?.querySelector('fw-email-step')
      ?.shadowRoot?.querySelector(`input[name="${field}"]`);
  await waitUntil(find, `the ${field} is asked for`);
  return shownStep(flow, 'fw-email-step');
}

/** From the beginning to the code. */
async function mailed(flow: CancelFlowElement) {
  press(await asking(flow, 'email'), 'primary-button');
  return asking(flow, 'code');
}

async function enter(flow: CancelFlowElement, code: string): Promise<void> {
  part(await asking(flow, 'code'), 'input').focus();
  await userEvent.keyboard(`${code}{Enter}`);
}

const paths = (): string[] => received.map(({ path }) => path);

describe('fw-cancel-flow of a customer who is not signed in', () => {
  it('begins with their address and the code, with the keyboard alone', async () => {
    const element = await open({ appId: 'app_1', mode: 'test' });
    await asking(element, 'email');
    await userEvent.keyboard('{Tab}ada@example.com{Enter}');
    const step = await asking(element, 'code');
    await waitUntil(() => step.shadowRoot?.activeElement?.id === 'heading', 'the heading is read');
    expect(dialogOf(element)).to.have.attribute('aria-label', 'Enter the code from our mail');
    await userEvent.keyboard('{Tab}123456{Enter}');
    await shownStep(element, 'fw-survey-step');
    expect(received.slice(0, 3)).to.deep.equal([
      {
        path: '/v1/verifications',
        authorization: null,
        body: { appId: 'app_1', mode: 'test', locale: 'en', email: 'ada@example.com' },
      },
      {
        path: '/v1/verifications/vrf_1/code',
        authorization: null,
        body: { code: '123456' },
      },
      {
        path: '/v1/sessions',
        authorization: 'Bearer verified_1',
        body: received[2]?.body,
      },
    ]);
    expect(received[2]?.body).not.to.have.any.keys('email', 'verifyEmail', 'session');
  });

  it('begins with the address that is known', async () => {
    const step = await asking(await open({ email: 'ada@example.com' }), 'email');
    expect(part(step, 'input')).to.have.property('value', 'ada@example.com');
  });

  it('says at the field what is missing, and what was wrong', async () => {
    const element = await open({ email: 'ada' });
    const step = await asking(element, 'email');
    press(step, 'primary-button');
    await waitUntil(() => parts(step, 'alert').length, 'an alert');
    expect(words(part(step, 'alert'))).to.equal('Please write your whole email address.');
    await userEvent.keyboard('@example.com{Enter}');
    await enter(element, '12345');
    const code = await asking(element, 'code');
    await waitUntil(() => parts(code, 'alert').length, 'an alert');
    expect(words(part(code, 'alert'))).to.equal('Please write all six digits.');
    await userEvent.keyboard('0{Enter}');
    await waitUntil(() => parts(code, 'alert').map(words).join().includes('not right'), 'wrong');
    await userEvent.keyboard('{Backspace}6{Enter}');
    await shownStep(element, 'fw-survey-step');
  });

  it('mails another code, and to another address', async () => {
    const element = await open({ email: 'eda@example.com' });
    const step = await mailed(element);
    press(step, 'text-button');
    await waitUntil(() => parts(step, 'counter').length, 'a wait');
    press(step, 'text-button');
    const first = await asking(element, 'email');
    expect(part(first, 'input')).to.have.property('value', 'eda@example.com');
    expect(paths()).to.deep.equal(['/v1/verifications', '/v1/verifications/vrf_1/resend']);
  });

  it('asks them once, although the session starts at the second try', async () => {
    failures['/v1/sessions'] = ['provider_unavailable'];
    const element = await open({ email: 'ada@example.com' });
    await mailed(element);
    await enter(element, '123456');
    press(await shownStep(element, 'fw-error-step'), 'primary-button');
    await shownStep(element, 'fw-survey-step');
    expect(paths().filter((path) => path === '/v1/sessions')).to.have.length(2);
    expect(paths().filter((path) => path.startsWith('/v1/verifications'))).to.have.length(2);
  });

  it('tells of every page, each with the one before', async () => {
    const element = await fixture<CancelFlowElement>(
      html`<fw-cancel-flow
        service-url=${serviceUrl}
        verify-email
        email="eda@example.com"
      ></fw-cancel-flow>`,
    );
    const changes = recorded(element, 'fw-step-change');
    element.show();
    press(await mailed(element), 'text-button', 1);
    await mailed(element);
    await enter(element, '123456');
    await shownStep(element, 'fw-survey-step');
    const name = (page: ShownPage | null): string =>
      page?.kind === 'email' ? `email ${page.stage}` : (page?.kind ?? '');
    expect(changes.map(({ detail }) => name(detail.page))).to.deep.equal([
      'loading',
      'email ask',
      'email code',
      'email ask',
      'email code',
      'loading',
      'survey',
    ]);
    expect(changes.slice(1).map(({ detail }) => detail.previous)).to.deep.equal(
      changes.slice(0, -1).map(({ detail }) => detail.page),
    );
  });

  it('can be left, and begins anew', async () => {
    const element = await open();
    const closings = recorded(element, 'fw-closed');
    await asking(element, 'email');
    setTimeout(() => press(element, 'close-button'));
    await oneEvent(element, 'fw-closed');
    expect(closings.map(({ detail }) => detail.result)).to.deep.equal(['abort']);
    expect(received).to.deep.equal([]);
    element.show();
    await asking(element, 'email');
  });

  it.each<[string, Partial<CancelFlowElement>]>([
    ['a session token', { session: 'host-token' }],
    ['a hash', { customerId: 'cus_1', authHash: 'f00d' }],
    ['no wish to ask', { verifyEmail: false }],
  ])('begins at once with %s', async (_name, properties) => {
    await shownStep(await open(properties), 'fw-survey-step');
    expect(paths()[0]).to.equal('/v1/sessions');
  });

  it('is asked from the button too', async () => {
    const button = await fixture<HTMLElementTagNameMap['fw-cancel-button']>(
      html`<fw-cancel-button
        service-url=${serviceUrl}
        verify-email
        email="ada@example.com"
      ></fw-cancel-button>`,
    );
    await button.show();
    const flow = element(button.renderRoot, 'fw-cancel-flow');
    await mailed(flow);
    await enter(flow, '123456');
    await shownStep(flow, 'fw-survey-step');
    flow.hide();
    await flow.updateComplete;
  });

  it('is accessible', async () => {
    const element = await open({ email: 'ada@example.com' });
    await asking(element, 'email');
    await expectAccessible(element);
    await mailed(element);
    await expectAccessible(element);
  });
});
