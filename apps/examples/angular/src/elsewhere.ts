import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { AppState } from './app-state';

@Component({
  selector: 'app-elsewhere',
  imports: [RouterLink],
  template: `
    <main>
      <h1>{{ app.words().elsewhere }}</h1>
      <button type="button" routerLink="/" queryParamsHandling="preserve">
        {{ app.words().back }}
      </button>
    </main>
  `,
})
export class Elsewhere {
  protected readonly app = inject(AppState);
}
