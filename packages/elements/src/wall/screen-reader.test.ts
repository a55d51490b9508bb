import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { afterEach, describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/failed-payment-wall.js';
import '../define/pause-wall.js';
import { expectFocus, reachable } from '../testing/ax-tree.js';
import { part, words } from '../testing/shadow.js';
import { clearWalls, open } from '../testing/wall-page.js';
import { overdue, pause, serviceUrl } from '../testing/wall-service.js';

afterEach(clearWalls);

const keys = (...pressed: string[]) => userEvent.keyboard(pressed.join(''));

/** A page whose link has the focus, and then a wall in front of it. */
async function onPage(wall: HTMLElement, properties: object): Promise<void> {
  const page = await fixture<HTMLElement>(html`<main><a href="#reports">Reports</a></main>`);
  page.querySelector('a')?.focus();
  Object.assign(wall, { serviceUrl, session: 'token', ...properties });
  page.append(wall);
}

const status = (wall: Element): string =>
  Array.from(wall.shadowRoot?.querySelectorAll('[role="status"]') ?? [], (each) =>
    each.textContent.trim(),
  ).join(' ');

describe('a pause wall, by keyboard and screen reader', () => {
  it('keeps the page out of reach, is never left by Escape, and gives the focus back', async () => {
    open(pause);
    const wall = document.createElement('fw-pause-wall');
    await onPage(wall, {});
    await expectFocus('heading "Your subscription is paused"');
    expect(await reachable('dialog')).to.deep.equal(['dialog "Your subscription is paused"']);
    expect(await reachable('link')).to.deep.equal([]);
    expect(await reachable('button')).to.deep.equal([
      'button "Resume now"',
      'button "Cancel subscription"',
    ]);
    await keys('{Escape}', '{Escape}', '{Tab}');
    await expectFocus('button "Resume now"');
    await keys('{Tab}', '{Enter}');

    await expectFocus('heading "Cancel your subscription?"');
    await keys('{Shift>}{Tab}{/Shift}');
    await expectFocus('button "Back"');
    await keys('{Enter}');
    await expectFocus('heading "Your subscription is paused"');

    await keys('{Tab}', '{Enter}');
    await expectFocus('link "Reports"');
    expect(await reachable('dialog')).to.deep.equal([]);
    await waitUntil(() => status(wall).includes('running again'), status(wall));
    wall.hide();
  });

  it('says what is being done, and brings a failure before the customer', async () => {
    const service = open(pause);
    service.replies['/resume'] = [{ status: 402, code: 'payment_declined' }];
    const wall = document.createElement('fw-pause-wall');
    await onPage(wall, {});
    await expectFocus('heading "Your subscription is paused"');
    await keys('{Tab}', '{Enter}');
    // An alert is not named by its words, it is read.
    await expectFocus('alert ""');
    expect(words(part(wall, 'alert'))).to.contain('Your payment was declined');
    wall.hide();
  });
});

describe('a failed-payment wall, by keyboard and screen reader', () => {
  it('leads to the payment, and gives the page back', async () => {
    open(overdue());
    const wall = document.createElement('fw-failed-payment-wall');
    await onPage(wall, { handlers: { handleSupportRequest: () => undefined } });
    await expectFocus('heading "Your last payment did not go through"');
    expect(await reachable('link')).to.deep.equal([]);
    expect(await reachable('button')).to.deep.equal([
      'button "Pay with another card"',
      'button "Try my saved card again"',
      'button "Contact support"',
    ]);
    await keys('{Escape}', '{Tab}', '{Tab}');
    await expectFocus('button "Try my saved card again"');
    await keys('{Enter}');
    await expectFocus('link "Reports"');
    await waitUntil(() => status(wall).includes('Your payment went through'), status(wall));
    wall.hide();
  });

  it('that is soft can be left with Escape', async () => {
    open(overdue());
    const wall = document.createElement('fw-failed-payment-wall');
    await onPage(wall, { softWall: true });
    await expectFocus('heading "Your last payment did not go through"');
    expect(await reachable('button')).to.include('button "Continue for now"');
    await keys('{Escape}');
    await expectFocus('link "Reports"');
  });
});
