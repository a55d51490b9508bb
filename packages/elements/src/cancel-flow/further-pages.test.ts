import type { Offer, Step, Subscription } from '@fairwell/contract';
import type { FlowHandlers } from '@fairwell/core';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it, vi } from 'vitest';
import '../define/cancel-button.js';
import '../define/cancel-flow.js';
import '../testing/rating-element.js';
import { customer, followUps, lite, monthly, trialing, yearly } from '../testing/samples.js';
import { element, part, recorded, words } from '../testing/shadow.js';
import type { CancelFlowElement } from './cancel-flow.js';
import { clearState } from './tab-storage.js';

const confirm: Step = { id: 'sure', type: 'confirm' };
const last = (offer: Offer): Step[] => [{ id: 'last', type: 'offer', offer }, confirm];

async function open(
  steps: Step[],
  { subscription = monthly, ...handlers }: FlowHandlers & { subscription?: Subscription } = {},
): Promise<CancelFlowElement> {
  const flow = await fixture<CancelFlowElement>(
    html`<fw-cancel-flow
      variant="inline"
      .flow=${{ id: 'f', steps }}
      .customer=${customer}
      .subscriptions=${[subscription]}
      .handlers=${{ handleCancel: () => undefined, ...handlers }}
      open
    ></fw-cancel-flow>`,
  );
  return flow;
}

/** The step of this tag, once it is on show. */
async function shown<K extends keyof HTMLElementTagNameMap>(
  flow: CancelFlowElement,
  tag: K,
): Promise<HTMLElementTagNameMap[K]> {
  await waitUntil(() => flow.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector('h2'), tag, {
    timeout: 10_000,
  });
  return element(flow.renderRoot, tag);
}

afterEach(() => {
  vi.restoreAllMocks();
  // Where the customer was in a flow is kept for the tab.
  clearState();
});

