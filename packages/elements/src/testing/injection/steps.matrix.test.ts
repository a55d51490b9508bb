import type { Outcome, Subscription } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, render, type TemplateResult } from 'lit';
import { afterAll, beforeAll, describe, it } from 'vitest';
import '../../define/active-offer-step.js';
import '../../define/complete-step.js';
import '../../define/confirm-step.js';
import '../../define/contact-offer.js';
import '../../define/custom-step.js';
import '../../define/discount-offer.js';
import '../../define/email-step.js';
import '../../define/error-step.js';
import '../../define/feedback-step.js';
import '../../define/follow-up-step.js';
import '../../define/pause-offer.js';
import '../../define/plan-change-offer.js';
import '../../define/progress-step.js';
import '../../define/redirect-offer.js';
import '../../define/survey-step.js';
import '../../define/trial-extension-offer.js';
import { loadRichText } from '../../parts/description.js';
import { layoutFindings } from '../matrix/layout.js';
import { enter, leave, narrow } from '../matrix/modes.js';
import '../rating-element.js';
import { followUps, lite, monthly, now, threeMonths, yearly } from '../samples.js';
import { part } from '../shadow.js';
import { createGuard, type Guard } from './guard.js';
import { payloads } from './payloads.js';

const subscription = (text: string): Subscription => ({
  ...monthly,
  items: monthly.items.map(({ price }) => ({
    price: { ...price, name: text },
    product: { name: text },
  })),
  discounts: [{ coupon: { ...threeMonths, id: text, name: text }, start: monthly.start }],
});

const outcome = (text: string, type: 'cancel' | 'redirect'): Outcome =>
  type === 'cancel' ? { type, message: text } : { type, message: text, url: text };

const plan = (text: string, priceId: string) => ({
  ...yearly,
  priceId,
  nickname: text,
  tagline: text,
  features: [text, text],
  msrp: text,
  priceOverride: text,
});

