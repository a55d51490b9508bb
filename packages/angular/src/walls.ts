import { computed, DestroyRef, Directive, effect, inject, input } from '@angular/core';
import { wallOptions } from '@fairwell/core';
import type { FailedPaymentWallElement, PauseWallElement } from '@fairwell/elements';
import * as failedPaymentWall from './generated/failed-payment-wall.js';
import * as pauseWall from './generated/pause-wall.js';
import { missingForWall } from './mistakes.js';
import { Defaults, wallProperties } from './options.js';

/** A hard wall puts itself back when it is taken out of the page, so it is taken down with its directive. */
function keep(wall: { hide(): void }, findMissing: () => string | undefined): void {
  const missing = computed(findMissing);
  effect(() => {
    if (missing()) console.error(missing());
  });
  if (typeof document !== 'undefined') inject(DestroyRef).onDestroy(() => wall.hide());
}

/**
 * A wall before the page while the subscription is paused. It asks as soon as it knows about whom, and is
 * taken down with the view that it stands in.
 *
 * Stands on `<fw-pause-wall>`.
 */
@Directive({
  selector: 'fw-pause-wall',
  host: { '[attr.lang]': 'lang() ?? defaults().locale' },
})
export class PauseWall extends pauseWall.PauseWall {
  /** Its language, as a BCP 47 tag; that of `provideFairwell()` or of the page where it is absent. */
  readonly lang = input<string>();
  protected readonly defaults = inject(Defaults);

  constructor() {
    super();
    keep(this.element, () => missingForWall(wallOptions(this.properties()), '<fw-pause-wall>'));
  }

  protected override properties(): Partial<PauseWallElement> {
    return wallProperties(super.properties(), this.defaults());
  }
}

/**
 * A wall before the page while a payment is overdue. It asks as soon as it knows about whom, and is
 * taken down with the view that it stands in.
 *
 * Stands on `<fw-failed-payment-wall>`.
 */
@Directive({
  selector: 'fw-failed-payment-wall',
  host: { '[attr.lang]': 'lang() ?? defaults().locale' },
})
export class FailedPaymentWall extends failedPaymentWall.FailedPaymentWall {
  /** Its language, as a BCP 47 tag; that of `provideFairwell()` or of the page where it is absent. */
  readonly lang = input<string>();
  protected readonly defaults = inject(Defaults);

  constructor() {
    super();
    keep(this.element, () =>
      missingForWall(wallOptions(this.properties()), '<fw-failed-payment-wall>'),
    );
  }

  protected override properties(): Partial<FailedPaymentWallElement> {
    return wallProperties(super.properties(), this.defaults());
  }
}
