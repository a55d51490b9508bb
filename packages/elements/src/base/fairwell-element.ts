import { LitElement, type CSSResultGroup } from 'lit';
import { updateWhenLocaleChanges } from '../localization/localization.js';
import { nearestLocale } from '../localization/nearest-locale.js';
import { baseStyles } from '../styles/base.styles.js';
import { tokens } from '../tokens/tokens.styles.js';

/** What all elements share: the tokens, the reset, and the language. */
export abstract class FairwellElement extends LitElement {
  static override styles: CSSResultGroup = [tokens, baseStyles];

  constructor() {
    super();
    updateWhenLocaleChanges(this);
  }

  /** For numbers, money and dates. */
  protected get locale(): string {
    return nearestLocale(this);
  }
}
