import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { press, shownStep } from '../testing/flow-page.js';
import { flow, recordingHandlers } from '../testing/sample-flow.js';
import { customer, monthly } from '../testing/samples.js';
import { createStripeDouble } from '../testing/stripe-double.js';
import { clearWalls, open, press as pressWall, stands } from '../testing/wall-page.js';
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

describe('checkFailedPaymentWall', () => {
  it('takes every option of the element', async () => {
    open(overdue());
    const stands = await checkFailedPaymentWall({
      ...options,
      loadStripe: () => Promise.resolve(createStripeDouble()),
      shouldShowFailedPaymentWall: ({ amountDue }) => amountDue.value > 5000,
    });
    expect(stands).to.equal(false);
    await checkFailedPaymentWall({ shouldShowFailedPaymentWall: () => 'soft', forceCheck: true });
    await waitUntil(() => document.querySelector('fw-failed-payment-wall'));
  });
});

describe('showCancelFlow', () => {
  it('opens one flow, says how it ended, and leaves nothing behind', async () => {
    const handlers = recordingHandlers();
    const properties = { flow, customer, subscriptions: [monthly], handlers };
    const ended = showCancelFlow(properties);
    expect(showCancelFlow(properties)).to.equal(ended);
    await waitUntil(() => document.querySelector('fw-cancel-flow'));
    const element = document.querySelector('fw-cancel-flow');
    if (!element) throw new Error('There is no flow.');
    await shownStep(element, 'fw-survey-step');
    press(element, 'close-button');
    expect(await ended).to.equal('abort');
    expect(document.querySelector('fw-cancel-flow')).to.equal(null);
  });
});
