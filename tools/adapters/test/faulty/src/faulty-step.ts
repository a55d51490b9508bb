import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';

class SkipEvent extends Event {
  constructor() {
    super('fw-skip');
  }
}

/**
 * @tag fw-faulty-step
 * @fires fw-next - Go on.
 * @fires {BackEvent} fw-back - Go back.
 */
export class FaultyStepElement extends LitElement {
  @property({ attribute: false }) onNext = null;

  @property() untyped;

  skip(): void {
    this.dispatchEvent(new SkipEvent());
  }
}