describe('fw-cancel-flow', () => {
  it('asks the follow-up under the choice, and shows the offer of the option', async () => {
    const flow = await open([
      {
        id: 'why',
        type: 'survey',
        choices: [
          {
            id: 'budget',
            label: 'It costs too much',
            followUp: {
              ...followUps.structured,
              options: [
                {
                  id: 'cuts',
                  label: 'We have to cut costs',
                  offer: { type: 'contact', url: '/x' },
                },
              ],
            },
          },
        ],
      },
      confirm,
    ]);
    const survey = await shown(flow, 'fw-survey-step');
    part(survey, 'option').click();
    part(survey, 'primary-button').click();
    const followUp = await shown(flow, 'fw-follow-up-step');
    expect(words(part(followUp, 'heading'))).to.equal('It costs too much');
    part(followUp, 'primary-button').click();
    await waitUntil(() => followUp.issue, 'an issue');
    part(followUp, 'option').click();
    await waitUntil(() => !followUp.issue, 'no issue');
    part(followUp, 'primary-button').click();
    await shown(flow, 'fw-contact-offer');
  });

  it('pauses for as long as was chosen', async () => {
    const handlePause = vi.fn();
    const flow = await open(last({ type: 'pause', maxLength: 3, interval: 'month' }), {
      handlePause,
    });
    const pause = await shown(flow, 'fw-pause-offer');
    part(pause, 'option', 1).click();
    part(pause, 'primary-button').click();
    await shown(flow, 'fw-complete-step');
    expect(handlePause.mock.lastCall?.[1]).to.include({ pauseDuration: 2, pauseInterval: 'month' });
  });

  it('changes to the plan that was chosen, and to none before one is', async () => {
    const handlePlanChange = vi.fn();
    const flow = await open(last({ type: 'planChange', options: [lite, yearly] }), {
      handlePlanChange,
    });
    const plans = await shown(flow, 'fw-plan-change-offer');
    part(plans, 'primary-button').click();
    await waitUntil(() => plans.issue, 'an issue');
    part(plans, 'option-input', 1).click();
    await waitUntil(() => !plans.issue, 'no issue');
    expect(plans.selected).to.equal(yearly.priceId);
    part(plans, 'primary-button').click();
    await shown(flow, 'fw-complete-step');
    expect(handlePlanChange.mock.calls).to.have.length(1);
    expect(handlePlanChange.mock.lastCall?.[1]).to.deep.equal({
      newPriceId: yearly.priceId,
      oldPriceId: 'price_plus',
    });
  });

  it('extends the trial to the day it shows', async () => {
    const handleTrialExtension = vi.fn();
    const flow = await open(last({ type: 'trialExtension', days: 14 }), {
      subscription: trialing,
      handleTrialExtension,
    });
    const extension = await shown(flow, 'fw-trial-extension-offer');
    expect(words(part(extension, 'body'))).to.contain('December 12, 2026');
    part(extension, 'primary-button').click();
    await shown(flow, 'fw-complete-step');
    expect(handleTrialExtension.mock.lastCall?.[1]).to.deep.equal({
      trialExtensionDays: 14,
      newTrialEndDate: '2026-12-12T09:00:00.000Z',
    });
  });

  it('goes on from an offer that is refused', async () => {
    const flow = await open(last({ type: 'redirect', label: 'See the guide', url: '/guide' }));
    part(await shown(flow, 'fw-redirect-offer'), 'secondary-button').click();
    await shown(flow, 'fw-confirm-step');
  });

  it('shows a host’s own step in the page’s own tree, and goes on with its answer', async () => {
    const flow = await open([{ id: 'nps', type: 'custom', tag: 'acme-rating' }, confirm]);
    const step = await shown(flow, 'fw-custom-step');
    const events = recorded(flow, 'fw-next');
    const rating = element(flow, 'acme-rating');
    expect(rating.getRootNode()).to.equal(document);
    expect(rating.offsetHeight).to.be.above(20);
    expect(rating).to.have.text('Ada, how was it?5 of 5');
    rating.querySelector('button')?.click();
    await shown(flow, 'fw-confirm-step');
    expect(events.map(({ detail }) => detail.result)).to.deep.equal([{ mark: 5 }]);
    expect(rating.isConnected).to.equal(false);
    expect(step.isConnected).to.equal(false);
  });

  it('hands it down to where it is shown, from the button too', async () => {
    const button = await fixture<HTMLElementTagNameMap['fw-cancel-button']>(
      html`<fw-cancel-button
        .flow=${{ id: 'f', steps: [{ id: 'nps', type: 'custom', tag: 'acme-rating' }, confirm] }}
        .customer=${customer}
        .subscriptions=${[monthly]}
        .handlers=${{ handleCancel: () => undefined }}
      ></fw-cancel-button>`,
    );
    await button.show();
    const flow = element(button.renderRoot, 'fw-cancel-flow');
    await shown(flow, 'fw-custom-step');
    const rating = element(button, 'acme-rating');
    expect(rating.getRootNode()).to.equal(document);
    expect(rating.offsetHeight).to.be.above(20);
    rating.querySelector('button')?.click();
    await shown(flow, 'fw-confirm-step');
    flow.hide();
    await flow.updateComplete;
  });

  it('lets a host’s own offer be taken, with its answer', async () => {
    const flow = await open(last({ type: 'custom', tag: 'acme-rating' }));
    const outcomes = recorded(flow, 'fw-custom');
    await shown(flow, 'fw-custom-step');
    element(flow, 'acme-rating').querySelector('button')?.click();
    await shown(flow, 'fw-complete-step');
    expect(outcomes).to.have.length(1);
  });

  it('leaves a way on where the host’s element is not registered', async () => {
    const report = vi.spyOn(console, 'error').mockReturnValue();
    const flow = await open([{ id: 'lost', type: 'custom', tag: 'acme-lost' }, confirm]);
    const step = await shown(flow, 'fw-custom-step');
    expect(report.mock.calls.flat().join()).to.contain('<acme-lost>');
    part(step, 'primary-button').click();
    await shown(flow, 'fw-confirm-step');
  });
});
