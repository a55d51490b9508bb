import type { CustomStep } from '@fairwell/contract';
import { customStep, type CustomStepComponent } from '@fairwell/stencil';
import { Component, h, Prop, State } from '@stencil/core';

/** A custom step: a component of Stencil is an element already. */
@Component({ tag: 'account-rating', shadow: false })
export class AccountRating implements CustomStepComponent {
  @Prop() step?: CustomStep;
  /** The flow gives it. */
  @Prop() marks = 0;
  @State() mark?: number;

  private readonly answer = customStep(this);

  render() {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          this.answer.next({ mark: this.mark });
        }}
      >
        <p>
          {this.step?.id}: {this.marks}
        </p>
        {[1, 2, 3].map((mark) => (
          <label>
            <input type="radio" name="mark" onChange={() => (this.mark = mark)} />
            {mark}
          </label>
        ))}
        <button>Send</button>
      </form>
    );
  }
}
