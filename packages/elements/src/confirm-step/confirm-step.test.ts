import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/confirm-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { threeMonths } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { ConfirmStepElement } from './confirm-step.js';

async function confirm(properties: Partial<ConfirmStepElement> = {}): Promise<ConfirmStepElement> {
  const element = await fixture<ConfirmStepElement>(html`<fw-confirm-step></fw-confirm-step>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
}

function checkbox(element: ConfirmStepElement): HTMLInputElement {
  const found = element.shadowRoot?.querySelector<HTMLInputElement>('input[type="checkbox"]');
  if (!found) throw new Error('There is no box to tick.');
  return found;
}

const discount = { coupon: threeMonths, start: '2026-11-01T00:00:00.000Z' };

describe('fw-confirm-step', () => {
  it('lists what would be lost', async () => {
    const element = await confirm({ losses: ['12 reports', 'Priority support'] });
    const items = [...part(element, 'body').querySelectorAll('li')].map(words);
    expect(items).to.deep.equal(['12 reports', 'Priority support']);
  });

  it('says until when everything can be used, if that is known', async () => {
    const element = await confirm({ endsAt: '2999-12-10T12:00:00.000Z' });
    expect(words(part(element, 'body'))).to.contain('until December 10, 2999');
    element.endsAt = undefined;
    await element.updateComplete;
    expect(words(part(element, 'body'))).to.equal('');
  });

  it('says that access ends at once, if it does', async () => {
    const element = await confirm({ endsAt: '2020-12-10T12:00:00.000Z' });
    expect(words(part(element, 'body'))).to.equal('Your access ends right away.');
  });

  it('tells of every discount that would be lost', async () => {
    const element = await confirm({
      discounts: [discount, { ...discount, end: '2999-01-31T12:00:00.000Z' }],
    });
    const notices = parts(element, 'notice').map(words);
    expect(notices[0]).to.contain('30% off for 3 months.');
    expect(notices[1]).to.contain('30% off for 3 months, valid until January 31, 2999.');
  });

  it('cancels, and keeps, each with an intent that a host can veto', async () => {
    const element = await confirm();
    const events = recorded(element, 'fw-confirm', 'fw-close');
    part(element, 'danger-button').click();
    part(element, 'secondary-button').click();
    expect(events.map(({ type, cancelable }) => [type, cancelable])).to.deep.equal([
      ['fw-confirm', true],
      ['fw-close', true],
    ]);
  });

  it('tells when the box is ticked and unticked', async () => {
    const element = await confirm({ acknowledgement: 'I have saved my reports' });
    const events = recorded(element, 'fw-acknowledge');
    await userEvent.click(checkbox(element));
    await userEvent.click(checkbox(element));
    expect(events.map(({ detail }) => detail.value)).to.deep.equal([true, false]);
  });

  it('asks for the tick at the box, and puts the focus there', async () => {
    const element = await confirm({
      acknowledgement: 'I have saved my reports',
      issue: { code: 'acknowledgement_required' },
    });
    expect(checkbox(element)).to.have.attribute('aria-invalid', 'true');
    expect(element.shadowRoot?.activeElement).to.equal(checkbox(element));
    expect(words(part(element, 'alert'))).to.equal('Please tick the box first.');
  });

  it('shows what a business adds', async () => {
    const element = await fixture(
      html`<fw-confirm-step><p slot="extra">Export your data first.</p></fw-confirm-step>`,
    );
    const slot = element.shadowRoot?.querySelector<HTMLSlotElement>('slot[name="extra"]');
    expect(slot?.assignedElements().map(words)).to.deep.equal(['Export your data first.']);
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await confirm());
    await expectAccessible(
      await confirm({
        losses: ['12 reports'],
        endsAt: '2999-12-10T12:00:00.000Z',
        discounts: [discount],
        acknowledgement: 'I have saved my reports',
        canGoBack: true,
      }),
    );
    await expectAccessible(
      await confirm({
        acknowledgement: 'I have saved my reports',
        issue: { code: 'acknowledgement_required' },
      }),
    );
    await expectAccessible(await confirm({ busy: true, acknowledgement: 'Saved' }));
  });
});
