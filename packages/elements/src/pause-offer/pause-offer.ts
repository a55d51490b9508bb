import type { PauseOffer } from '@fairwell/contract';
import { formatDate, pauseEnd, pauseStart, type OfferSelection } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { OfferElement } from '../base/offer-element.js';
import { SelectEvent } from '../events/intents.js';
import { msg, str } from '../localization/localization.js';
import { durationText } from '../localization/phrases.js';
import { renderOptionList } from '../parts/option-list.js';
import { startOfDay } from './calendar-day.js';
import { pauseOfferStyles } from './pause-offer.styles.js';
import { resumeDays, type ResumeDays } from './resume-days.js';

/** From here on a list of radio buttons is longer than it is clear. */
const longestList = 4;

/**
 * @summary Offers a pause: for how long or until which day, and when billing starts again.
 * @tag fw-pause-offer
 *
 * @fires {SelectEvent} fw-select - A length or a day was picked; `detail.id` says which: `2`, `2026-12-24`.
 * @fires {AcceptEvent} fw-accept - Pause; `detail.selection` has the `length`, or the moment `until`. Can be vetoed.
 * @fires {DeclineEvent} fw-decline - Refuse it and go on.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `pause-step`.
 * @csspart pause-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The offer in a line.
 * @csspart description - The text under it.
 * @csspart body - The choice and what it comes to.
 * @csspart option - A length to choose.
 * @csspart option-input - Its radio button.
 * @csspart option-label - Its words.
 * @csspart input - The field for a day, or the list of lengths where they are many.
 * @csspart notice - When the pause starts and ends.
 * @csspart alert - Why the last press did not go on.
 * @csspart footer - The buttons.
 * @csspart primary-button - Takes the offer.
 * @csspart secondary-button - Refuses it.
 *
 * @cssprop [--fw-option-radius] - Corner of a choice; `--fw-radius` by default.
 */
export class PauseOfferElement extends OfferElement {
  static override styles: CSSResultGroup = [OfferElement.styles, pauseOfferStyles];

  protected override readonly kind = 'pause-step';

  /** The offer: its longest pause, and whether a day is picked. */
  @property({ attribute: false }) offer?: PauseOffer | undefined;

  /** How many intervals were picked. */
  @property({ type: Number }) length = 1;

  /** The day picked to start again, `2026-12-24`; one interval ahead until one is picked. */
  @property() day?: string | undefined;

  /** IANA name of the zone that days are counted in; the reader's own where it is absent. */
  @property({ attribute: 'time-zone' }) timeZone?: string | undefined;

  /** Tells the time. */
  @property({ attribute: false }) now: () => Date = () => new Date();

  protected override defaultHeader(): string {
    return msg('Would a break help?', { id: 'pauseHeader' });
  }

  protected override acceptLabel(): string {
    return msg('Pause my subscription', { id: 'pauseSubscription' });
  }

