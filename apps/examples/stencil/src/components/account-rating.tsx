import { customStep } from '@fairwell/stencil';
import { Component, h, State } from '@stencil/core';
import { state, words } from '../store';

/** A step of the product's own: how good the last box was. It answers with a mark from 1 to 5. */
@Component({ tag: 'account-rating' })
export class AccountRating {
  @State() mark?: number;

  private answer = customStep(this);

  private send = (event: Event): void => {
    event.preventDefault();
    this.answer.next({ mark: this.mark });
  };

  render() {
    return (
      <form onSubmit={this.send}>
        <fieldset>
          <legend>{words().rate(state.account?.plan ?? '')}</legend>
          {[1, 2, 3, 4, 5].map((mark) => (
            <label>
              <input type="radio" name="mark" value={mark} onChange={() => (this.mark = mark)} />{' '}
              {mark}
            </label>
          ))}
        </fieldset>
        <p data-testid="mark">{this.mark}</p>
        <button>{words().send}</button>
      </form>
    );
  }
}
