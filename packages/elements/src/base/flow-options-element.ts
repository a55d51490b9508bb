import type {
  Customer,
  DynamicOffers,
  Flow,
  Metadata,
  Mode,
  Subscription,
} from '@fairwell/contract';
import type { CompliancePreset, FlowHandlers, FlowOptions } from '@fairwell/core';
import { property } from 'lit/decorators.js';
import { FairwellElement } from './fairwell-element.js';
import { flag } from './flag.js';

/**
 * What a host says about the flow it wants: where flow and billing come from, and for whom. All of
 * it may be set late; it is read when the flow opens.
 */
export abstract class FlowOptionsElement extends FairwellElement {
  /** The flow itself, where no service supplies it. */
  @property({ attribute: false }) flow?: Flow | undefined;

  /** Who is leaving, where no service knows. */
  @property({ attribute: false }) customer?: Customer | undefined;

  /** What they have, where no service knows. */
  @property({ attribute: false }) subscriptions?: readonly Subscription[] | undefined;

  /** The host's own billing. A handler given for an action does it in place of the service. */
  @property({ attribute: false }) handlers?: FlowHandlers | undefined;

  /** The laws to follow where no service decides. */
  @property({ attribute: false }) compliance?: readonly CompliancePreset[] | undefined;

  /** Where the service is mounted, for example `https://billing.example.com`. */
  @property({ attribute: 'service-url' }) serviceUrl?: string | undefined;

  /** A session token or id from the host's back end, or a function that fetches one at each opening. */
  @property() session?: string | (() => string | Promise<string>) | undefined;

  /** The customer at the billing provider, with `authHash`. */
  @property({ attribute: 'customer-id' }) customerId?: string | undefined;

  /** HMAC-SHA256 of the customer id, hex, from the host's back end. */
  @property({ attribute: 'auth-hash' }) authHash?: string | undefined;

  /** The one subscription that is meant; all of the customer's where it is absent. */
  @property({ attribute: 'subscription-id' }) subscriptionId?: string | undefined;

  /** Which app of the service. */
  @property({ attribute: 'app-id' }) appId?: string | undefined;

  /** The billing provider's environment; the credential's own where it is absent. */
  @property() mode?: Mode | undefined;

  /** Show everything, do nothing. */
  @property({ type: Boolean, converter: flag }) preview = false;

  /** What the service chooses the flow by, besides what it knows itself. */
  @property({ attribute: false }) customerAttributes?: Metadata | undefined;

  /** Counts in the figures; as the service is set where it is absent. */
  @property({ attribute: false }) report?: boolean | undefined;

  /** May be replayed; as the service is set where it is absent. */
  @property({ attribute: false }) record?: boolean | undefined;

  /** Takes the place of every discount or plan change of the flow, where a service supplies it. */
  @property({ attribute: false }) dynamicOffers?: DynamicOffers | undefined;

  /** Do not begin with a discount that is still in force. */
  @property({ type: Boolean, converter: flag, attribute: 'bypass-discount-applied-screen' })
  bypassDiscountAppliedScreen = false;

  /** Do not begin with a pause that is still in force. */
  @property({ type: Boolean, converter: flag, attribute: 'bypass-pause-applied-screen' })
  bypassPauseAppliedScreen = false;

  /** `auto` follows the `color-scheme` of the page around. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  protected get flowOptions(): Omit<FlowOptions, 'locale'> {
    return {
      flow: this.flow,
      customer: this.customer,
      subscriptions: this.subscriptions,
      handlers: this.handlers,
      compliance: this.compliance,
      serviceUrl: this.serviceUrl,
      session: this.session,
      customerId: this.customerId,
      authHash: this.authHash,
      subscriptionId: this.subscriptionId,
      appId: this.appId,
      mode: this.mode,
      preview: this.preview,
      customerAttributes: this.customerAttributes,
      report: this.report,
      record: this.record,
      dynamicOffers: this.dynamicOffers,
      bypassDiscountAppliedScreen: this.bypassDiscountAppliedScreen,
      bypassPauseAppliedScreen: this.bypassPauseAppliedScreen,
    };
  }
}
