import type { PauseOffer, Subscription } from '@fairwell/contract';
import { expect, fixture, html } from '@open-wc/testing';
import { describe, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/pause-offer.js';
import { expectAccessible } from '../testing/accessible.js';
import { monthly, now } from '../testing/samples.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { PauseOfferElement } from './pause-offer.js';

async function pause(
  offer: Partial<PauseOffer> = {},
  properties: Partial<PauseOfferElement> = {},
): Promise<PauseOfferElement> {
  const element = await fixture<PauseOfferElement>(html`<fw-pause-offer></fw-pause-offer>`);
  Object.assign(element, {
    offer: { type: 'pause', maxLength: 3, interval: 'month', ...offer },
    subscription: monthly,
    now,
    timeZone: 'UTC',
    ...properties,
  });
  await element.updateComplete;
  return element;
}

/** Takes the offer, and gives what was sent. */
function taken(element: PauseOfferElement) {
  const events = recorded(element, 'fw-accept');
  part(element, 'primary-button').click();
  return events.map(({ detail }) => detail.selection);
}

async function pickDay(element: PauseOfferElement, day: string): Promise<void> {
  await userEvent.fill(part(element, 'input'), day);
  part(element, 'input').dispatchEvent(new Event('change'));
  await element.updateComplete;
}

describe('fw-pause-offer', () => {
  it('offers each length up to the longest, the shortest first', async () => {
    const element = await pause();
    expect(parts(element, 'option').map(words)).to.deep.equal(['1 month', '2 months', '3 months']);
    expect(taken(element)).to.deep.equal([{ length: 1 }]);
  });

  it('sends the length that was chosen', async () => {
    const element = await pause();
    await userEvent.click(part(element, 'option', 2));
    expect(taken(element)).to.deep.equal([{ length: 3 }]);
  });

  it('tells when it starts again, and tells it anew with each choice', async () => {
    const element = await pause();
    const notice = part(element, 'notice');
    expect(notice).to.have.attribute('role', 'status');
    expect(words(notice)).to.contain('pauses today and starts again on December 21, 2026');
    const events = recorded(element, 'fw-select');
    await userEvent.click(part(element, 'option', 1));
    await element.updateComplete;
    expect(part(element, 'notice')).to.equal(notice);
    expect(words(notice)).to.contain('starts again on January 21, 2027');
    expect(events.map(({ detail }) => detail.id)).to.deep.equal(['2']);
  });

  it('ends a month on its last day, not in the next', async () => {
    const element = await pause({}, { now: () => new Date('2027-01-31T12:00:00.000Z') });
    expect(words(part(element, 'notice'))).to.contain('starts again on February 28, 2027');
  });

  it('counts from the end of the paid period where the pause waits for it', async () => {
    const element = await pause({ startAt: 'periodEnd' });
    const terms = words(part(element, 'notice'));
    expect(terms).to.contain('goes on until December 10, 2026');
    expect(terms).to.contain('starts again on January 10, 2027');
  });

  it('leaves nothing to choose where there is one length', async () => {
    const element = await pause({ maxLength: 1, interval: 'week' });
    expect(parts(element, 'option')).to.have.length(0);
    expect(words(part(element, 'notice'))).to.contain('starts again on November 28, 2026');
    expect(taken(element)).to.deep.equal([{ length: 1 }]);
  });

  it('offers many lengths in a list', async () => {
    const element = await pause({ maxLength: 12 });
    const list = part(element, 'input');
    expect(list.querySelectorAll('option')).to.have.length(12);
    await userEvent.selectOptions(list, '12');
    await element.updateComplete;
    expect(words(part(element, 'notice'))).to.contain('starts again on November 21, 2027');
    expect(taken(element)).to.deep.equal([{ length: 12 }]);
  });

  it('takes a day between tomorrow and the longest pause', async () => {
    const element = await pause({ datePicker: true });
    const field = part(element, 'input');
    expect(field).to.have.attribute('min', '2026-11-22');
    expect(field).to.have.attribute('max', '2027-02-21');
    await pickDay(element, '2027-01-07');
    expect(words(part(element, 'notice'))).to.contain('starts again on January 7, 2027');
    expect(taken(element)).to.deep.equal([{ until: '2027-01-07T00:00:00.000Z' }]);
  });

  it('proposes a day, one interval ahead', async () => {
    const element = await pause({ datePicker: true, interval: 'week' });
    expect(part(element, 'input')).to.have.value('2026-11-28');
  });

  it('takes days after the paid period where the pause waits for its end', async () => {
    const element = await pause({ datePicker: true, startAt: 'periodEnd' });
    expect(part(element, 'input')).to.have.attribute('min', '2026-12-11');
    expect(part(element, 'input')).to.have.attribute('max', '2027-03-10');
  });

  it('counts days in the zone it is given', async () => {
    const element = await pause({ datePicker: true }, { timeZone: 'Asia/Tokyo' });
    await pickDay(element, '2027-01-07');
    expect(words(part(element, 'notice'))).to.contain('starts again on January 7, 2027');
    expect(taken(element)).to.deep.equal([{ until: '2027-01-06T15:00:00.000Z' }]);
  });

  it('says which days there are when none of them is picked, and promises no date', async () => {
    const element = await pause({ datePicker: true });
    const days = 'Please choose a day from November 22, 2026 to February 21, 2027.';
    for (const day of ['', '2026-11-21', '2027-02-22']) {
      await pickDay(element, day);
      expect(words(part(element, 'notice'))).to.equal(days);
      expect(taken(element)).to.deep.equal([{ until: undefined }]);
    }
    element.issue = { code: 'selection_invalid' };
    await element.updateComplete;
    const field = part(element, 'input');
    expect(words(part(element, 'alert'))).to.equal(days);
    expect(field).to.have.attribute('aria-describedby', part(element, 'alert').id);
    expect(element.shadowRoot?.activeElement).to.equal(field);
    expect(parts(element, 'notice')).to.have.length(0);
  });

  it('speaks the nearest language', async () => {
    const element = await pause();
    element.lang = 'de';
    element.requestUpdate();
    await element.updateComplete;
    expect(parts(element, 'option').map(words)).to.contain('2 Monate');
    expect(words(part(element, 'notice'))).to.contain('21. Dezember 2026');
  });

  it('is taken with the keyboard alone', async () => {
    const element = await pause();
    const events = recorded(element, 'fw-accept');
    element.focus();
    await userEvent.keyboard('{Tab}{ArrowDown}{Tab}{Enter}');
    expect(events.map(({ detail }) => detail.selection)).to.deep.equal([{ length: 2 }]);
  });

  it('sends nothing while something is in flight', async () => {
    const element = await pause({}, { busy: true });
    const events = recorded(element, 'fw-decline', 'fw-select');
    part(element, 'secondary-button').click();
    part(element, 'option', 1).click();
    expect(taken(element)).to.deep.equal([]);
    expect(events).to.have.length(0);
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await pause());
    await expectAccessible(await pause({ maxLength: 1 }));
    await expectAccessible(await pause({ maxLength: 12 }));
    await expectAccessible(await pause({ datePicker: true }));
    const issue = { code: 'selection_invalid' } as const;
    await expectAccessible(await pause({ datePicker: true }, { day: '', issue }));
    await expectAccessible(await pause({}, { busy: true }));
    await expectAccessible(
      await pause({}, { subscription: undefined as Subscription | undefined }),
    );
  });
});
