import type { PlanChangeOffer, PlanOption, Price, SubscriptionItem } from '@fairwell/contract';
import { planSettlement, type OfferSelection } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { OfferElement } from '../base/offer-element.js';
import { SelectEvent } from '../events/intents.js';
import { msg, str } from '../localization/localization.js';
import { priceText } from '../localization/phrases.js';
import { planChangeOfferStyles } from './plan-change-offer.styles.js';
import { settlementWords } from './settlement-words.js';

/**
 * @summary Offers another plan, or a choice of several side by side.
 * @tag fw-plan-change-offer
 *
 * @fires {SelectEvent} fw-select - A plan was picked; `detail.id` is its price id.
 * @fires {AcceptEvent} fw-accept - Change to the plan of `detail.selection.priceId`. Can be vetoed.
 * @fires {DeclineEvent} fw-decline - Refuse it and go on.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `plan-change-step`.
 * @csspart plan-change-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The offer in a line.
 * @csspart description - The text under it.
 * @csspart body - The plans.
 * @csspart plan - A plan.
 * @csspart plan-name - What it is called.
 * @csspart plan-tagline - Whom it is for, in a line.
 * @csspart plan-features - Its highlights.
 * @csspart option-input - The radio button of a plan, where there are several.
 * @csspart price - What it costs.
 * @csspart price-before - Its regular price, struck through.
 * @csspart notice - What happens to the days that are paid for already.
 * @csspart alert - Why the last press did not go on.
 * @csspart footer - The buttons.
 * @csspart primary-button - Changes the plan.
 * @csspart secondary-button - Refuses the offer.
 *
 * @cssprop [--fw-option-radius] - Corner of a plan; `--fw-radius` by default.
 */
export class PlanChangeOfferElement extends OfferElement {
  static override styles: CSSResultGroup = [OfferElement.styles, planChangeOfferStyles];

  protected override readonly kind = 'plan-change-step';

  /** The offer: the plans, each with the billing provider's price filled in. */
  @property({ attribute: false }) offer?: PlanChangeOffer | undefined;

  /** The rest of the period is charged or credited; absent where nobody knows. */
  @property({ attribute: false }) prorated?: boolean | undefined;

  /** Price id of the plan picked. Of several, none is until the customer picks one. */
  @property() selected?: string | undefined;

  protected override defaultHeader(): string {
    return msg('Would another plan suit you better?', { id: 'offerChangePlanTag' });
  }

  protected override acceptLabel(): string {
    return msg('Switch plan', { id: 'switchPlanCTA' });
  }

  protected override selection(): OfferSelection {
    const [only, ...others] = this.offer?.options ?? [];
    return { priceId: others.length === 0 ? only?.priceId : this.selected };
  }

  protected override renderBody(): TemplateResult | typeof nothing {
    const [only, ...others] = this.offer?.options ?? [];
    if (!only) return nothing;
    const current = this.#current && this.#renderCurrent(this.#current);
    if (others.length === 0)
      return html`${current}${this.#renderOnly(only)}${this.#renderProration()}`;
    return html`
      ${current}
      <fieldset
        class="plans"
        role="radiogroup"
        aria-labelledby="heading"
        aria-describedby=${this.issue ? 'issue' : nothing}
        aria-invalid=${this.issue !== null}
        ?disabled=${this.busy}
      >
        ${[only, ...others].map((option, index) => this.#renderChoice(option, index))}
      </fieldset>
      ${this.renderIssue()} ${this.#renderProration()}
    `;
  }

  /** What happens to the days that are paid for: of the plan picked, and only where it is known. */
  #renderProration(): TemplateResult | typeof nothing {
    const { priceId } = this.selection();
    const price = this.offer?.options.find((option) => option.priceId === priceId)?.price;
    if (!price || !this.subscription) return nothing;
    const settlement = planSettlement(this.subscription, price, this.prorated);
    return settlement
      ? html`<p part="notice" role="status">${settlementWords[settlement]()}</p>`
      : nothing;
  }

  get #current(): SubscriptionItem | undefined {
    return this.subscription?.items[0];
  }

  /** What so many units cost as the customer has now: their number stays. */
  #cost(price: Price): string {
    const { value, currency } = price.amount;
    const amount = { value: value * (this.#current?.quantity ?? 1), currency };
    return priceText({ ...price, amount }, this.locale);
  }

  #renderCurrent({ price, product }: SubscriptionItem): TemplateResult {
    const name = price.name ?? product?.name;
    const cost = this.#cost(price);
    return html`<p class="current">
      ${
        name
          ? msg(str`Your plan now: ${name}, ${cost}.`, { id: 'planNow' })
          : msg(str`Your plan now: ${cost}.`, { id: 'planNowUnnamed' })
      }
    </p>`;
  }

  #nameOf({ nickname, price }: PlanOption): string {
    return nickname || price?.name || msg('Another plan', { id: 'planUnnamed' });
  }

  #renderOnly(option: PlanOption): TemplateResult {
    return html`<div part="plan">
      <h3 part="plan-name">${this.#nameOf(option)}</h3>
      ${this.#renderDetails(option)}
    </div>`;
  }

  /** The radio button is named by the plan and described by the rest of its card. */
  #renderChoice(option: PlanOption, index: number): TemplateResult {
    const id = `plan-${index}`;
    return html`<div part="plan">
      <div class="title">
        <input
          part="option-input"
          type="radio"
          name="plan"
          id=${id}
          aria-describedby="${id}-details"
          .value=${option.priceId}
          .checked=${option.priceId === this.selected}
          @change=${() => {
            this.selected = option.priceId;
            this.dispatchEvent(new SelectEvent(option.priceId));
          }}
        />
        <label part="plan-name" for=${id}>${this.#nameOf(option)}</label>
      </div>
      <div class="details" id="${id}-details">${this.#renderDetails(option)}</div>
    </div>`;
  }

  #renderDetails({ tagline, features = [], msrp, priceOverride, price }: PlanOption) {
    const cost = priceOverride || (price && this.#cost(price));
    return html`
      ${tagline ? html`<p part="plan-tagline">${tagline}</p>` : nothing}
      ${
        cost
          ? html`<p class="prices">
              <span part="price">${cost}</span>
              ${msrp ? this.#renderRegular(msrp) : nothing}
            </p>`
          : nothing
      }
      ${
        features.length > 0
          ? html`<ul
              part="plan-features"
              aria-label=${msg('Highlights', { id: 'changePlanHighlights' })}
            >
              ${features.map((feature) => html`<li>${feature}</li>`)}
            </ul>`
          : nothing
      }
    `;
  }

  #renderRegular(msrp: string): TemplateResult {
    return html`<s part="price-before"
      ><span class="visually-hidden">${msg('instead of', { id: 'priceInsteadOf' })} </span
      >${msrp}</s
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-plan-change-offer': PlanChangeOfferElement;
  }
}
