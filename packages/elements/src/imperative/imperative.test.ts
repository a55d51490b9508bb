import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import type { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import { press, shownStep } from '../testing/flow-page.js';
import { flow, heldHandlers, recordingHandlers } from '../testing/sample-flow.js';
import { customer, monthly } from '../testing/samples.js';
import { createStripeDouble } from '../testing/stripe-double.js';
import {
  clearWalls,
  dialogOf,
  labels,
  open,
  press as pressWall,
  stands,
} from '../testing/wall-page.js';
import { overdue, pause, serviceUrl } from '../testing/wall-service.js';
import { checkFailedPaymentWall, checkPauseWall, showCancelFlow } from '../index.js';

afterEach(clearWalls);

const options = { serviceUrl, session: 'token' };

describe('checkPauseWall', () => {
  it('puts a wall into the page, and says that it stands', async () => {
    open(pause);
    expect(await checkPauseWall(options)).to.equal(true);
    const wall = document.querySelector('fw-pause-wall');
    expect(wall?.parentElement).to.equal(document.body);
  });

  it('says that none stands', async () => {
    open(null);
    expect(await checkPauseWall({ ...options, customerId: 'cus_2' })).to.equal(false);
  });

  it('asks the wall that is there, and disturbs nothing', async () => {
    const service = open(pause);
    await checkPauseWall({ ...options, customerId: 'cus_3' });
    const wall = document.querySelector('fw-pause-wall');
    if (!wall) throw new Error('There is no wall.');
    await stands(wall);
    pressWall(wall, 'Cancel subscription');
    expect(await checkPauseWall({ ...options, customerId: 'cus_3' })).to.equal(true);
    await nextFrame();
    expect(document.querySelectorAll('fw-pause-wall')).to.have.length(1);
    expect(wall.shadowRoot?.querySelector('[part="danger-button"]')).not.to.equal(null);
    expect(service.count('/')).to.equal(1);
  });

  it('forgets what an earlier call said', async () => {
    open(pause);
    const customerId = 'cus_6';
    await checkPauseWall({ ...options, customerId, softWall: true, lang: 'de' });
    const wall = document.querySelector('fw-pause-wall');
    if (!wall) throw new Error('There is no wall.');
    await stands(wall);
    await waitUntil(() => labels(wall).includes('Vorerst weiter'), 'it is soft, and German');
    await checkPauseWall({ ...options, customerId });
    expect(wall.softWall).to.equal(false);
    expect(wall.hasAttribute('lang')).to.equal(false);
    await waitUntil(() => labels(wall).includes('Resume now'));
    expect(labels(wall)).not.to.include('Continue for now');
  });

  it('tells the document what happens', async () => {
    open(pause);
    const resumed = new Promise((resolve) =>
      document.addEventListener('fw-resume', resolve, { once: true }),
    );
    await checkPauseWall(options);
    const wall = document.querySelector('fw-pause-wall');
    if (!wall) throw new Error('There is no wall.');
    await stands(wall);
    pressWall(wall, 'Resume now');
    await resumed;
  });
});

describe('checkPauseWall with a signal', () => {
  const walls = () => document.querySelectorAll('fw-pause-wall');

  it('takes the wall down when that aborts, and puts it up again when it is asked again', async () => {
    open(pause);
    const first = new AbortController();
    expect(
      await checkPauseWall({ ...options, customerId: 'cus_4', signal: first.signal }),
    ).to.equal(true);
    const [wall] = walls();
    if (!wall) throw new Error('There is no wall.');
    await stands(wall);
    first.abort();
    await waitUntil(() => !dialogOf(wall));
    expect(await checkPauseWall({ ...options, customerId: 'cus_4' })).to.equal(true);
    await stands(wall);
    expect(walls()).to.have.length(1);
  });

  it('checks nothing that was given up before', async () => {
    const service = open(pause);
    const signal = AbortSignal.abort();
    expect(await checkPauseWall({ ...options, customerId: 'cus_5', signal })).to.equal(false);
    expect(service.count('/')).to.equal(0);
  });
});

describe('checkFailedPaymentWall', () => {
  it('takes every option of the element', async () => {
    open(overdue());
    const stands = await checkFailedPaymentWall({
      ...options,
      loadStripe: () => Promise.resolve(createStripeDouble()),
      shouldShowFailedPaymentWall: ({ amountDue }) => amountDue.value > 5000,
    });
    expect(stands).to.equal(false);
    await checkFailedPaymentWall({
      ...options,
      shouldShowFailedPaymentWall: () => 'soft',
      forceCheck: true,
    });
    await waitUntil(() => document.querySelector('fw-failed-payment-wall'));
  });
});

describe('showCancelFlow', () => {
  const shown = { flow, customer, subscriptions: [monthly], handlers: recordingHandlers() };
  const confirmFlow = { id: 'short', steps: flow.steps.filter(({ type }) => type === 'confirm') };

  async function openFlow(): Promise<CancelFlowElement> {
    await waitUntil(() => document.querySelector('fw-cancel-flow'));
    const element = document.querySelector('fw-cancel-flow');
    if (!element) throw new Error('There is no flow.');
    return element;
  }

  it('opens one flow, says how it ended, and leaves nothing behind', async () => {
    const ended = showCancelFlow(shown);
    expect(showCancelFlow(shown)).to.equal(ended);
    const element = await openFlow();
    await shownStep(element, 'fw-survey-step');
    press(element, 'close-button');
    expect(await ended).to.equal('abort');
    expect(document.querySelector('fw-cancel-flow')).to.equal(null);
  });

  it('is closed by its signal', async () => {
    const controller = new AbortController();
    const ended = showCancelFlow({ ...shown, lang: 'de', signal: controller.signal });
    await shownStep(await openFlow(), 'fw-survey-step');
    expect(document.querySelector('fw-cancel-flow')?.lang).to.equal('de');
    controller.abort();
    expect(await ended).to.equal('abort');
    expect(document.querySelector('fw-cancel-flow')).to.equal(null);
    expect(await showCancelFlow({ ...shown, signal: controller.signal })).to.equal('abort');
  });

  it('that carries something out ends with it before it is closed', async () => {
    const controller = new AbortController();
    const handlers = heldHandlers();
    const canceled = new Promise((resolve) =>
      document.addEventListener('fw-cancel', resolve, { once: true }),
    );
    const ended = showCancelFlow({
      ...shown,
      flow: confirmFlow,
      handlers,
      signal: controller.signal,
    });
    const element = await openFlow();
    press(await shownStep(element, 'fw-confirm-step'), 'danger-button');
    await shownStep(element, 'fw-progress-step');
    controller.abort();
    await element.updateComplete;
    expect(element.open).to.equal(true);
    handlers.settle({});
    await canceled;
    expect(await ended).to.equal('cancel');
  });
});
