import { Component, computed, inject, input, signal } from '@angular/core';
import type { CustomStepContext } from '@fairwell/angular';
import { AppState } from './app-state';

/** A step of the product's own: how good the last box was. It answers with a mark from 1 to 5. */
@Component({
  selector: 'app-rating',
  template: `
    <form (submit)="send($event)">
      <fieldset>
        <legend>{{ question() }}</legend>
        @for (value of values; track value) {
          <label>
            <input type="radio" name="mark" [value]="value" (change)="mark.set(value)" />
            {{ value }}
          </label>
        }
      </fieldset>
      <p data-testid="mark">{{ mark() }}</p>
      <button>{{ app.words().send }}</button>
    </form>
  `,
})
export class Rating {
  readonly next = input.required<CustomStepContext['next']>();
  protected readonly app = inject(AppState);
  protected readonly values = ['1', '2', '3', '4', '5'];
  protected readonly mark = signal('');
  protected readonly question = computed(() =>
    this.app.words().rate(this.app.account()?.plan ?? ''),
  );

  protected send(event: Event): void {
    event.preventDefault();
    this.next()({ mark: Number(this.mark()) });
  }
}
