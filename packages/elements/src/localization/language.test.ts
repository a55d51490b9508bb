import { expect, fixture, html } from '@open-wc/testing';
import { describe, it, vi } from 'vitest';
import type { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import '../define/cancel-button.js';
import '../define/cancel-flow.js';
import '../define/feedback-step.js';
import '../define/pause-offer.js';
import type { FeedbackStepElement } from '../feedback-step/feedback-step.js';
import type { PauseOfferElement } from '../pause-offer/pause-offer.js';
import { cancelFlow, opened, press, shownStep, toDiscount } from '../testing/flow-page.js';
import { flow } from '../testing/sample-flow.js';
import { customer } from '../testing/samples.js';
import { part, parts, words } from '../testing/shadow.js';
import type { I18n } from './i18n.js';

/** What an element says once it has settled, and all that it said on the way. */
async function headingsOf(element: FeedbackStepElement): Promise<string[]> {
  const seen = new Set<string>();
  const look = (): void => parts(element, 'heading').forEach((each) => seen.add(words(each)));
  const observer = new MutationObserver(look);
  observer.observe(element.renderRoot, { subtree: true, childList: true, characterData: true });
  await element.updateComplete;
  look();
  observer.disconnect();
  return [...seen];
}

async function feedbackIn(lang: string): Promise<FeedbackStepElement> {
  const element = document.createElement('fw-feedback-step');
  const holder = await fixture(html`<div lang=${lang}></div>`);
  holder.append(element);
  await element.updateComplete;
  return element;
}

const english = 'Is there anything we should have done differently?';
const german = 'Hätten wir etwas anders machen sollen?';

function warnings(): { texts: () => string[]; restore: () => void } {
  const spy = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  return {
    texts: () => spy.mock.calls.map(([text]) => String(text)),
    restore: () => spy.mockRestore(),
  };
}

describe('the language of an element', () => {
  it('is that of the nearest lang, and never English before', async () => {
    const holder = await fixture(html`<div lang="de-AT"></div>`);
    const element = document.createElement('fw-feedback-step');
    holder.append(element);
    expect(await headingsOf(element)).to.deep.equal([german]);
    expect(part(element, 'step')).to.have.attribute('lang', 'de');
  });

  it('changes with the page, and what was typed stays', async () => {
    const element = await feedbackIn('en');
    const textarea = part(element, 'textarea');
    if (!(textarea instanceof HTMLTextAreaElement)) throw new Error('No textarea');
    textarea.value = 'Too dear';
    textarea.dispatchEvent(new InputEvent('input'));
    textarea.focus();
    element.parentElement?.setAttribute('lang', 'de');
    await vi.waitUntil(() => words(part(element, 'heading')) === german);
    expect(part(element, 'textarea')).to.equal(textarea);
    expect(textarea.value).to.equal('Too dear');
    expect(element.shadowRoot?.activeElement).to.equal(textarea);
    element.parentElement?.setAttribute('lang', 'en-GB');
    await vi.waitUntil(() => words(part(element, 'heading')) === english);
  });

  it('may be another for each part of a page', async () => {
    const [first, second] = [await feedbackIn('de'), await feedbackIn('en')];
    first.requestUpdate();
    await first.updateComplete;
    expect(words(part(first, 'heading'))).to.equal(german);
    expect(words(part(second, 'heading'))).to.equal(english);
  });

  it('is the next where there is none that is asked for, with a report', async () => {
    const console = warnings();
    const element = await feedbackIn('tlh');
    expect(words(part(element, 'heading'))).to.equal(english);
    const broken = await feedbackIn('en_US@posix');
    expect(words(part(broken, 'heading'))).to.equal(english);
    expect(console.texts().join('\n')).to.contain('no language tlh').and.contain('en_US@posix');
    console.restore();
  });

  it('has its own plurals', async () => {
    const polish: Record<number, string> = { 1: '1 miesiąc', 3: '3 miesiące', 5: '5 miesięcy' };
    const holder = await fixture(html`<div lang="pl"></div>`);
    const element: PauseOfferElement = document.createElement('fw-pause-offer');
    element.offer = { type: 'pause', interval: 'month', maxLength: 12 };
    holder.append(element);
    await element.updateComplete;
    const options = Array.from(element.renderRoot.querySelectorAll('option'), words);
    for (const [length, text] of Object.entries(polish))
      expect(options[Number(length) - 1]).to.equal(text);
    expect(options[11]).to.equal('12 miesięcy');
  });
});

describe('the direction', () => {
  const directionOf = (element: Element): string =>
    getComputedStyle(part(element, 'step')).direction;

  it('goes with the language', async () => {
    expect(directionOf(await feedbackIn('ar'))).to.equal('rtl');
    expect(directionOf(await feedbackIn('de'))).to.equal('ltr');
  });

  it('is the page’s where it says one for that language', async () => {
    const element = await feedbackIn('ar');
    element.parentElement?.setAttribute('dir', 'ltr');
    await vi.waitUntil(() => directionOf(element) === 'ltr');
    const outer = await fixture(html`<div dir="rtl"><div lang="de"></div></div>`);
    const inner = document.createElement('fw-feedback-step');
    outer.querySelector('div')?.append(inner);
    await inner.updateComplete;
    expect(directionOf(inner)).to.equal('ltr');
  });
});

describe('the language of a flow', () => {
  const openedIn = async (i18n: I18n): Promise<CancelFlowElement> => opened({ i18n });

  it('is what the host says, for every step, and goes on changing', async () => {
    const element = await openedIn({ lang: 'ar' });
    const survey = await shownStep(element, 'fw-survey-step');
    expect(part(element, 'modal').closest('dialog')).to.have.attribute('lang', 'ar');
    expect(getComputedStyle(part(survey, 'step')).direction).to.equal('rtl');
    element.i18n = { lang: 'de' };
    await vi.waitUntil(() => parts(survey, 'primary-button').some((b) => words(b) === 'Weiter'));
    element.i18n = { lang: 'fr' };
    await toDiscount(element);
    const discount = await shownStep(element, 'fw-discount-offer');
    await vi.waitUntil(() => words(part(discount, 'primary-button')) === 'Accepter l’offre');
  });

  it('opens once its language is there', async () => {
    const element = await cancelFlow({ i18n: { lang: 'de' } });
    const seen: string[] = [];
    new MutationObserver(() => {
      const button = element.renderRoot.querySelector('[part~="close-button"]');
      if (button) seen.push(button.getAttribute('aria-label') ?? '');
    }).observe(element.renderRoot, { subtree: true, childList: true, attributes: true });
    element.show();
    await shownStep(element, 'fw-survey-step');
    expect(new Set(seen)).to.deep.equal(new Set(['Schließen']));
  });

  it('has the host’s words in it, English ones too', async () => {
    const element = await openedIn({
      lang: 'en',
      messages: { en: { next: 'Onward', discountOff: 'Minus {reduction}' }, de: { next: 'Los' } },
    });
    const survey = await shownStep(element, 'fw-survey-step');
    expect(words(part(survey, 'primary-button'))).to.equal('Onward');
    await toDiscount(element);
    const discount = await shownStep(element, 'fw-discount-offer');
    expect(words(part(discount, 'badge'))).to.equal('Minus 30%');
  });

  it('has the service’s words in it, and the host’s before those', async () => {
    const pageFetch = window.fetch;
    const asked: Request[] = [];
    window.fetch = async (address, init) => {
      asked.push(new Request(address, init));
      return Response.json({
        id: 'session',
        token: 'token',
        mode: 'test',
        preview: false,
        customer,
        subscriptions: [],
        flow,
        policy: { offers: true, prominentCancel: false },
        messages: { en: { next: 'From the service', skipSurvey: 'Rather not' } },
      });
    };
    const element = await fixture<CancelFlowElement>(
      html`<fw-cancel-flow
        open
        lang="en-GB"
        service-url="https://service.test"
        session="ret_1"
        .i18n=${{ messages: { en: { next: 'From the host' } } } satisfies I18n}
      ></fw-cancel-flow>`,
    );
    const survey = await shownStep(element, 'fw-survey-step');
    await vi.waitUntil(() => words(part(survey, 'text-button')) === 'Rather not');
    expect(words(part(survey, 'primary-button'))).to.equal('From the host');
    expect(await asked[0]?.json()).to.deep.include({ locale: 'en-GB', locales: ['en-GB'] });
    window.fetch = pageFetch;
  });

  it('shows markup as text', async () => {
    const element = await openedIn({ messages: { en: { next: '<b>Go</b>' } } });
    const survey = await shownStep(element, 'fw-survey-step');
    expect(words(part(survey, 'primary-button'))).to.equal('<b>Go</b>');
    press(survey, 'primary-button');
  });

  it('may be one that the host brings', async () => {
    const element = await openedIn({ lang: 'fi', messages: { fi: { next: 'Jatka' } } });
    const survey = await shownStep(element, 'fw-survey-step');
    expect(words(part(survey, 'primary-button'))).to.equal('Jatka');
    expect(part(element, 'close-button')).to.have.attribute('aria-label', 'Close');
  });

  it('reports what is wrong with the host’s words, and does without', async () => {
    const console = warnings();
    const wrong: I18n = JSON.parse(
      '{"messages":{"en":{"nxt":"Go","discountOff":"{percent} less","discountLost":"Lost.","back":7}}}',
    ) as I18n;
    const element = await openedIn(wrong);
    await toDiscount(element);
    const discount = await shownStep(element, 'fw-discount-offer');
    expect(words(part(discount, 'badge'))).to.equal('30% off');
    const all = console.texts().join('\n');
    expect(all).to.contain('no message nxt (en). Is next meant?');
    expect(all).to.contain('discountOff (en) has no {percent}; there is {reduction}');
    expect(all).to.contain('discountLost (en) lacks {discount}');
    expect(all).to.contain('back (en) is no text');
    console.restore();
  });

  it('is also that of the words of a button', async () => {
    const element = await fixture(html`<fw-cancel-button lang="fr"></fw-cancel-button>`);
    const own = () => element.shadowRoot?.querySelector('fw-own-button')?.shadowRoot;
    await vi.waitUntil(() => own()?.querySelector('button')?.textContent.includes('résilier'));
  });
});
