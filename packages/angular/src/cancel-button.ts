import { Directive, inject, input } from '@angular/core';
import { fillOptions, forElement } from '@fairwell/core';
import * as generated from './generated/cancel-button.js';
import { missingForFlow } from './mistakes.js';
import { Defaults } from './options.js';

/**
 * Around a link or button, which opens a cancel flow when it is pressed. It is the page's own, so that
 * it looks like its other links and buttons, and is there before any script.
 *
 * Stands on `<fw-cancel-button>`.
 */
@Directive({ selector: 'fw-cancel-button' })
export class CancelButton extends generated.CancelButton {
  /** Its language, as a BCP 47 tag; that of `provideFairwell()` or of the page where it is absent. */
  readonly lang = input<string>();
  readonly #defaults = inject(Defaults);

  constructor() {
    super();
    // Without options no flow could be shown: whoever wants to leave is not held up by one.
    const leadOn = (event: Event) => {
      const missing = missingForFlow(this.properties(), '<fw-cancel-button>');
      if (!missing) return;
      event.stopPropagation();
      console.error(missing);
    };
    this.element.addEventListener('click', leadOn, true);
  }

  override properties() {
    return forElement(fillOptions(super.properties(), this.#defaults()));
  }
}
