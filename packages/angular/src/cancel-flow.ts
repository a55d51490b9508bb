import { computed, Directive, effect, inject, input } from '@angular/core';
import type { CancelFlowElement } from '@fairwell/elements';
import * as generated from './generated/cancel-flow.js';
import { missingForFlow } from './mistakes.js';
import { Defaults, flowProperties } from './options.js';

/**
 * A whole cancel flow, as a modal dialog or in the page. It closes by itself, and says so:
 * `[(open)]`. When it is taken away it closes, once what is in flight is done; what comes of that is
 * still told.
 *
 * Stands on `<fw-cancel-flow>`.
 */
@Directive({
  selector: 'fw-cancel-flow',
  host: { '[attr.lang]': 'lang() ?? defaults().locale' },
})
export class CancelFlow extends generated.CancelFlow {
  /** Its language, as a BCP 47 tag; that of `provideFairwell()` or of the page where it is absent. */
  readonly lang = input<string>();
  protected readonly defaults = inject(Defaults);

  constructor() {
    super();
    const missing = computed(() =>
      this.open() ? missingForFlow(this.properties(), '<fw-cancel-flow>') : undefined,
    );
    effect(() => {
      if (missing()) console.error(missing());
    });
  }

  protected override properties(): Partial<CancelFlowElement> {
    return flowProperties(super.properties(), this.defaults());
  }
}
