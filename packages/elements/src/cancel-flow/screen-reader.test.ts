import type { Flow } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/cancel-flow.js';
import { expectFocus, reachable } from '../testing/ax-tree.js';
import { heldHandlers, recordingHandlers } from '../testing/sample-flow.js';
import { choices, customer, followUps, monthly, threeMonths } from '../testing/samples.js';
import type { CancelFlowElement } from './cancel-flow.js';

const discount = { type: 'discount', couponId: 'STAY30', coupon: threeMonths } as const;

/** One of each question of the default flow. */
const flow: Flow = {
  id: 'whole',
  steps: [
    {
      id: 'why',
      type: 'survey',
      choices: choices.map((choice) => ({
        ...choice,
        ...(choice.id === 'budget' && { offer: discount, followUp: followUps.both }),
      })),
    },
    { id: 'words', type: 'feedback', required: true, minLength: 5 },
    {
      id: 'sure',
      type: 'confirm',
      losses: ['12 saved reports'],
      acknowledgement: 'I have saved my reports',
    },
  ],
};

async function onPage(properties: Partial<CancelFlowElement> = {}) {
  const page = await fixture<HTMLElement>(html`
    <main>
      <button>Leave us</button>
      <a href="#elsewhere">Elsewhere</a>
      <fw-cancel-flow></fw-cancel-flow>
    </main>
  `);
  const element = page.querySelector('fw-cancel-flow');
  const opener = page.querySelector('button');
  if (!element || !opener) throw new Error('The page is not complete.');
  Object.assign(element, {
    flow,
    customer,
    subscriptions: [monthly],
    handlers: recordingHandlers(),
    ...properties,
  });
  opener.addEventListener('click', () => element.show());
  opener.focus();
  return { element, opener };
}

/** A new step: its heading has the focus, names the dialog, and is announced. */
async function expectStep(element: CancelFlowElement, heading: string): Promise<void> {
  await expectFocus(`heading "${heading}"`);
  expect(await reachable('dialog')).to.deep.equal([`dialog "${heading}"`]);
  const status = element.shadowRoot?.querySelector('[role="status"]');
  expect(status?.textContent).to.equal(heading);
}

const keys = (...pressed: string[]) => userEvent.keyboard(pressed.join(''));

describe('a whole flow, by keyboard and screen reader', () => {
  it('leads from the button to the end and back to the button', async () => {
    const { element } = await onPage();
    await keys('{Enter}');

    await expectStep(element, 'What is your main reason for leaving?');
    expect(await reachable('link')).to.deep.equal([]);
    expect(await reachable('button')).to.deep.equal([
      'button "Close"',
      'button "Cancel subscription now"',
      'button "Continue"',
      'button "I’d rather not say"',
    ]);
    await keys('{Tab}');
    await expectFocus('radio "It costs too much"');
    expect(await reachable('radiogroup')).to.deep.equal([
      'radiogroup "What is your main reason for leaving?"',
    ]);
    await keys(' ', '{Enter}');

    await expectStep(element, 'It costs too much');
    expect(await reachable('radiogroup', 'textbox')).to.have.members([
      'radiogroup "What is it about the price?"',
      'textbox "Tell us about your situation"',
    ]);
    await keys('{Tab}');
    await expectFocus('radio "We have to cut costs"');
    await keys(' ', '{Enter}');

    await expectStep(element, 'Would a lower price help?');
    await keys('{Tab}');
    await expectFocus('button "Take this offer"');
    await keys('{Tab}');
    await expectFocus('button "No thanks, continue"');
    await keys('{Enter}');

    await expectStep(element, 'Is there anything we should have done differently?');
    await keys('{Tab}');
    await expectFocus('textbox "Is there anything we should have done differently?"');
    await keys('no', '{Tab}', '{Enter}');
    await expectFocus('textbox "Is there anything we should have done differently?"');
    expect(await reachable('alert')).to.have.length(1);
    await keys('ne at all', '{Tab}', '{Enter}');

    await expectStep(element, 'Cancel your subscription?');
    expect(await reachable('list')).to.deep.equal(['list "You would no longer have:"']);
    await keys('{Tab}');
    await expectFocus('checkbox "I have saved my reports"');
    await keys(' ', '{Tab}');
    await expectFocus('button "Cancel subscription"');
    await keys('{Enter}');

    await expectStep(element, 'Your subscription is cancelled');
    await keys('{Tab}');
    await expectFocus('button "Back to my account"');
    await keys('{Enter}');
    await expectFocus('button "Leave us"');
    expect(await reachable('dialog')).to.deep.equal([]);
    expect(await reachable('link')).to.deep.equal(['link "Elsewhere"']);
  });

  it('is left with Escape from any question, and not while something is in flight', async () => {
    const handlers = heldHandlers();
    const { element } = await onPage({ handlers });
    await keys('{Enter}');
    await expectStep(element, 'What is your main reason for leaving?');
    await keys('{Escape}');
    await expectFocus('button "Leave us"');

    await keys('{Enter}');
    await expectStep(element, 'What is your main reason for leaving?');
    await keys('{Shift>}{Tab}{/Shift}');
    await expectFocus('button "Close"');
    element.shadowRoot?.querySelector<HTMLElement>('[part="text-button"]')?.focus();
    await expectFocus('button "Cancel subscription now"');
    await keys('{Enter}');
    await expectStep(element, 'Cancelling your subscription…');
    expect(await reachable('progressbar')).to.deep.equal([
      'progressbar "Cancelling your subscription…"',
    ]);
    await keys('{Escape}');
    await expectStep(element, 'Cancelling your subscription…');
    handlers.settle(Promise.reject(new Error('no')));
    await expectStep(element, 'That did not work');
    await keys('{Tab}');
    await expectFocus('button "Try again"');
    await keys('{Escape}');
    await expectFocus('button "Leave us"');
  });
});
