import { FairwellError } from '@fairwell/core';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import '../define/error-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { ErrorStepElement } from './error-step.js';
import { errorWords } from './error-words.js';

async function failure(properties: Partial<ErrorStepElement> = {}): Promise<ErrorStepElement> {
  const element = await fixture<ErrorStepElement>(html`<fw-error-step></fw-error-step>`);
  Object.assign(element, { error: new FairwellError('network', 'GET failed') }, properties);
  await element.updateComplete;
  return element;
}

const buttons = (element: ErrorStepElement): string[] =>
  [...part(element, 'footer').querySelectorAll('button')].map(words);

describe('fw-error-step', () => {
  it('says what a customer can do, and nothing that is meant for a developer', async () => {
    const text = words(part(await failure(), 'body'));
    expect(text).to.contain('Check your connection');
    expect(text).not.to.contain('GET failed');
  });

  it('gives the host’s own words in place of ours', async () => {
    const error = new FairwellError('handler_failed', 'rejected', {
      customerMessage: 'Please call us on Monday.',
    });
    expect(words(part(await failure({ error }), 'body'))).to.equal('Please call us on Monday.');
  });

  it('names the request, for whoever asks support', async () => {
    const error = new FairwellError('internal', 'boom', { requestId: 'req_42' });
    expect(words(part(await failure({ error }), 'body'))).to.contain('req_42');
  });

  it('does not call it a failure that the subscription is cancelled already', async () => {
    const error = new FairwellError('already_canceled', 'cancelled');
    expect(words(part(await failure({ error }), 'heading'))).to.equal('Already cancelled');
  });

  it('has a sentence for every error, none of them technical', () => {
    for (const [code, write] of Object.entries(errorWords)) {
      expect(write(), code).to.match(/^[A-Z].{20,}\.$/);
      expect(write(), code).not.to.match(/token|session|handler|provider|request|invalid|_/i);
    }
  });

  it('offers the ways on that there are, the best one first', async () => {
    expect(buttons(await failure())).to.deep.equal(['Close']);
    expect(buttons(await failure({ canContinue: true }))).to.deep.equal(['Continue', 'Close']);
    const element = await failure({ canRetry: true, canContinue: true });
    expect(buttons(element)).to.deep.equal(['Try again', 'Continue', 'Close']);
    expect(parts(element, 'primary-button').map(words)).to.deep.equal(['Try again']);
  });

  it('sends what was pressed', async () => {
    const element = await failure({ canRetry: true, canContinue: true });
    const events = recorded(element, 'fw-retry', 'fw-continue', 'fw-close');
    for (const button of part(element, 'footer').querySelectorAll('button')) button.click();
    expect(events.map(({ type }) => type)).to.deep.equal(['fw-retry', 'fw-continue', 'fw-close']);
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await failure());
    await expectAccessible(
      await failure({
        error: new FairwellError('internal', 'boom', { requestId: 'req_42' }),
        canRetry: true,
        canContinue: true,
      }),
    );
  });
});
