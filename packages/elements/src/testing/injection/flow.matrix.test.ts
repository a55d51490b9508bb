import type { Customer, Flow, Price, Subscription } from '@fairwell/contract';
import type { FlowHandlers } from '@fairwell/core';
import { expect, fixture, html } from '@open-wc/testing';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { StepElement } from '../../base/step-element.js';
import type { CancelFlowElement } from '../../cancel-flow/cancel-flow.js';
import '../../define/cancel-flow.js';
import { layoutFindings } from '../matrix/layout.js';
import { enter, leave, narrow } from '../matrix/modes.js';
import '../rating-element.js';
import { monthly } from '../samples.js';
import { element, part, parts, words } from '../shadow.js';
import { createGuard, type Guard } from './guard.js';
import { payloads } from './payloads.js';
import { soon } from './soon.js';

const price: Price = {
  id: 'price',
  amount: { value: 600, currency: 'eur' },
  interval: 'month',
  intervalCount: 1,
};

/** The text in every place that a flow has for one, no longer than the place takes. */
function flowOf(text: string): Flow {
  const upTo = (length: number): string => text.slice(0, length);
  const copy = {
    header: `${upTo(160)} {{customer.firstName|there}}`,
    description: `<p>{{customer.name}} {{customer.metadata.words}}</p>${upTo(3900)}`,
  };
  const plan = (priceId: string) => ({
    priceId,
    nickname: upTo(40),
    tagline: upTo(60),
    features: Array.from({ length: 8 }, () => upTo(120)),
    msrp: upTo(40),
    priceOverride: upTo(40),
    price: { ...price, id: priceId, name: text },
  });
  return {
    id: 'default',
    name: upTo(200),
    brand: { imageUrl: `/${upTo(1900)}`, accent: '#0f6b5c' },
    steps: [
      {
        id: 'why',
        type: 'survey',
        ...copy,
        choices: [
          {
            id: 'first',
            label: upTo(200),
            followUp: {
              mode: 'structured+freeform',
              question: upTo(200),
              label: upTo(200),
              options: [
                {
                  id: 'option',
                  label: upTo(200),
                  offer: {
                    type: 'planChange',
                    ...copy,
                    options: [plan('price_1'), plan('price_2')],
                  },
                },
              ],
            },
          },
        ],
      },
      {
        id: 'contact',
        type: 'offer',
        offer: { type: 'contact', ...copy, label: upTo(80), url: `/${upTo(1900)}` },
      },
      {
        id: 'redirect',
        type: 'offer',
        offer: {
          type: 'redirect',
          ...copy,
          label: upTo(80),
          url: `https://example.com/${upTo(1900)}`,
        },
      },
      {
        id: 'discount',
        type: 'offer',
        offer: {
          type: 'discount',
          ...copy,
          couponId: text,
          coupon: { id: text, name: text, percentOff: 30, duration: 'forever' },
        },
      },
      {
        id: 'custom',
        type: 'custom',
        ...copy,
        tag: 'acme-rating',
        properties: { best: text },
      },
      { id: 'words', type: 'feedback', ...copy, label: upTo(200) },
      {
        id: 'sure',
        type: 'confirm',
        ...copy,
        losses: [upTo(200), upTo(200)],
        acknowledgement: upTo(200),
      },
    ],
  };
}

function customerOf(text: string): Customer {
  return {
    id: text,
    email: text,
    name: text,
    firstName: text,
    lastName: text,
    metadata: { [text]: text, words: text },
  };
}

function subscriptionOf(text: string): Subscription {
  return {
    ...monthly,
    items: monthly.items.map(({ price }) => ({ price: { ...price, name: text } })),
    discounts: [
      {
        coupon: { id: text, name: text, percentOff: 10, duration: 'forever' },
        start: monthly.start,
        end: '2999-01-01T00:00:00.000Z',
      },
    ],
    metadata: { [text]: text },
  };
}

/** A discount always fails, a cancellation at first: both with words for the customer. */
function handlersOf(text: string): FlowHandlers {
  let tries = 0;
  const fail = (): Promise<never> => Promise.reject(new Error(text));
  return {
    handleDiscount: fail,
    handleCancel: () => (tries++ === 0 ? fail() : { message: text }),
    handlePlanChange: () => undefined,
    handleSupportRequest: () => undefined,
    handleRedirect: () => undefined,
  };
}

function fieldOf(step: Element): HTMLTextAreaElement {
  const field = part(step, 'textarea');
  if (!(field instanceof HTMLTextAreaElement)) throw new Error('There is no field for words.');
  return field;
}

function write(step: Element, text: string): void {
  const field = fieldOf(step);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
}

