import { Directive, inject, input } from '@angular/core';
import { fillOptions, forElement, wallOptions } from '@fairwell/core';
import * as generated from './generated/failed-payment-wall.js';
import { missingForWall, report } from './mistakes.js';
import { Defaults } from './options.js';
import { takeDownAtEnd } from './take-down.js';

/**
 * A wall before the page while a payment is overdue. It asks as soon as it knows about whom, and is
 * taken down with the view that it stands in.
 *
 * Stands on `<fw-failed-payment-wall>`.
 */
@Directive({ selector: 'fw-failed-payment-wall' })
export class FailedPaymentWall extends generated.FailedPaymentWall {
  /** Its language, as a BCP 47 tag; that of `provideFairwell()` or of the page where it is absent. */
  readonly lang = input<string>();
  readonly #defaults = inject(Defaults);

  constructor() {
    super();
    takeDownAtEnd(this.element);
    report(() => missingForWall(wallOptions(this.properties()), '<fw-failed-payment-wall>'));
  }

  override properties() {
    return forElement(fillOptions(super.properties(), wallOptions(this.#defaults())));
  }
}
