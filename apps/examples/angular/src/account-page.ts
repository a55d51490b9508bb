import { afterNextRender, Component, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import { cancelUrl } from '@fairwell-examples/account';
import { CancelButton, injectCancelFlow } from '@fairwell/angular';
import { AppState } from './app-state';
import { Settings } from './settings';
import { Walls } from './walls';

@Component({
  selector: 'app-account-page',
  imports: [CancelButton, Settings, Walls],
  template: `
    <main>
      <h1>{{ app.words().title }}</h1>
      <p role="status">
        @if (app.account(); as account) {
          {{ app.words().standings[account.standing] }}
        } @else {
          {{ app.words().loading }}
        }
      </p>
      <app-settings [(windowsills)]="windowsills" [(keep)]="keep">
        <button type="button" (click)="leave()">{{ app.words().leave }}</button>
      </app-settings>
      <fw-cancel-button
        [customerAttributes]="{ windowsills: windowsills() }"
        (confirm)="forbid($event)"
        (open)="app.hear('open')"
        (cancel)="app.hear('cancel')"
        (discount)="app.hear('discount')"
        (pause)="app.hear('pause')"
        (closed)="over('closed ' + $event.detail.result)"
      >
        <a [href]="cancelUrl">{{ app.words().cancel }}</a>
        <p slot="footer-note">{{ app.words().note }}</p>
      </fw-cancel-button>
      <button type="button" (click)="callFlow()">{{ app.words().callFlow }}</button>
      <app-walls />
    </main>
  `,
})
export class AccountPage {
  protected readonly app = inject(AppState);
  readonly #router = inject(Router);
  protected readonly cancelUrl = cancelUrl;
  protected readonly windowsills = signal(this.app.visit.windowsills);
  protected readonly keep = signal(false);
  readonly #flow = injectCancelFlow(() => ({
    customerAttributes: { windowsills: this.windowsills() },
  }));

  constructor() {
    afterNextRender(() => this.app.refresh());
  }

  protected forbid(event: Event): void {
    if (!this.keep()) return;
    event.preventDefault();
    this.app.hear('kept');
  }

  protected async callFlow(): Promise<void> {
    this.over(`ended ${await this.#flow.show()}`);
  }

  /** A flow is over: the account may be another. */
  protected over(how: string): void {
    this.app.hear(how);
    void this.app.refresh();
  }

  protected leave(): void {
    void this.#router.navigate(['seeds'], { queryParamsHandling: 'preserve' });
  }
}
