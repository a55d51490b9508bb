import { expect, fixture, html } from '@open-wc/testing';
import { afterEach, describe, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import '../define/email-step.js';
import { expectAccessible } from '../testing/accessible.js';
import { part, parts, recorded, words } from '../testing/shadow.js';
import type { EmailStepElement } from './email-step.js';

const now = new Date('2026-11-21T12:00:00.000Z');
const after = (seconds: number): string => new Date(now.getTime() + seconds * 1000).toISOString();

async function emailStep(properties: Partial<EmailStepElement> = {}): Promise<EmailStepElement> {
  const element = await fixture<EmailStepElement>(html`<fw-email-step></fw-email-step>`);
  Object.assign(element, properties);
  await element.updateComplete;
  return element;
}

const codeStep = (properties: Partial<EmailStepElement> = {}) =>
  emailStep({ stage: 'code', email: 'ada@example.com', ...properties });

function input(element: EmailStepElement): HTMLInputElement {
  const field = part(element, 'input');
  if (!(field instanceof HTMLInputElement)) throw new Error('There is no field.');
  return field;
}

function status(element: EmailStepElement): string {
  const found = element.shadowRoot?.querySelector('[role="status"]');
  return found ? words(found) : '';
}

/** What describes the field to who cannot see it. */
function describedBy(element: EmailStepElement): string {
  const ids = input(element).getAttribute('aria-describedby') ?? '';
  return ids
    .split(' ')
    .map((id) => element.shadowRoot?.getElementById(id)?.textContent ?? '')
    .join(' ');
}

/** Stops the clock; seconds pass when they are told to. */
function stopClock(): void {
  vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] });
}

