import { Component, inject } from '@angular/core';
import { practiceStripe } from '@fairwell-examples/account';
import { injectFailedPaymentWall, injectPauseWall } from '@fairwell/angular';
import { AppState } from './app-state';

@Component({
  selector: 'app-walls',
  // What a wall tells arrives at the document.
  host: {
    '(document:fw-resume)': 'fallen("resume")',
    '(document:fw-update-payment-information)': 'fallen("paid")',
  },
  template: `
    <p data-testid="pause-wall">{{ pause.stands() ?? 'unknown' }}</p>
    <p data-testid="payment-wall">{{ payment.stands() ?? 'unknown' }}</p>
  `,
})
export class Walls {
  readonly #app = inject(AppState);
  readonly #asked = { customerId: this.#app.visit.customer, forceCheck: true };
  protected readonly pause = injectPauseWall(this.#asked);
  protected readonly payment = injectFailedPaymentWall({
    ...this.#asked,
    loadStripe: practiceStripe,
  });

  protected fallen(what: string): void {
    this.#app.hear(what);
    void this.#app.refresh();
  }
}
