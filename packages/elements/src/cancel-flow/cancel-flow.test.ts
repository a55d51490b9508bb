import { aTimeout, expect, fixture, html, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { describe, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/cancel-flow.js';
import { expectAccessible } from '../testing/accessible.js';
import {
  cancelFlow,
  dialogOf,
  opened,
  press,
  shownStep,
  toConfirmation,
  toDiscount,
} from '../testing/flow-page.js';
import { flow, heldHandlers, recordingHandlers } from '../testing/sample-flow.js';
import { customer } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { CancelFlowElement } from './cancel-flow.js';

describe('fw-cancel-flow', () => {
  describe('from the first step to the last', () => {
    it('cancels, and tells the host in order', async () => {
      const handlers = recordingHandlers();
      const element = await cancelFlow({ handlers });
      const events = recorded(element, 'fw-open', 'fw-confirm', 'fw-cancel', 'fw-closed');
      element.show();
      await toConfirmation(element);
      press(await shownStep(element, 'fw-confirm-step'), 'danger-button');
      press(await shownStep(element, 'fw-complete-step'), 'primary-button');
      await oneEvent(element, 'fw-closed');
      expect(handlers.calls).to.deep.equal(['cancel']);
      expect(events.map(({ type }) => type)).to.deep.equal([
        'fw-open',
        'fw-confirm',
        'fw-cancel',
        'fw-closed',
      ]);
      expect(element.open).to.equal(false);
    });

    it('applies a discount, and tells what came of it', async () => {
      const handlers = recordingHandlers();
      const element = await opened({ handlers });
      const [outcomes, closings] = [
        recorded(element, 'fw-discount'),
        recorded(element, 'fw-closed'),
      ];
      await toDiscount(element);
      press(await shownStep(element, 'fw-discount-offer'), 'primary-button');
      press(await shownStep(element, 'fw-complete-step'), 'primary-button');
      await oneEvent(element, 'fw-closed');
      expect(handlers.calls).to.deep.equal(['discount STAY30']);
      expect(outcomes[0]?.detail.outcome.coupon?.id).to.equal('STAY30');
      expect(outcomes[0]?.detail.customer).to.equal(customer);
      expect(closings[0]?.detail.result).to.equal('discount');
    });

    it('is gone through with the keyboard alone', async () => {
      const handlers = recordingHandlers();
      const element = await opened({ handlers });
      await userEvent.keyboard('{Tab}{ArrowDown}{Enter}');
      await shownStep(element, 'fw-feedback-step');
      await userEvent.keyboard('{Tab}It was fine{Tab}{Enter}');
      await shownStep(element, 'fw-confirm-step');
      await userEvent.keyboard('{Tab}{Enter}');
      await shownStep(element, 'fw-complete-step');
      expect(handlers.calls).to.deep.equal(['cancel']);
    });

    it('tells of each page and the one before', async () => {
      const element = await cancelFlow();
      const changes = recorded(element, 'fw-step-change');
      element.show();
      await toDiscount(element);
      const kinds = changes.map(({ detail }) => [detail.previous?.kind, detail.page.kind]);
      expect(kinds).to.deep.equal([
        [undefined, 'loading'],
        ['loading', 'survey'],
        ['survey', 'offer'],
      ]);
    });

    it('goes back without losing an answer', async () => {
      const element = await opened();
      await toDiscount(element);
      press(await shownStep(element, 'fw-discount-offer'), 'back-button');
      expect((await shownStep(element, 'fw-survey-step')).selected).to.equal('budget');
    });

    it('shows what is missing, until it is there', async () => {
      const element = await opened();
      const survey = await shownStep(element, 'fw-survey-step');
      press(survey, 'primary-button');
      await nextFrame();
      expect(parts(survey, 'alert')).to.have.length(1);
      press(survey, 'option');
      await nextFrame();
      expect(parts(survey, 'alert')).to.have.length(0);
    });

    it('starts anew when it is told to', async () => {
      const element = await opened();
      await toDiscount(element);
      element.hide();
      await oneEvent(element, 'fw-closed');
      await element.restart();
      expect((await shownStep(element, 'fw-survey-step')).selected).to.equal(null);
    });
  });

  describe('the direct way to cancel', () => {
    it('is on every question, and cancels at once', async () => {
      const handlers = recordingHandlers();
      const element = await opened({ handlers });
      press(element, 'text-button');
      await shownStep(element, 'fw-complete-step');
      expect(handlers.calls).to.deep.equal(['cancel']);
    });

    it('is a button where a law asks for one', async () => {
      const element = await opened({ compliance: ['california'] });
      expect(words(part(element, 'secondary-button'))).to.equal('Cancel subscription now');
    });

    it('is not shown where the step itself cancels', async () => {
      const element = await opened();
      await toConfirmation(element);
      expect(parts(element, 'text-button')).to.have.length(0);
    });
  });

  describe('while an action is in flight', () => {
    it('is pressed twice and acts once', async () => {
      const handlers = recordingHandlers();
      const element = await opened({ handlers });
      await toDiscount(element);
      const offer = await shownStep(element, 'fw-discount-offer');
      press(offer, 'primary-button');
      press(offer, 'primary-button');
      await shownStep(element, 'fw-complete-step');
      expect(handlers.calls).to.deep.equal(['discount STAY30']);
    });

    it('stays on the screen, whatever is pressed', async () => {
      const handlers = heldHandlers();
      const element = await opened({ handlers });
      press(element, 'text-button');
      await shownStep(element, 'fw-progress-step');
      expect(part(element, 'close-button')).to.have.property('disabled', true);
      await userEvent.keyboard('{Escape}{Escape}');
      element.hide();
      await element.updateComplete;
      expect(element.open).to.equal(true);
      expect(dialogOf(element).open).to.equal(true);
      handlers.settle({});
      await shownStep(element, 'fw-complete-step');
    });
  });

  describe('when an action fails', () => {
    it('tries again, and comes to its end', async () => {
      const handlers = heldHandlers();
      const element = await opened({ handlers });
      const errors = recorded(element, 'fw-error');
      press(element, 'text-button');
      await shownStep(element, 'fw-progress-step');
      handlers.settle(Promise.reject(new Error('Your bank says no.')));
      const failed = await shownStep(element, 'fw-error-step');
      expect(words(part(failed, 'body'))).to.equal('Your bank says no.');
      expect(errors[0]?.detail.error.code).to.equal('handler_failed');
      press(failed, 'primary-button');
      await shownStep(element, 'fw-progress-step');
      handlers.settle({ message: 'Goodbye, Ada.' });
      const complete = await shownStep(element, 'fw-complete-step');
      expect(words(part(complete, 'body'))).to.equal('Goodbye, Ada.');
    });

    it('goes on past an offer that failed', async () => {
      const handlers = heldHandlers();
      const element = await opened({ handlers });
      await toDiscount(element);
      press(await shownStep(element, 'fw-discount-offer'), 'primary-button');
      await shownStep(element, 'fw-progress-step');
      handlers.settle(Promise.reject(new Error()));
      press(await shownStep(element, 'fw-error-step'), 'secondary-button');
      await shownStep(element, 'fw-feedback-step');
    });

    it('says so when the flow itself is malformed, and can still cancel', async () => {
      vi.spyOn(console, 'error').mockImplementation(() => undefined);
      const element = await cancelFlow({ flow: { id: 'empty', steps: [] } });
      const errors = recorded(element, 'fw-error');
      element.show();
      press(await shownStep(element, 'fw-confirm-step'), 'danger-button');
      await shownStep(element, 'fw-complete-step');
      expect(errors[0]?.detail.error).to.include({ code: 'invalid_flow', field: 'steps' });
      vi.restoreAllMocks();
    });

    it('leads to somebody who can help, where there is somebody', async () => {
      const handlers = heldHandlers();
      const asked: string[] = [];
      const element = await opened({
        handlers: { ...handlers, handleSupportRequest: ({ id }) => void asked.push(id) },
      });
      await toConfirmation(element);
      press(await shownStep(element, 'fw-confirm-step'), 'danger-button');
      await shownStep(element, 'fw-progress-step');
      handlers.settle(Promise.reject(new Error()));
      press(await shownStep(element, 'fw-error-step'), 'secondary-button');
      await waitUntil(() => asked.length > 0, 'support is asked');
      expect(asked).to.deep.equal(['cus_1']);
    });
  });

  describe('what a host can veto', () => {
    it('an offer', async () => {
      const handlers = recordingHandlers();
      const element = await opened({ handlers });
      element.addEventListener('fw-accept', (event) => {
        event.preventDefault();
      });
      await toDiscount(element);
      press(await shownStep(element, 'fw-discount-offer'), 'primary-button');
      await aTimeout(0);
      expect(handlers.calls).to.deep.equal([]);
      await shownStep(element, 'fw-discount-offer');
    });

    it('the cancellation, even from the document', async () => {
      const handlers = recordingHandlers();
      const element = await opened({ handlers });
      document.addEventListener(
        'fw-confirm',
        (event) => {
          event.preventDefault();
        },
        { once: true },
      );
      press(element, 'text-button');
      await aTimeout(0);
      expect(handlers.calls).to.deep.equal([]);
    });

    it('the closing', async () => {
      const element = await opened();
      element.addEventListener('fw-close', (event) => {
        event.preventDefault();
      });
      press(element, 'close-button');
      await aTimeout(0);
      expect(element.open).to.equal(true);
    });
  });

  describe('as a host sets it up', () => {
    it('waits for what is set late', async () => {
      const element = await fixture<CancelFlowElement>(
        html`<fw-cancel-flow open></fw-cancel-flow>`,
      );
      await shownStep(element, 'fw-progress-step');
      Object.assign(element, { flow, customer, handlers: recordingHandlers() });
      await shownStep(element, 'fw-survey-step');
    });

    it('starts with what comes while it is about to be drawn', async () => {
      const element = document.createElement('fw-cancel-flow');
      element.open = true;
      (await fixture(html`<div></div>`)).append(element);
      await Promise.resolve();
      Object.assign(element, { flow, customer, handlers: recordingHandlers() });
      await shownStep(element, 'fw-survey-step');
    });

    it('takes the attribute open="false" at its word', async () => {
      const element = await fixture<CancelFlowElement>(
        html`<fw-cancel-flow open="false"></fw-cancel-flow>`,
      );
      expect(element.open).to.equal(false);
    });

    it('ends when it is taken out of the page, and not when it is moved', async () => {
      const element = await opened();
      const closings = recorded(element, 'fw-closed');
      document.body.append(element);
      await shownStep(element, 'fw-survey-step');
      expect(dialogOf(element).open).to.equal(true);
      element.remove();
      await element.updateComplete;
      await aTimeout(0);
      expect(closings.map(({ detail }) => detail.result)).to.deep.equal(['abort']);
    });

    it('shows everything and does nothing in a preview', async () => {
      const handlers = recordingHandlers();
      const element = await opened({ handlers, preview: true });
      expect(words(part(element, 'badge'))).to.equal('Preview: nothing is changed');
      press(element, 'text-button');
      await shownStep(element, 'fw-complete-step');
      expect(handlers.calls).to.deep.equal([]);
    });

    it('is a part of the page when inline, and takes the focus only once it is used', async () => {
      const element = await opened({ variant: 'inline' });
      expect(element.shadowRoot?.querySelector('dialog')).to.equal(null);
      expect(document.activeElement).not.to.equal(element);
      await toDiscount(element);
      await nextFrame();
      expect(document.activeElement).to.equal(element);
    });
  });

  it('is accessible on every page, modal and inline', async () => {
    const element = await opened();
    await expectAccessible(element);
    await toDiscount(element);
    await expectAccessible(element);
    press(await shownStep(element, 'fw-discount-offer'), 'secondary-button');
    await shownStep(element, 'fw-feedback-step');
    await expectAccessible(element);
    press(await shownStep(element, 'fw-feedback-step'), 'primary-button');
    await shownStep(element, 'fw-confirm-step');
    await expectAccessible(element);
    press(await shownStep(element, 'fw-confirm-step'), 'danger-button');
    await shownStep(element, 'fw-complete-step');
    await expectAccessible(element);
    await expectAccessible(await opened({ variant: 'inline', compliance: ['california'] }));
  });
});
