import {
  fetchAccount,
  fetchSession,
  wordsIn,
  type Account,
  type Visit,
} from '@fairwell-examples/account';
import type { InjectionKey } from 'vue';

/** What the whole app knows, and how it changes. */
export function createShop(visit: Visit) {
  const language = ref(visit.language);
  const theme = ref(visit.theme);
  /** Undefined until it is there. */
  const account = shallowRef<Account>();
  /** What the page was told, in order. */
  const heard = ref<string[]>([]);
  return {
    visit,
    language,
    theme,
    account,
    heard,
    words: computed(() => wordsIn(language.value)),
    session: () => fetchSession(visit),
    hear: (what: string) => void heard.value.push(what),
    /** Fetches the account anew. */
    refresh: async () => {
      account.value = await fetchAccount(visit);
    },
  };
}

export type Shop = ReturnType<typeof createShop>;
export const shopKey: InjectionKey<Shop> = Symbol('shop');

/** @throws outside of the app. */
export function useShop(): Shop {
  const shop = inject(shopKey);
  if (!shop) throw new Error('The app provides no shop.');
  return shop;
}
