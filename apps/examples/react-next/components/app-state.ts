'use client';

import {
  fetchAccount,
  wordsIn,
  type Account,
  type Language,
  type Theme,
  type Visit,
  type Words,
} from '@fairwell-examples/account';
import { createContext, useCallback, useContext, useState } from 'react';

/** What the whole app knows, and how it changes. */
export interface AppState {
  readonly visit: Visit;
  readonly language: Language;
  readonly theme: Theme;
  readonly words: Words;
  /** Undefined until it is there. */
  readonly account: Account | undefined;
  /** What the page was told, in order. */
  readonly heard: readonly string[];
  readonly setLanguage: (language: Language) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Fetches the account anew. */
  readonly refresh: () => void;
  readonly hear: (what: string) => void;
}

export function useNewAppState(visit: Visit): AppState {
  const [language, setLanguage] = useState(visit.language);
  const [theme, setTheme] = useState(visit.theme);
  const [account, setAccount] = useState<Account>();
  const [heard, setHeard] = useState<readonly string[]>([]);
  const refresh = useCallback(() => void fetchAccount(visit).then(setAccount), [visit]);
  const hear = useCallback((what: string) => setHeard((before) => [...before, what]), []);
  const words = wordsIn(language);
  return { visit, language, theme, words, account, heard, setLanguage, setTheme, refresh, hear };
}

export const AppContext = createContext<AppState | undefined>(undefined);

/** @throws outside of the app. */
export function useApp(): AppState {
  const app = useContext(AppContext);
  if (!app) throw new Error('This belongs into <AppContext.Provider>.');
  return app;
}