const goOn = (step: Element): void => part(step, 'primary-button').click();
const refuse = (step: Element): void => part(step, 'secondary-button').click();

/** How a customer goes on from each step. */
const ways: Record<string, (step: StepElement, text: string) => void> = {
  'fw-survey-step': (step) => {
    part(step, 'option').click();
    goOn(step);
  },
  'fw-follow-up-step': (step, text) => {
    part(step, 'option').click();
    write(step, text);
    goOn(step);
  },
  'fw-plan-change-offer': refuse,
  'fw-contact-offer': refuse,
  'fw-redirect-offer': refuse,
  'fw-discount-offer': goOn,
  // On without what failed where that is possible: another try of a discount fails too.
  'fw-error-step': (step) => {
    const buttons = [...parts(step, 'primary-button'), ...parts(step, 'secondary-button')];
    (buttons.find((button) => words(button) === 'Continue') ?? buttons[0])?.click();
  },
  'fw-custom-step': (step) =>
    element(step.ownerDocument, 'acme-rating').querySelector('button')?.click(),
  'fw-feedback-step': (step, text) => {
    write(step, text);
    goOn(step);
  },
  'fw-confirm-step': (step) => {
    step.shadowRoot?.querySelector('input')?.click();
    part(step, 'danger-button').click();
  },
};

/** The step on show, once what was pressed has come to rest. */
function stepOf(flow: CancelFlowElement, before?: StepElement): Promise<StepElement> {
  return soon(() => {
    const step = flow.shadowRoot?.querySelector<StepElement>('[exportparts]');
    const isNext = step && step !== before && step.localName !== 'fw-progress-step';
    return isNext && parts(step, 'step').length > 0 && step;
  }, 'the next step');
}

describe('words of others in a flow', () => {
  let guard: Guard;

  beforeAll(async () => {
    guard = createGuard();
    await enter(narrow);
  });
  afterAll(async () => {
    guard.stop();
    await leave();
  });

  /** The words in their places, exactly: merged ones are text, and are merged once. */
  function expectWords(step: StepElement, text: string, seen: readonly string[]): void {
    const tag = step.localName;
    const said = JSON.stringify(text);
    const merged = step.shadowRoot?.querySelector('[part="description"] p');
    // What would turn the words around it goes out of a merged value.
    const plain = text.replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
    if (merged) expect(merged.textContent, said).to.equal(`${plain} ${plain}`);
    if (tag === 'fw-error-step' || tag === 'fw-complete-step')
      expect(part(step, 'body').textContent, said).to.contain(text);
    if (tag === 'fw-follow-up-step' && seen.includes(tag)) {
      // What a field makes of the text by itself, of its line breaks for one.
      const typed = document.createElement('textarea');
      typed.value = text;
      expect(fieldOf(step).value, said).to.equal(typed.value);
    }
  }

  /** Goes through the whole flow, back once to where the words were typed. */
  async function findingsOf(text: string): Promise<string[]> {
    sessionStorage.clear();
    const flow = await fixture<CancelFlowElement>(html`
      <fw-cancel-flow
        variant="inline"
        .flow=${flowOf(text)}
        .customer=${customerOf(text)}
        .subscriptions=${[subscriptionOf(text)]}
        .handlers=${handlersOf(text)}
        .customerAttributes=${{ [text]: text }}
        bypass-discount-applied-screen
      ></fw-cancel-flow>
    `);
    await flow.preload();
    flow.show();

    const findings: string[] = [];
    const seen: string[] = [];
    for (let step = await stepOf(flow); ; step = await stepOf(flow, step)) {
      const tag = step.localName;
      expectWords(step, text, seen);
      findings.push(...guard.findings(), ...layoutFindings());
      if (tag === 'fw-complete-step' || seen.length > 20) break;
      if (tag === 'fw-plan-change-offer' && !seen.includes(tag)) part(step, 'back-button').click();
      else ways[tag]?.(step, text);
      seen.push(tag);
    }
    flow.remove();
    expect([...new Set(seen)], JSON.stringify(text)).to.have.members(Object.keys(ways));
    return findings.map((each) => `${JSON.stringify(text).slice(0, 80)}: ${each}`);
  }

  const atOnce = 25;
  for (let start = 0; start < payloads.length; start += atOnce) {
    const texts = payloads.slice(start, start + atOnce);
    it(`run nothing and stay in their place: ${start + 1} to ${start + texts.length}`, async () => {
      const findings: string[] = [];
      for (const text of texts) findings.push(...(await findingsOf(text)));
      expect(findings.join('\n')).to.equal('');
    });
  }
});
