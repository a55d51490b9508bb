import {
  fetchAccount,
  fetchSession,
  readVisit,
  wordsIn,
  type Account,
  type Language,
  type Theme,
  type Words,
} from '@fairwell-examples/account';
import { createContext, createSignal, useContext } from 'solid-js';

/** What the whole app knows and does. */
export function createShop(search: string) {
  const visit = readVisit(search);
  const [language, setLanguage] = createSignal<Language>(visit.language);
  const [theme, setTheme] = createSignal<Theme>(visit.theme);
  const [account, setAccount] = createSignal<Account>();
  const [heard, setHeard] = createSignal<readonly string[]>([]);
  return {
    visit,
    language,
    setLanguage,
    theme,
    setTheme,
    words: (): Words => wordsIn(language()),
    account,
    refresh: async () => {
      setAccount(await fetchAccount(visit));
    },
    heard,
    hear: (what: string) => setHeard((before) => [...before, what]),
    session: () => fetchSession(visit),
  };
}

export type Shop = ReturnType<typeof createShop>;

export const ShopContext = createContext<Shop>();

/** @throws outside of the app. */
export function useShop(): Shop {
  const shop = useContext(ShopContext);
  if (!shop) throw new Error('This component is used outside of <App>.');
  return shop;
}
