import { Component, inject, model } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { languageNames, languages, type Theme } from '@fairwell-examples/account';
import { AppState } from './app-state';

@Component({
  selector: 'app-settings',
  imports: [FormsModule],
  template: `
    <form>
      <label>
        {{ app.words().theme }}
        <select name="theme" [(ngModel)]="app.theme">
          @for (theme of themes; track theme) {
            <option [value]="theme">{{ app.words().themes[theme] }}</option>
          }
        </select>
      </label>
      <label>
        {{ app.words().language }}
        <select name="language" [(ngModel)]="app.language">
          @for (language of languages; track language) {
            <option [value]="language">{{ languageNames[language] }}</option>
          }
        </select>
      </label>
      <label>
        {{ app.words().windowsills }}
        <input type="number" name="windowsills" [(ngModel)]="windowsills" />
      </label>
      <label>
        <input type="checkbox" name="keep" [(ngModel)]="keep" />
        {{ app.words().keep }}
      </label>
      <ng-content />
    </form>
  `,
})
export class Settings {
  readonly windowsills = model.required<number>();
  /** Is cancelling forbidden. */
  readonly keep = model.required<boolean>();
  protected readonly app = inject(AppState);
  protected readonly themes: readonly Theme[] = ['light', 'dark'];
  protected readonly languages = languages;
  protected readonly languageNames = languageNames;
}
