import type { Subscription } from '@fairwell/contract';
import type { OfferSelection } from '@fairwell/core';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { AcceptEvent, DeclineEvent } from '../events/intents.js';
import { msg } from '../localization/localization.js';
import { StepElement } from './step-element.js';

/** An offer: a step that is taken or refused. */
export abstract class OfferElement extends StepElement {
  /** The subscription that it would change. */
  @property({ attribute: false }) subscription?: Subscription | undefined;

  /** The words of the button that takes the offer. */
  protected abstract acceptLabel(): string;

  /** What the customer chose, where the offer leaves a choice. */
  protected selection(): OfferSelection {
    return {};
  }

  protected override renderFooter(): TemplateResult {
    return html`
      ${this.renderButton(
        'primary-button',
        this.acceptLabel(),
        () => new AcceptEvent(this.selection()),
      )}
      ${this.renderButton(
        'secondary-button',
        msg('No thanks, continue', { id: 'declineOffer' }),
        () => new DeclineEvent(),
      )}
    `;
  }

  /** The form in which core takes what an offer would change. */
  protected get subscriptions(): readonly Subscription[] {
    return this.subscription ? [this.subscription] : [];
  }
}
