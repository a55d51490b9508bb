import { LitElement, type PropertyDeclaration } from 'lit';
import { LanguageController } from '../localization/language-controller.js';
import type { Speech } from '../localization/wish.js';

/**
 * What all elements share: the language. Those that show something have `elementStyles`, too.
 *
 * @cssprop [--fw-color-scheme] - `light` or `dark`; the page's own by default.
 * @cssprop [--fw-color-surface] - Ground of panels, and by default of fields and buttons.
 * @cssprop [--fw-color-text] - Text.
 * @cssprop [--fw-color-text-muted] - Text that stands back.
 * @cssprop [--fw-color-border] - Lines that only divide.
 * @cssprop [--fw-color-control-border] - Lines that show where a control is.
 * @cssprop [--fw-color-accent] - The one accent: primary buttons and what is chosen. The flow's brand where it is not set.
 * @cssprop [--fw-color-on-accent] - Text on the accent; black or white by default, whichever reads better.
 * @cssprop [--fw-color-accent-hover] - The accent under the pointer.
 * @cssprop [--fw-color-accent-soft] - A hint of the accent, as a ground.
 * @cssprop [--fw-color-danger] - What cancels, and what is wrong.
 * @cssprop [--fw-color-on-danger] - Text on it; black or white by default, whichever reads better.
 * @cssprop [--fw-color-danger-hover] - What cancels, under the pointer.
 * @cssprop [--fw-color-danger-soft] - A hint of it, as a ground.
 * @cssprop [--fw-color-notice] - Ground of a notice.
 * @cssprop [--fw-color-field] - Ground of fields and options; `--fw-color-surface` by default.
 * @cssprop [--fw-color-secondary] - Ground of secondary buttons; `--fw-color-surface` by default.
 * @cssprop [--fw-color-on-secondary] - Text on them.
 * @cssprop [--fw-color-secondary-hover] - Secondary buttons under the pointer.
 * @cssprop [--fw-color-focus] - Ring around what has the focus; the text's colour by default.
 * @cssprop [--fw-font-family] - The page's own by default.
 * @cssprop [--fw-font-size] - The page's own by default.
 * @cssprop [--fw-line-height=1.5] - Of text.
 * @cssprop [--fw-heading-font-family] - Of headings.
 * @cssprop [--fw-heading-font-size=1.5em] - Of headings.
 * @cssprop [--fw-heading-font-weight] - Of headings; `--fw-strong-font-weight` by default.
 * @cssprop [--fw-heading-line-height=1.25] - Of headings, prices and buttons.
 * @cssprop [--fw-heading-letter-spacing=-0.01em] - Of headings and prices.
 * @cssprop [--fw-header-align=start] - `start` or `center`: the heading, what describes it, and the image above.
 * @cssprop [--fw-step-tag=hidden] - `shown` puts above a heading, in a word or two, what the step is about. Read when a step is drawn first.
 * @cssprop [--fw-small-font-size=0.875em] - Of what stands back.
 * @cssprop [--fw-large-font-size=1.125em] - Of names and prices of plans.
 * @cssprop [--fw-strong-font-weight=600] - Of what stands out.
 * @cssprop [--fw-space=4px] - The unit of all distances.
 * @cssprop [--fw-radius=8px] - Of corners.
 * @cssprop [--fw-target-size=44px] - Least height of what is pressed.
 * @cssprop [--fw-duration=150ms] - Of transitions.
 * @cssprop [--fw-button-radius] - Corner of a button; `--fw-radius` by default.
 * @cssprop [--fw-button-font-weight] - Of a button's words; `--fw-strong-font-weight` by default.
 * @cssprop [--fw-badge-radius] - Corner of a badge; three quarters of `--fw-radius` by default.
 */
export abstract class FairwellElement extends LitElement {
  readonly #language = new LanguageController(this, () => this.speech);

  /** What the host says about the language. */
  protected get speech(): Speech {
    return { lang: undefined, messages: [] };
  }

  /** A framework unsets a property with `undefined`: that means its default. */
  override requestUpdate(
    name?: PropertyKey,
    oldValue?: unknown,
    options?: PropertyDeclaration,
  ): void {
    super.requestUpdate(name, oldValue, options);
    if (name === undefined || oldValue === undefined || Reflect.get(this, name) !== undefined)
      return;
    const byDefault: unknown = Reflect.get(document.createElement(this.localName), name);
    if (byDefault !== undefined) Reflect.set(this, name, byDefault);
  }

  /** For numbers, money and dates. */
  protected get locale(): string {
    return this.#language.locale;
  }

  /** For words that somebody else has in several languages: BCP 47 tags, the best first. */
  protected get locales(): string[] {
    return this.#language.wished.slice(0, 20);
  }

  /** Nothing is drawn before its language is there, or too long in coming. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    return this.#draw();
  }

  #draw(): void | Promise<unknown> {
    const loading = this.#language.settle();
    // By then it may be another that is wished for.
    if (loading) return loading.then(() => this.#draw());
    this.#language.use();
    return super.scheduleUpdate();
  }
}
