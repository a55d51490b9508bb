import type { ErrorCode } from '@fairwell/contract';
import type { VerificationIssue } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { StepElement } from '../base/step-element.js';
import { errorWords } from '../error-step/error-words.js';
import { BackEvent, NextEvent, RetryEvent, WriteEvent } from '../events/intents.js';
import { msg, str } from '../localization/localization.js';
import { durationText } from '../localization/phrases.js';
import { Countdown } from './countdown.js';
import { emailStepStyles } from './email-step.styles.js';

type Problem = VerificationIssue['code'] | ErrorCode;

const words: Record<Problem, () => string> = {
  ...errorWords,
  email_invalid: () => msg('Please write your whole email address.', { id: 'problemEmailInvalid' }),
  code_incomplete: () => msg('Please write all six digits.', { id: 'problemCodeIncomplete' }),
  rate_limited: () =>
    msg('That was one try too many. Please wait a while before the next.', {
      id: 'problemRateLimited',
    }),
};

/**
 * @summary Makes sure who a customer is that has not signed in: asks for an email address, and then
 * for the code that was mailed to it.
 * @tag fw-email-step
 *
 * @fires {WriteEvent} fw-write - The address or the code was typed; `detail.text` is all of it.
 * @fires {NextEvent} fw-next - Go on with the address, or with the code.
 * @fires {RetryEvent} fw-retry - Send a new code.
 * @fires {BackEvent} fw-back - To another address.
 *
 * @csspart step - The whole step; also `email-step`.
 * @csspart email-step - The whole step.
 * @csspart header - Heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - What is asked for.
 * @csspart description - The text under it.
 * @csspart body - The field.
 * @csspart input - Where the address or the code goes.
 * @csspart alert - Why the last press did not go on.
 * @csspart footer - The buttons.
 * @csspart primary-button - Goes on.
 * @csspart counter - How long until a new code can be sent.
 * @csspart text-button - Sends a new code, or leads to another address.
 */
export class EmailStepElement extends StepElement {
  static override styles: CSSResultGroup = [StepElement.styles, emailStepStyles];

  protected override readonly kind = 'email-step';

  /** Is the address asked for, or the code that was mailed to it. */
  @property() stage: 'ask' | 'code' = 'ask';

  /** The address. */
  @property() email = '';

  /** The digits typed. */
  @property() code = '';

  /** No new code before, ISO 8601 UTC. */
  @property({ attribute: 'resend-at' }) resendAt?: string | undefined;

  /** The code is good until then, ISO 8601 UTC. */
  @property({ attribute: 'expires-at' }) expiresAt?: string | undefined;

  /** Why the address or the code did not do, or a new code was not sent; stands at the field. */
  @property({ attribute: false }) problem: { code: Problem } | null = null;

  readonly #wait = new Countdown(this, () => this.resendAt);
  #isResent = false;

