import type { Customer, Mode, Subscription } from '@fairwell/contract';
import { property } from 'lit/decorators.js';
import type { I18n } from '../localization/i18n.js';
import type { Speech } from '../localization/wish.js';
import { FairwellElement } from './fairwell-element.js';

/** What a host says to everything that acts for a customer: who that is, and where the billing is. */
export abstract class HostOptionsElement extends FairwellElement {
  /** Who it is about, where no service knows. */
  @property({ attribute: false }) customer?: Customer | undefined;

  /** What they have, where no service knows. */
  @property({ attribute: false }) subscriptions?: readonly Subscription[] | undefined;

  /** Where the service is mounted, for example `https://billing.example.com`. */
  @property({ attribute: 'service-url' }) serviceUrl?: string | undefined;

  /** A session token or id from the host's back end, or a function that fetches one when it is needed. */
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

  /** `auto` follows the `color-scheme` of the page around. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' = 'auto';

  /** Its language, and words in place of ours. Without it the nearest `lang` decides, and then the browser. */
  @property({ attribute: false }) i18n?: I18n | undefined;

  protected override get speech(): Speech {
    return { lang: this.i18n?.lang, messages: this.i18n?.messages ? [this.i18n.messages] : [] };
  }

  protected get hostOptions() {
    return {
      customer: this.customer,
      subscriptions: this.subscriptions,
      serviceUrl: this.serviceUrl,
      session: this.session,
      customerId: this.customerId,
      authHash: this.authHash,
      subscriptionId: this.subscriptionId,
      appId: this.appId,
      mode: this.mode,
    };
  }
}
