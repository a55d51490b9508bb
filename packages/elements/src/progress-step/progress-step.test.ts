import type { ActionType } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import '../define/progress-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { ProgressStepElement } from './progress-step.js';

const progress = (action?: ActionType, slow = false) =>
  fixture<ProgressStepElement>(
    html`<fw-progress-step .action=${action} .slow=${slow}></fw-progress-step>`,
  );

describe('fw-progress-step', () => {
  const headings: [ActionType | undefined, string][] = [
    [undefined, 'Loading…'],
    ['cancel', 'Cancelling your subscription…'],
    ['discount', 'Applying your discount…'],
    ['pause', 'Pausing your subscription…'],
    ['planChange', 'Changing your plan…'],
    ['trialExtension', 'Extending your trial…'],
    ['contact', 'One moment…'],
  ];
  for (const [action, heading] of headings)
    it(`says what is being done: ${action ?? 'loading'}`, async () => {
      expect(words(part(await progress(action), 'heading'))).to.equal(heading);
    });

  it('shows no way out at first', async () => {
    expect(parts(await progress('cancel'), 'footer')).to.have.length(0);
  });

  it('says so when it takes long, and shows a way out', async () => {
    const element = await progress('cancel', true);
    const events = recorded(element, 'fw-close');
    expect(words(part(element, 'notice'))).to.contain('longer than usual');
    part(element, 'secondary-button').click();
    expect(events).to.have.length(1);
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await progress());
    await expectAccessible(await progress('cancel'));
    await expectAccessible(await progress('cancel', true));
  });
});