  protected override defaultHeader(): string {
    return this.stage === 'ask'
      ? msg('First, what is your email address?', { id: 'emailHeader' })
      : msg('Enter the code from our mail', { id: 'emailCodeHeader' });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('stage')) this.#isResent = false;
    else if (changed.get('resendAt')) this.#isResent = true;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const failed = changed.has('problem') && this.problem;
    const resent = changed.get('resendAt') && !changed.has('stage');
    if (failed || resent) this.renderRoot.querySelector<HTMLElement>('#field')?.focus();
  }

  protected override renderBody(): TemplateResult {
    return html`
      <p id="hint">${this.stage === 'ask' ? this.#purpose() : this.#whereabouts()}</p>
      <form id="form" class="field" novalidate @submit=${this.#submit}>
        ${this.stage === 'ask' ? this.#renderEmail() : this.#renderCode()}
      </form>
      ${this.renderIssue()}
    `;
  }

  protected override renderIssue(): TemplateResult | typeof nothing {
    return this.problem
      ? html`<p part="alert" id="issue" role="alert">${words[this.problem.code]()}</p>`
      : nothing;
  }

  protected override renderFooter(): TemplateResult {
    return html`
      <button part="primary-button" form="form" ?disabled=${this.busy}>
        ${
          this.stage === 'ask'
            ? msg('Send me a code', { id: 'emailSend' })
            : msg('Continue', { id: 'next' })
        }
      </button>
      ${this.stage === 'code' ? this.#renderOtherWays() : nothing}
    `;
  }

  #renderEmail(): TemplateResult {
    return html`
      <label class="question" for="field">${msg('Email address', { id: 'emailLabel' })}</label>
      <input
        part="input"
        id="field"
        name="email"
        type="email"
        autocomplete="email"
        required
        aria-describedby=${this.#describedBy}
        aria-invalid=${this.problem !== null}
        ?readonly=${this.busy}
        .value=${live(this.email)}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#write('email', target.value);
        }}
      />
    `;
  }

  #renderCode(): TemplateResult {
    return html`
      <label class="question" for="field">${msg('Six-digit code', { id: 'emailCodeLabel' })}</label>
      <input
        part="input"
        class="code"
        id="field"
        name="code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        pattern="[0-9]{6}"
        dir="ltr"
        required
        aria-describedby=${this.#describedBy}
        aria-invalid=${this.problem !== null}
        ?readonly=${this.busy}
        .value=${live(this.code)}
        @input=${({ target }: Event) => {
          if (target instanceof HTMLInputElement) this.#write('code', target.value);
        }}
      />
    `;
  }

  #renderOtherWays(): TemplateResult {
    const { seconds } = this.#wait;
    return html`
      ${
        seconds > 0
          ? html`<p part="counter">${this.#waitText(seconds)}</p>`
          : this.renderButton(
              'text-button',
              msg('Send a new code', { id: 'emailResend' }),
              () => new RetryEvent(),
            )
      }
      ${this.renderButton(
        'text-button',
        msg('Use another address', { id: 'emailChange' }),
        () => new BackEvent(),
      )}
      <p class="visually-hidden" role="status">${this.#status(seconds)}</p>
    `;
  }

  #purpose(): string {
    return msg(
      'Use the one of your subscription. We mail a code to it, to be sure that it’s you.',
      {
        id: 'emailPurpose',
      },
    );
  }

  /** Says nothing of whether there is a customer with this address. */
  #whereabouts(): string {
    const { email } = this;
    const end = Date.parse(this.expiresAt ?? '');
    if (Number.isNaN(end))
      return msg(str`If ${email} belongs to a subscription, a code is on its way to it.`, {
        id: 'emailMailed',
      });
    const time = new Intl.DateTimeFormat(this.locale, { timeStyle: 'short' }).format(end);
    return msg(
      str`If ${email} belongs to a subscription, a code is on its way to it. It works until ${time}.`,
      { id: 'emailMailedUntil' },
    );
  }

  #waitText(seconds: number): string {
    const time = durationText(seconds, 'second', this.locale);
    return this.#isResent
      ? msg(str`A new code is on its way. You can ask for another in ${time}.`, {
          id: 'emailResentWait',
        })
      : msg(str`No mail? You can ask for a new code in ${time}.`, { id: 'emailWait' });
  }

  /** Heard once for each thing that happens, and not each second. */
  #status(seconds: number): string {
    if (seconds === 0) return msg('You can ask for a new code now.', { id: 'emailResendReady' });
    return this.#isResent ? msg('A new code is on its way.', { id: 'emailResent' }) : '';
  }

  get #describedBy(): string {
    return this.problem ? 'hint issue' : 'hint';
  }

  #write(field: 'email' | 'code', text: string): void {
    this[field] = text;
    this.dispatchEvent(new WriteEvent(text));
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    this.dispatchEvent(new NextEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-email-step': EmailStepElement;
  }
}
