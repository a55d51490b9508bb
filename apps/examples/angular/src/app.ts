import { afterRenderEffect, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { applyLook } from '@fairwell-examples/account';
import { AppState } from './app-state';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  template: `
    <router-outlet />
    <ol [attr.aria-label]="app.words().heard">
      @for (what of app.heard(); track $index) {
        <li>{{ what }}</li>
      }
    </ol>
  `,
})
export class App {
  protected readonly app = inject(AppState);

  constructor() {
    afterRenderEffect(() => {
      applyLook({ language: this.app.language(), theme: this.app.theme() });
    });
  }
}
