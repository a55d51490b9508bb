import {
  fetchAccount,
  fetchSession,
  readVisit,
  wordsIn,
  type Account,
  type Language,
  type Theme,
  type Visit,
} from '@fairwell-examples/account';
import { createContext } from 'svelte';

/** What the whole app knows and does. */
export class Shop {
  readonly visit: Visit;
  language = $state<Language>('en');
  theme = $state<Theme>('light');
  account = $state<Account>();
  heard = $state<string[]>([]);
  readonly words = $derived(wordsIn(this.language));

  constructor(search: string) {
    this.visit = readVisit(search);
    this.language = this.visit.language;
    this.theme = this.visit.theme;
  }

  readonly session = (): Promise<string> => fetchSession(this.visit);

  readonly hear = (what: string): void => {
    this.heard.push(what);
  };

  readonly refresh = async (): Promise<void> => {
    this.account = await fetchAccount(this.visit);
  };
}

export const [useShop, provideShop] = createContext<Shop>();