async function pass(element: EmailStepElement, seconds: number): Promise<void> {
  vi.advanceTimersByTime(seconds * 1000);
  await element.updateComplete;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('fw-email-step', () => {
  describe('the address', () => {
    it('is given with the keyboard alone', async () => {
      const element = await emailStep();
      const events = recorded(element, 'fw-write', 'fw-next');
      element.focus();
      await userEvent.keyboard('{Tab}a@b{Enter}');
      expect(events.map(({ type }) => type)).to.deep.equal([
        'fw-write',
        'fw-write',
        'fw-write',
        'fw-next',
      ]);
      expect(element.email).to.equal('a@b');
    });

    it('is a field that browsers know how to fill in', async () => {
      const field = input(await emailStep({ email: 'ada@example.com' }));
      expect(field.type).to.equal('email');
      expect(field.autocomplete).to.equal('email');
      expect(field.value).to.equal('ada@example.com');
      expect(field.labels?.[0]).to.have.text('Email address');
    });

    it('is pointed at when it will not do', async () => {
      const element = await emailStep({ problem: { code: 'email_invalid' } });
      expect(describedBy(element)).to.contain('Please write your whole email address.');
      expect(input(element)).to.have.attribute('aria-invalid', 'true');
      expect(element.shadowRoot?.activeElement).to.equal(input(element));
    });

    it('keeps the focus while it is sent, and sends nothing twice', async () => {
      const element = await emailStep({ email: 'ada@example.com' });
      const events = recorded(element, 'fw-write', 'fw-next');
      input(element).focus();
      element.busy = true;
      await element.updateComplete;
      await userEvent.keyboard('x{Enter}');
      part(element, 'primary-button').click();
      expect(events).to.have.length(0);
      expect(element.shadowRoot?.activeElement).to.equal(input(element));
    });
  });

  describe('the code', () => {
    it('is a field that phones fill in from the mail', async () => {
      const field = input(await codeStep());
      expect(field.inputMode).to.equal('numeric');
      expect(field.autocomplete).to.equal('one-time-code');
      expect(field.labels?.[0]).to.have.text('Six-digit code');
      for (const [code, fits] of [
        ['123456', true],
        ['12345', false],
        ['12345a', false],
      ] as const) {
        field.value = code;
        expect(field.checkValidity(), code).to.equal(fits);
      }
    });

    it('can be pasted with its spaces, and then shows what counts', async () => {
      const element = await codeStep();
      const events = recorded(element, 'fw-write');
      const copied = await fixture<HTMLInputElement>(
        html`<input aria-label="Copied" value=" 123 456 " />`,
      );
      copied.select();
      await userEvent.copy();
      input(element).focus();
      await userEvent.paste();
      expect(events.map(({ detail }) => detail.text)).to.deep.equal([' 123 456 ']);
      element.code = '123456';
      await element.updateComplete;
      expect(input(element).value).to.equal('123456');
    });

    it('takes a letter out of the field that was taken out of the code', async () => {
      const element = await codeStep({ code: '12' });
      element.addEventListener('fw-write', () => (element.code = '12'));
      input(element).focus();
      await userEvent.keyboard('{End}a');
      await element.updateComplete;
      expect(input(element).value).to.equal('12');
    });

    it('was mailed, as far as anybody is told', async () => {
      const element = await codeStep({ expiresAt: after(900) });
      expect(describedBy(element)).to.match(/^If ada@example\.com belongs to .* works until \d/);
      element.expiresAt = 'soon';
      await element.updateComplete;
      expect(describedBy(element)).not.to.contain('until');
    });

    it.each([
      ['code_invalid', 'That code is not right.'],
      ['code_expired', 'Ask for a new one.'],
      ['rate_limited', 'Please wait a while'],
      ['network', 'Check your connection'],
    ] as const)('is pointed at after %s', async (code, text) => {
      const element = await codeStep({ code: '123465', problem: { code } });
      expect(describedBy(element)).to.contain(text);
      expect(input(element)).to.have.attribute('aria-invalid', 'true');
      expect(element.shadowRoot?.activeElement).to.equal(input(element));
    });

    it('can be mailed to another address', async () => {
      const element = await codeStep();
      const events = recorded(element, 'fw-back');
      part(element, 'text-button', 1).click();
      expect(events).to.have.length(1);
    });
  });

  describe('a new code', () => {
    it('is offered when the wait is over, which is shown each second and said once', async () => {
      stopClock();
      const element = await codeStep({ resendAt: after(60) });
      const said = new Set([status(element)]);
      expect(words(part(element, 'counter'))).to.contain('in 60 seconds');
      await pass(element, 1);
      said.add(status(element));
      expect(words(part(element, 'counter'))).to.contain('in 59 seconds');
      await pass(element, 58);
      said.add(status(element));
      expect(words(part(element, 'counter'))).to.contain('in 1 second.');
      expect(parts(element, 'text-button')).to.have.length(1);
      expect([...said]).to.deep.equal(['']);
      await pass(element, 1);
      expect(parts(element, 'counter')).to.have.length(0);
      expect(status(element)).to.equal('You can ask for a new code now.');
      const events = recorded(element, 'fw-retry');
      part(element, 'text-button').click();
      expect(events).to.have.length(1);
    });

    it('is said to be on its way, and the focus goes to its field', async () => {
      stopClock();
      const element = await codeStep({ resendAt: after(0) });
      element.resendAt = after(60);
      await element.updateComplete;
      expect(status(element)).to.equal('A new code is on its way.');
      expect(words(part(element, 'counter'))).to.contain('another in 60 seconds');
      expect(element.shadowRoot?.activeElement).to.equal(input(element));
    });

    it('is waited for by nobody when the step is gone', async () => {
      stopClock();
      const element = await codeStep({ resendAt: after(60) });
      expect(vi.getTimerCount()).to.equal(1);
      const { parentElement } = element;
      element.remove();
      expect(vi.getTimerCount()).to.equal(0);
      parentElement?.append(element);
      await element.updateComplete;
      await pass(element, 30);
      expect(words(part(element, 'counter'))).to.contain('in 30 seconds');
      await pass(element, 30);
      expect(vi.getTimerCount()).to.equal(0);
    });

    it.each([-3600, 3600])(
      'is offered at once where the clock is put by %s seconds',
      async (by) => {
        stopClock();
        const element = await codeStep({ resendAt: after(60) });
        vi.setSystemTime(Date.now() + by * 1000);
        await pass(element, 1);
        expect(parts(element, 'counter')).to.have.length(0);
        expect(status(element)).to.equal('You can ask for a new code now.');
        expect(vi.getTimerCount()).to.equal(0);
      },
    );

    it('is offered at once where nothing says how long to wait', async () => {
      const element = await codeStep({ resendAt: 'whenever' });
      expect(parts(element, 'counter')).to.have.length(0);
    });
  });

  it('is accessible in every state', async () => {
    await expectAccessible(await emailStep());
    await expectAccessible(await emailStep({ problem: { code: 'email_invalid' } }));
    await expectAccessible(await emailStep({ busy: true, email: 'ada@example.com' }));
    await expectAccessible(await codeStep({ resendAt: '2999-01-01T00:00:00.000Z' }));
    await expectAccessible(await codeStep({ expiresAt: after(900), canGoBack: true }));
    await expectAccessible(await codeStep({ problem: { code: 'code_invalid' } }));
  });
});
