import type { Coupon, Discount, DiscountOffer, Price } from '@fairwell/contract';
import { discountPrices, discountsInForce, formatDate, formatMoney } from '@fairwell/core';
import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { flag } from '../base/flag.js';
import { OfferElement } from '../base/offer-element.js';
import { msg, str } from '../localization/localization.js';
import { couponText, durationText, priceText, reductionText } from '../localization/phrases.js';
import { discountOfferStyles } from './discount-offer.styles.js';

/**
 * @summary Offers a discount: what is taken off, for how long, and the price before and after.
 * @tag fw-discount-offer
 *
 * @fires {AcceptEvent} fw-accept - Take the discount. Can be vetoed.
 * @fires {DeclineEvent} fw-decline - Refuse it and go on.
 * @fires {BackEvent} fw-back - To the step before.
 *
 * @csspart step - The whole step; also `discount-step`.
 * @csspart discount-step - The whole step.
 * @csspart header - Back button, heading and description.
 * @csspart back-button - Leads to the step before.
 * @csspart tag - What the step is about, where a theme shows it.
 * @csspart heading - The offer in a line.
 * @csspart description - The text under it.
 * @csspart body - The terms.
 * @csspart badge - What is taken off.
 * @csspart price - The price with the discount.
 * @csspart price-before - The price without it, struck through.
 * @csspart notice - The discount in force, and whether it would be replaced.
 * @csspart footer - The buttons.
 * @csspart primary-button - Takes the offer.
 * @csspart secondary-button - Refuses it.
 */
export class DiscountOfferElement extends OfferElement {
  static override styles: CSSResultGroup = [OfferElement.styles, discountOfferStyles];

  protected override readonly kind = 'discount-step';

  /** The offer, with the billing provider's coupon filled in. */
  @property({ attribute: false }) offer?: DiscountOffer | undefined;

  /** It is added to a discount in force, in place of replacing it. */
  @property({ type: Boolean, converter: flag }) stacks = false;

  protected override defaultHeader(): string {
    return msg('Would a lower price help?', { id: 'discountHeader' });
  }

  protected override renderBody(): TemplateResult | typeof nothing {
    const coupon = this.offer?.coupon;
    if (!coupon) return nothing;
    const [current] = this.subscription ? discountsInForce(this.subscription, new Date()) : [];
    return html`
      <div class="terms">
        <p part="badge">${reductionText(coupon, this.locale)}</p>
        ${this.#renderPrices(coupon)}
      </div>
      ${current ? this.#renderNotice(current) : nothing}
    `;
  }

  protected override acceptLabel(): string {
    return msg('Take this offer', { id: 'discountSubscription' });
  }

  #renderPrices(coupon: Coupon): TemplateResult {
    const { subscription } = this;
    const prices = subscription && discountPrices(subscription, coupon, this.stacks, new Date());
    const period = subscription?.items[0]?.price;
    if (!prices || !period) return html`<p part="price">${couponText(coupon, this.locale)}</p>`;
    const { before, after, later } = prices;
    const price =
      coupon.duration === 'once'
        ? formatMoney(after, this.locale)
        : priceText({ ...period, amount: after }, this.locale);
    return html`
      <p class="prices">
        <span part="price">${price}</span>
        ${
          before.value > after.value
            ? html`<s part="price-before"
                ><span class="visually-hidden">${msg('instead of', { id: 'priceInsteadOf' })} </span
                >${formatMoney(before, this.locale)}</s
              >`
            : nothing
        }
      </p>
      <p class="later">${this.#lasting(coupon, { ...period, amount: later })}</p>
    `;
  }

  /** How long the lower price holds, and what comes after it. */
  #lasting({ duration, durationInMonths = 1 }: Coupon, full: Price): string {
    if (duration === 'forever')
      return msg('For as long as you stay.', { id: 'discountLastingForever' });
    const later = priceText(full, this.locale);
    if (duration === 'once')
      return msg(str`On your next payment, then ${later}.`, { id: 'discountLastingOnce' });
    const months = durationText(durationInMonths, 'month', this.locale);
    return msg(str`For ${months}, then ${later}.`, { id: 'discountLasting' });
  }

  #renderNotice({ coupon, end }: Discount): TemplateResult {
    const current = couponText(coupon, this.locale);
    if (this.stacks)
      return html`<p part="notice">
        ${msg(str`This comes on top of your current discount: ${current}.`, { id: 'discountStacked' })}
      </p>`;
    return html`<p part="notice">
      ${
        end
          ? msg(
              str`This replaces your current discount: ${current}, valid until ${formatDate(end, this.locale)}.`,
              { id: 'discountOverrideUntil' },
            )
          : msg(str`This replaces your current discount: ${current}.`, { id: 'discountOverride' })
      }
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fw-discount-offer': DiscountOfferElement;
  }
}
