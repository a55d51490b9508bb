import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/cancel-flow.js';
import { dialogOf, opened, press, shownStep, toDiscount } from '../testing/flow-page.js';
import { customer } from '../testing/samples.js';
import { flow, recordingHandlers } from '../testing/sample-flow.js';
import { part, words } from '../testing/shadow.js';
import type { CancelFlowElement } from './cancel-flow.js';

function deepActiveElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

const isOnHeading = (): boolean => deepActiveElement()?.id === 'heading';

describe('the modal of fw-cancel-flow', () => {
  it('is named by the heading of each step', async () => {
    const element = await opened();
    expect(dialogOf(element)).to.have.attribute(
      'aria-label',
      'What is your main reason for leaving?',
    );
    await toDiscount(element);
    expect(dialogOf(element)).to.have.attribute('aria-label', 'Would a lower price help?');
  });

  it('puts the focus on the heading of each step, and announces it', async () => {
    const element = await opened();
    await waitUntil(isOnHeading);
    await toDiscount(element);
    const status = element.shadowRoot?.querySelector('[role="status"]');
    expect(status && words(status)).to.equal('Would a lower price help?');
    await waitUntil(isOnHeading);
    const offer = await shownStep(element, 'fw-discount-offer');
    expect(deepActiveElement()).to.equal(part(offer, 'heading'));
  });

  it('leaves the focus where it is while the page stays', async () => {
    const element = await opened();
    await waitUntil(isOnHeading);
    await userEvent.keyboard('{Tab}{ArrowDown}');
    await nextFrame();
    const survey = await shownStep(element, 'fw-survey-step');
    expect(deepActiveElement()).to.equal(part(survey, 'option-input', 1));
  });

  it('keeps the focus inside', async () => {
    const element = await opened();
    await waitUntil(isOnHeading);
    for (let step = 0; step < 8; step += 1) {
      await userEvent.keyboard('{Tab}');
      expect([element, document.body]).to.contain(document.activeElement);
    }
  });

  it('gives the focus back to what opened it', async () => {
    const page = await fixture(html`
      <div>
        <button>Cancel</button>
        <fw-cancel-flow
          .flow=${flow}
          .customer=${customer}
          .handlers=${recordingHandlers()}
        ></fw-cancel-flow>
      </div>
    `);
    const button = page.querySelector('button');
    const element = page.querySelector('fw-cancel-flow');
    if (!button || !element) throw new Error('The page is not as written.');
    button.addEventListener('click', () => {
      element.show();
    });
    await userEvent.click(button);
    await shownStep(element, 'fw-survey-step');
    await waitUntil(isOnHeading);
    const closed = oneEvent(element, 'fw-closed');
    await userEvent.keyboard('{Escape}');
    await closed;
    expect(document.activeElement).to.equal(button);
  });

  it('closes with Escape, the cross and a press around it', async () => {
    const ways: ((element: CancelFlowElement) => Promise<void> | void)[] = [
      () => userEvent.keyboard('{Escape}'),
      (element) => press(element, 'close-button'),
      (element) => userEvent.click(dialogOf(element), { position: { x: 4, y: 4 } }),
    ];
    for (const close of ways) {
      const element = await opened();
      const closed = oneEvent(element, 'fw-closed');
      await close(element);
      expect((await closed).detail).to.deep.equal({ result: 'abort' });
    }
  });

  it('does not close when a press that began inside ends around it', async () => {
    const element = await opened();
    const dialog = dialogOf(element);
    const press = { bubbles: true, composed: true };
    part(element, 'modal').dispatchEvent(new PointerEvent('pointerdown', press));
    dialog.dispatchEvent(new MouseEvent('click', press));
    await aTimeout(0);
    expect(element.open).to.equal(true);
  });

  it('holds the page still, and lets it go again', async () => {
    const before = getComputedStyle(document.documentElement).overflow;
    const element = await opened();
    expect(getComputedStyle(document.documentElement).overflow).to.equal('hidden');
    element.hide();
    await oneEvent(element, 'fw-closed');
    expect(getComputedStyle(document.documentElement).overflow).to.equal(before);
  });

  it('opens anew where it is moved to', async () => {
    const element = await opened();
    document.body.append(element);
    await element.updateComplete;
    expect(dialogOf(element).open).to.equal(true);
    element.remove();
    await aTimeout(0);
    expect(getComputedStyle(document.documentElement).overflow).to.equal('visible');
  });
});
