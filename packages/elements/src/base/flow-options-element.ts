import type { DynamicOffers, Flow, Metadata, ReturnUrls } from '@fairwell/contract';
import type { CompliancePreset, FlowHandlers, FlowOptions } from '@fairwell/core';
import { property } from 'lit/decorators.js';
import { flag } from './flag.js';
import { HostOptionsElement } from './host-options-element.js';

/**
 * What a host says about the flow it wants: where flow and billing come from, and for whom. All of
 * it may be set late; it is read when the flow opens.
 */
export abstract class FlowOptionsElement extends HostOptionsElement {
  /** The flow itself, where no service supplies it. */
  @property({ attribute: false }) flow?: Flow | undefined;

  /** The host's own billing. A handler given for an action does it in place of the service. */
  @property({ attribute: false }) handlers?: FlowHandlers | undefined;

  /** The laws to follow where no service decides. */
  @property({ attribute: false }) compliance?: readonly CompliancePreset[] | undefined;

  /** Show everything, do nothing. */
  @property({ type: Boolean, converter: flag }) preview = false;

  /** Shows the draft or the version that the service made it for, where it is a preview. */
  @property({ attribute: 'preview-token' }) previewToken?: string | undefined;

  /** What the service chooses the flow by, besides what it knows itself. */
  @property({ attribute: false }) customerAttributes?: Metadata | undefined;

  /** Counts in the figures; as the service is set where it is absent. */
  @property({ attribute: false }) report?: boolean | undefined;

  /** May be replayed; as the service is set where it is absent. */
  @property({ attribute: false }) record?: boolean | undefined;

  /** Takes the place of every discount or plan change of the flow, where a service supplies it. */
  @property({ attribute: false }) dynamicOffers?: DynamicOffers | undefined;

  /** Where the page leads to when the customer closes the flow; before what the service says. */
  @property({ attribute: false }) returnUrls?: ReturnUrls | undefined;

  /** Do not begin with a discount that is still in force. */
  @property({ type: Boolean, converter: flag, attribute: 'bypass-discount-applied-screen' })
  bypassDiscountAppliedScreen = false;

  /** Do not begin with a pause that is still in force. */
  @property({ type: Boolean, converter: flag, attribute: 'bypass-pause-applied-screen' })
  bypassPauseAppliedScreen = false;

  /** Asks a customer of whom neither `session` nor `authHash` tells for their email address, and mails a code to it. */
  @property({ type: Boolean, converter: flag, attribute: 'verify-email' }) verifyEmail = false;

  /** The address that `verifyEmail` begins with. */
  @property() email?: string | undefined;

  protected get verification() {
    return { verifyEmail: this.verifyEmail, email: this.email };
  }

  protected get flowOptions(): Omit<FlowOptions, 'locale' | 'locales'> {
    return {
      ...this.hostOptions,
      flow: this.flow,
      handlers: this.handlers,
      compliance: this.compliance,
      preview: this.preview,
      previewToken: this.previewToken,
      customerAttributes: this.customerAttributes,
      report: this.report,
      record: this.record,
      dynamicOffers: this.dynamicOffers,
      returnUrls: this.returnUrls,
      bypassDiscountAppliedScreen: this.bypassDiscountAppliedScreen,
      bypassPauseAppliedScreen: this.bypassPauseAppliedScreen,
    };
  }
}
