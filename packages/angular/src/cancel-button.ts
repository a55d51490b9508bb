import { Directive, inject, input } from '@angular/core';
import type { CancelButtonElement } from '@fairwell/elements';
import * as generated from './generated/cancel-button.js';
import { missingForFlow } from './mistakes.js';
import { Defaults, flowProperties } from './options.js';

/**
 * Around a link or button, which opens a cancel flow when it is pressed. It is the page's own, so that
 * it looks like its other links and buttons, and is there before any script.
 *
 * Stands on `<fw-cancel-button>`.
 */
@Directive({
  selector: 'fw-cancel-button',
  host: { '[attr.lang]': 'lang() ?? defaults().locale' },
})
export class CancelButton extends generated.CancelButton {
  /** Its language, as a BCP 47 tag; that of `provideFairwell()` or of the page where it is absent. */
  readonly lang = input<string>();
  protected readonly defaults = inject(Defaults);

  constructor() {
    super();
    // Without options no flow could be shown: whoever wants to leave is not held up by one.
    const leadOn = (event: Event) => {
      const missing = missingForFlow(this.properties(), '<fw-cancel-button>');
      if (!missing) return;
      event.stopPropagation();
      console.error(missing);
    };
    this.element.addEventListener('click', leadOn, { capture: true });
  }

  protected override properties(): Partial<CancelButtonElement> {
    return flowProperties(super.properties(), this.defaults());
  }
}