  protected override selection(): OfferSelection {
    return this.offer?.datePicker
      ? { until: this.#resumesAt(this.offer) }
      : { length: this.length };
  }

  protected override renderBody(): TemplateResult | typeof nothing {
    const { offer } = this;
    if (!offer) return nothing;
    const resumesAt = this.#resumesAt(offer);
    return html`
      ${offer.datePicker ? this.#renderDay(offer) : this.#renderLengths(offer)}
      ${this.renderIssue()}
      ${
        this.issue && !resumesAt
          ? nothing
          : html`<p part="notice" role="status">
              ${resumesAt ? this.#terms(offer, resumesAt) : this.#dayHint(offer)}
            </p>`
      }
    `;
  }

  protected override renderIssue(): TemplateResult | typeof nothing {
    return this.issue && this.offer?.datePicker
      ? html`<p part="alert" id="issue" role="alert">${this.#dayHint(this.offer)}</p>`
      : super.renderIssue();
  }

  #renderLengths(offer: PauseOffer): TemplateResult | typeof nothing {
    const { interval, maxLength } = offer;
    if (maxLength === 1) return nothing;
    const lengths = Array.from({ length: maxLength }, (_, index) => index + 1);
    const label = (length: number): string => durationText(length, interval, this.locale);
    const question = msg('How long would you like to pause?', { id: 'howLongToPausePrompt' });
    if (maxLength > longestList)
      return html`
        <div class="field">
          <label class="question" for="length">${question}</label>
          <select
            part="input"
            id="length"
            aria-describedby=${this.issue ? 'issue' : nothing}
            aria-invalid=${this.issue !== null}
            ?disabled=${this.busy}
            @change=${({ target }: Event) => {
              if (target instanceof HTMLSelectElement) this.#pickLength(target.value);
            }}
          >
            ${lengths.map(
              (length) =>
                html`<option .value=${String(length)} .selected=${length === this.length}>
                  ${label(length)}
                </option>`,
            )}
          </select>
        </div>
      `;
    return html`
      <div class="choice">
        <p class="question" id="question">${question}</p>
        ${renderOptionList({
          options: lengths.map((length) => ({ id: String(length), label: label(length) })),
          selected: String(this.length),
          disabled: this.busy,
          invalid: this.issue !== null,
          labelledBy: 'question',
          select: (id) => this.#pickLength(id),
        })}
      </div>
    `;
  }

  #renderDay(offer: PauseOffer): TemplateResult {
    const { first, last, proposed } = this.#days(offer);
    return html`
      <div class="field">
        <label class="question" for="day">${msg('Start again on', { id: 'pauseUntilDay' })}</label>
        <input
          part="input"
          id="day"
          type="date"
          min=${first}
          max=${last}
          aria-describedby=${this.issue ? 'issue' : nothing}
          aria-invalid=${this.issue !== null}
          ?disabled=${this.busy}
          .value=${this.day ?? proposed}
          @change=${this.#pickDay}
        />
      </div>
    `;
  }

  #pickLength(id: string): void {
    this.length = Number(id);
    this.dispatchEvent(new SelectEvent(id));
  }

  #pickDay({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.day = target.value;
    this.dispatchEvent(new SelectEvent(this.day));
  }

  #start(offer: PauseOffer): Date {
    return pauseStart(offer, this.subscriptions, this.now());
  }

  #days(offer: PauseOffer): ResumeDays {
    return resumeDays(offer, this.#start(offer), this.timeZone);
  }

  /** When billing starts again; undefined where the day picked cannot be. */
  #resumesAt(offer: PauseOffer): string | undefined {
    if (!offer.datePicker)
      return pauseEnd({ interval: offer.interval, length: this.length }, this.#start(offer));
    const { first, last, proposed } = this.#days(offer);
    const { day = proposed } = this;
    return day >= first && day <= last ? startOfDay(day, this.timeZone)?.toISOString() : undefined;
  }

  #dayHint(offer: PauseOffer): string {
    const days = this.#days(offer);
    const first = formatDate(days.first, this.locale, 'UTC');
    const last = formatDate(days.last, this.locale, 'UTC');
    return msg(str`Please choose a day from ${first} to ${last}.`, { id: 'pauseDays' });
  }

  /** From when to when, in words: renewed with each choice, and read out. */
  #terms(offer: PauseOffer, resumesAt: string): string {
    const date = (instant: string): string => formatDate(instant, this.locale, this.timeZone);
    const pauseStarts = this.#start(offer);
    const start = date(pauseStarts.toISOString());
    const end = date(resumesAt);
    return pauseStarts > this.now()
      ? msg(
          str`Your subscription goes on until ${start}, the end of the period you have paid for. Then it pauses, and it starts again on ${end}. In between, nothing is charged.`,
          { id: 'pauseTermsLater' },
        )
      : msg(
          str`Your subscription pauses today and starts again on ${end}. In between, nothing is charged.`,
          { id: 'pauseTerms' },
        );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-pause-offer': PauseOfferElement;
  }
}
