import { LitElement, type CSSResultGroup } from 'lit';
import { updateWhenLocaleChanges } from '../localization/localization.js';
import { nearestLocale } from '../localization/nearest-locale.js';
import { baseStyles } from '../styles/base.styles.js';
import { tokens } from '../tokens/tokens.styles.js';

/**
 * What all elements share: the tokens, the reset, and the language.
 *
 * @cssprop [--fw-color-surface] - Ground of panels, fields and buttons.
 * @cssprop [--fw-color-text] - Text.
 * @cssprop [--fw-color-text-muted] - Text that stands back.
 * @cssprop [--fw-color-border] - Lines that only divide.
 * @cssprop [--fw-color-control-border] - Lines that show where a control is.
 * @cssprop [--fw-color-accent] - The one accent: primary buttons and what is chosen. The flow's brand where it is not set.
 * @cssprop [--fw-color-on-accent] - Text on the accent.
 * @cssprop [--fw-color-accent-soft] - A hint of the accent, as a ground.
 * @cssprop [--fw-color-danger] - What cancels, and what is wrong.
 * @cssprop [--fw-color-on-danger] - Text on it.
 * @cssprop [--fw-color-danger-soft] - A hint of it, as a ground.
 * @cssprop [--fw-color-notice] - Ground of a notice.
 * @cssprop [--fw-color-focus] - Ring around what has the focus; the text's colour by default.
 * @cssprop [--fw-font-family] - The page's own by default.
 * @cssprop [--fw-font-size] - The page's own by default.
 * @cssprop [--fw-line-height=1.5] - Of text.
 * @cssprop [--fw-heading-font-family] - Of headings.
 * @cssprop [--fw-heading-font-size=1.5em] - Of headings.
 * @cssprop [--fw-heading-font-weight=600] - Of headings.
 * @cssprop [--fw-small-font-size=0.875em] - Of what stands back.
 * @cssprop [--fw-space=4px] - The unit of all distances.
 * @cssprop [--fw-radius=8px] - Of corners.
 * @cssprop [--fw-target-size=44px] - Least height of what is pressed.
 * @cssprop [--fw-duration=150ms] - Of transitions.
 * @cssprop [--fw-button-radius] - Corner of a button; `--fw-radius` by default.
 * @cssprop [--fw-button-font-weight=600] - Of a button's words.
 */
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
