import { contrast } from '@fairwell-tools/browser/contrast';
import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { page } from 'vitest/browser';
import '../define/cancel-flow.js';
import { stepParts } from '../parts/part-names.js';
import { opened, shownStep, toConfirmation, toDiscount } from '../testing/flow-page.js';
import { flow, recordingHandlers } from '../testing/sample-flow.js';
import { customer } from '../testing/samples.js';
import { part, words } from '../testing/shadow.js';
import type { CancelFlowElement } from './cancel-flow.js';

const background = (element: Element): string => getComputedStyle(element).backgroundColor;

describe('the looks of fw-cancel-flow', () => {
  it('are styled from outside, the frame and every step alike', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      fw-cancel-flow::part(modal) { border-top: 7px solid; }
      fw-cancel-flow::part(heading) { letter-spacing: 7px; }
      fw-cancel-flow::part(discount-step) { outline: 7px solid; }
    `);
    document.adoptedStyleSheets.push(sheet);
    const element = await opened();
    await toDiscount(element);
    const offer = await shownStep(element, 'fw-discount-offer');
    expect(getComputedStyle(part(element, 'modal')).borderTopWidth).to.equal('7px');
    expect(getComputedStyle(part(offer, 'heading')).letterSpacing).to.equal('7px');
    expect(getComputedStyle(part(offer, 'discount-step')).outlineWidth).to.equal('7px');
    document.adoptedStyleSheets.pop();
  });

  it('re-export every part that a step shows', async () => {
    const element = await opened();
    const shown = new Set<string>();
    const collect = (step: Element): void => {
      for (const { part } of step.shadowRoot?.querySelectorAll('[part]') ?? [])
        part.forEach((name) => shown.add(name));
    };
    collect(await shownStep(element, 'fw-survey-step'));
    await toConfirmation(element);
    collect(await shownStep(element, 'fw-confirm-step'));
    expect([...stepParts]).to.include.members([...shown]);
  });

  it('are light or dark as told, or as the page is', async () => {
    const element = await opened();
    const panel = part(element, 'modal');
    document.documentElement.style.colorScheme = 'dark';
    const dark = background(panel);
    element.theme = 'light';
    await element.updateComplete;
    const light = background(panel);
    expect(light).not.to.equal(dark);
    document.documentElement.style.removeProperty('color-scheme');
    element.theme = 'dark';
    await element.updateComplete;
    expect(background(panel)).to.equal(dark);
  });

  it('take the accent of the flow’s brand, with letters that can be read on it', async () => {
    const button = async (accent: string): Promise<CSSStyleDeclaration> => {
      const element = await opened({ flow: { ...flow, brand: { accent } } });
      const survey = await shownStep(element, 'fw-survey-step');
      return getComputedStyle(part(survey, 'primary-button'));
    };
    const yellow = await button('#ffd400');
    expect(yellow.backgroundColor).to.equal('rgb(255, 212, 0)');
    expect(contrast(yellow.color, '#000')).to.equal(1);
    const navy = await button('#0b1f4b');
    expect(contrast(navy.color, '#fff')).to.equal(1);
  });

  it('take the page’s tokens before the brand’s', async () => {
    const wrapper = await fixture(html`
      <div>
        <fw-cancel-flow
          .flow=${{ ...flow, brand: { accent: '#ffd400' } }}
          .customer=${customer}
          .handlers=${recordingHandlers()}
        ></fw-cancel-flow>
      </div>
    `);
    wrapper.setAttribute('class', 'branded');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.branded { --fw-color-accent: rgb(1, 2, 3); }');
    document.adoptedStyleSheets.push(sheet);
    const element = wrapper.querySelector('fw-cancel-flow');
    element?.show();
    if (!element) throw new Error('There is no flow.');
    const survey = await shownStep(element, 'fw-survey-step');
    expect(background(part(survey, 'primary-button'))).to.equal('rgb(1, 2, 3)');
    document.adoptedStyleSheets.pop();
  });

  it('say above the heading what a step is about, where a theme wants that', async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('fw-cancel-flow { --fw-step-tag: shown; }');
    document.adoptedStyleSheets.push(sheet);
    const element = await opened();
    await toDiscount(element);
    const offer = await shownStep(element, 'fw-discount-offer');
    await waitUntil(() => offer.shadowRoot?.querySelector('[part="tag"]'), 'there is a tag');
    expect(words(part(offer, 'tag'))).to.equal('Our offer');
    document.adoptedStyleSheets.pop();
  });

  it('show the brand’s image, or what the page puts in its place', async () => {
    const imageUrl = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    const element = await opened({ flow: { ...flow, brand: { imageUrl: `/${imageUrl}` } } });
    expect(part(element, 'brand-image')).to.have.attribute('alt', '');
  });

  it('make room for what a business adds', async () => {
    const element = await fixture<CancelFlowElement>(html`
      <fw-cancel-flow .flow=${flow} .customer=${customer} .handlers=${recordingHandlers()}>
        <p slot="confirm-extra">Export your data first.</p>
        <p slot="footer-note">Questions? Call us.</p>
      </fw-cancel-flow>
    `);
    element.show();
    await shownStep(element, 'fw-survey-step');
    const [extra, note] = element.querySelectorAll('p');
    expect(note?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(extra?.getBoundingClientRect().height).to.equal(0);
    await toConfirmation(element);
    expect(extra?.getBoundingClientRect().height).to.be.greaterThan(0);
    expect(extra && words(extra)).to.equal('Export your data first.');
  });

  it('fit a window of 320 pixels as a sheet at its foot, with nothing to scroll sideways', async () => {
    await page.viewport(320, 640);
    const element = await opened();
    const panel = part(element, 'modal');
    await Promise.all(panel.getAnimations().map(({ finished }) => finished));
    const { left, right, bottom } = panel.getBoundingClientRect();
    expect([left, right, bottom]).to.deep.equal([0, 320, 640]);
    expect(panel.scrollWidth).to.equal(panel.clientWidth);
  });

  it('give every control a target of 44 pixels', async () => {
    const element = await opened();
    const survey = await shownStep(element, 'fw-survey-step');
    const roots = [element.shadowRoot, survey.shadowRoot];
    for (const root of roots)
      for (const control of root?.querySelectorAll<HTMLElement>('button, label') ?? [])
        expect(control.offsetHeight).to.be.at.least(44);
  });
});
