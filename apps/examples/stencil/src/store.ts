import {
  fetchAccount,
  readVisit,
  wordsIn,
  type Account,
  type Language,
  type Theme,
} from '@fairwell-examples/account';
import { createStore } from '@stencil/store';

export const visit = readVisit(location.search);

interface State {
  language: Language;
  theme: Theme;
  windowsills: number;
  /** Cancelling is forbidden. */
  keep: boolean;
  account: Account | undefined;
  heard: readonly string[];
  /** The customer is on the other page. */
  isElsewhere: boolean;
}

/** A component that reads of it is drawn anew when that changes. */
export const { state, onChange: watch } = createStore<State>({
  language: visit.language,
  theme: visit.theme,
  windowsills: visit.windowsills,
  keep: false,
  account: undefined,
  heard: [],
  isElsewhere: false,
});

export const words = () => wordsIn(state.language);

/** Writes down what the page was told. */
export function hear(what: string): void {
  state.heard = [...state.heard, what];
}

export async function refresh(): Promise<void> {
  state.account = await fetchAccount(visit);
}
