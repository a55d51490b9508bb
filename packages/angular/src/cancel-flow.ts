import { Directive, inject, input } from '@angular/core';
import { fillOptions, forElement } from '@fairwell/core';
import * as generated from './generated/cancel-flow.js';
import { missingForFlow, report } from './mistakes.js';
import { Defaults } from './options.js';

/**
 * A whole cancel flow, as a modal dialog or in the page. It closes by itself, and says so:
 * `[(open)]`. When it is taken away it closes, once what is in flight is done; what comes of that is
 * still told.
 *
 * Stands on `<fw-cancel-flow>`.
 */
@Directive({ selector: 'fw-cancel-flow' })
export class CancelFlow extends generated.CancelFlow {
  /** Its language, as a BCP 47 tag; that of `provideFairwell()` or of the page where it is absent. */
  readonly lang = input<string>();
  readonly #defaults = inject(Defaults);

  constructor() {
    super();
    report(() => (this.open() ? missingForFlow(this.properties(), '<fw-cancel-flow>') : undefined));
  }

  override properties() {
    return forElement(fillOptions(super.properties(), this.#defaults()));
  }
}
