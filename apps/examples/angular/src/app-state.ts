import { PlatformLocation } from '@angular/common';
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  fetchAccount,
  readVisit,
  wordsIn,
  type Account,
  type Language,
  type Theme,
} from '@fairwell-examples/account';

/** What the whole app knows. */
@Injectable({ providedIn: 'root' })
export class AppState {
  readonly visit = readVisit(inject(PlatformLocation).search);
  readonly language = signal<Language>(this.visit.language);
  readonly theme = signal<Theme>(this.visit.theme);
  readonly words = computed(() => wordsIn(this.language()));
  readonly account = signal<Account | undefined>(undefined);
  readonly heard = signal<readonly string[]>([]);

  /** Writes down what the page was told. */
  hear(what: string): void {
    this.heard.update((heard) => [...heard, what]);
  }

  async refresh(): Promise<void> {
    this.account.set(await fetchAccount(this.visit));
  }
}