/** Every element that shows words of others, with the same text in each place for one. */
const steps: Record<string, (text: string) => TemplateResult> = {
  'fw-survey-step': (text) => html`
    <fw-survey-step
      .header=${text}
      .description=${text}
      .choices=${[
        { id: text, label: text },
        { id: 'other', label: text },
      ]}
      .selected=${text}
      .canGoBack=${true}
    ></fw-survey-step>
  `,
  'fw-follow-up-step': (text) => html`
    <fw-follow-up-step
      .header=${text}
      .description=${text}
      .followUp=${{
        ...followUps.both,
        question: text,
        label: text,
        options: [{ id: text, label: text }],
      }}
      .selected=${text}
      .text=${text}
    ></fw-follow-up-step>
  `,
  'fw-feedback-step': (text) => html`
    <fw-feedback-step
      .header=${text}
      .description=${text}
      .label=${text}
      .text=${text}
      .required=${true}
      .minLength=${20}
    ></fw-feedback-step>
  `,
  'fw-confirm-step': (text) => html`
    <fw-confirm-step
      .header=${text}
      .description=${text}
      .losses=${[text, text]}
      .acknowledgement=${text}
      .discounts=${subscription(text).discounts ?? []}
    ></fw-confirm-step>
  `,
  'fw-discount-offer': (text) => html`
    <fw-discount-offer
      .header=${text}
      .description=${text}
      .offer=${{
        type: 'discount',
        couponId: text,
        coupon: { ...threeMonths, id: text, name: text },
      }}
      .subscription=${subscription(text)}
    ></fw-discount-offer>
  `,
  'fw-pause-offer': (text) => html`
    <fw-pause-offer
      .header=${text}
      .description=${text}
      .offer=${{ type: 'pause', maxLength: 2, interval: 'month' }}
      .subscription=${subscription(text)}
      .now=${now}
    ></fw-pause-offer>
  `,
  'fw-plan-change-offer': (text) => html`
    <fw-plan-change-offer
      .header=${text}
      .description=${text}
      .offer=${{ type: 'planChange', options: [plan(text, text), plan(text, 'other')] }}
      .subscription=${subscription(text)}
      .selected=${text}
    ></fw-plan-change-offer>
  `,
  'fw-plan-change-offer with one plan': (text) => html`
    <fw-plan-change-offer
      .header=${text}
      .description=${text}
      .offer=${{
        type: 'planChange',
        options: [{ ...lite, nickname: '', price: { ...lite.price, name: text } }],
      }}
      .subscription=${subscription(text)}
    ></fw-plan-change-offer>
  `,
  'fw-trial-extension-offer': (text) => html`
    <fw-trial-extension-offer
      .header=${text}
      .description=${text}
      .offer=${{ type: 'trialExtension', days: 7 }}
    ></fw-trial-extension-offer>
  `,
  'fw-contact-offer': (text) => html`
    <fw-contact-offer
      .header=${text}
      .description=${text}
      .offer=${{ type: 'contact', label: text, url: text }}
    ></fw-contact-offer>
  `,
  'fw-redirect-offer': (text) => html`
    <fw-redirect-offer
      .header=${text}
      .description=${text}
      .offer=${{ type: 'redirect', label: text, url: text }}
    ></fw-redirect-offer>
  `,
  'fw-custom-step': (text) => html`
    <fw-custom-step
      .header=${text}
      .description=${text}
      .step=${{
        id: 'rating',
        type: 'custom',
        tag: 'acme-rating',
        properties: { best: text, innerHTML: text, onclick: text, [text]: text },
      }}
      .customer=${{ id: text, firstName: text }}
    ></fw-custom-step>
  `,
  'fw-active-offer-step': (text) => html`
    <fw-active-offer-step
      .header=${text}
      .description=${text}
      .activeOffer=${{
        type: 'discount',
        discount: { coupon: { ...threeMonths, id: text, name: text }, start: monthly.start },
      }}
    ></fw-active-offer-step>
  `,
  'fw-email-step': (text) => html`
    <fw-email-step
      .header=${text}
      .description=${text}
      .email=${text}
      .code=${text}
      .stage=${'code'}
    ></fw-email-step>
  `,
  'fw-progress-step': (text) => html`
    <fw-progress-step .header=${text} .description=${text} .slow=${true}></fw-progress-step>
  `,
  'fw-error-step': (text) => html`
    <fw-error-step
      .header=${text}
      .description=${text}
      .error=${new FairwellError('handler_failed', text, {
        customerMessage: text,
        requestId: text,
      })}
    ></fw-error-step>
  `,
  'fw-complete-step': (text) => html`
    <fw-complete-step
      .header=${text}
      .description=${text}
      .outcome=${outcome(text, 'cancel')}
    ></fw-complete-step>
  `,
  'fw-complete-step that leads on': (text) => html`
    <fw-complete-step .header=${text} .outcome=${outcome(text, 'redirect')}></fw-complete-step>
  `,
};

describe('words of others in a step', () => {
  let guard: Guard;

  beforeAll(async () => {
    guard = createGuard();
    await loadRichText();
    await enter(narrow);
  });
  afterAll(async () => {
    guard.stop();
    await leave();
  });

  it('are at least a hundred', () => {
    expect(new Set(payloads).size).to.be.at.least(100);
    expect(new Set(payloads).size).to.equal(payloads.length);
  });

  for (const [name, template] of Object.entries(steps))
    it(`run nothing and stay in their place: ${name}`, async () => {
      const place = await fixture<HTMLElement>(html`<div></div>`);
      const findings: string[] = [];
      for (const payload of payloads) {
        render(template(payload), place);
        const [step] = place.children;
        if (!(step instanceof LitElement)) throw new Error(`<${name}> is not registered.`);
        await step.updateComplete;
        const shown = part(step, 'heading').textContent;
        const found = [
          ...guard.findings(),
          ...layoutFindings(),
          ...(shown === payload ? [] : [`the heading reads ${shown}`]),
        ];
        findings.push(...found.map((each) => `${JSON.stringify(payload).slice(0, 80)}: ${each}`));
      }
      expect(findings.join('\n')).to.equal('');
    });
});
