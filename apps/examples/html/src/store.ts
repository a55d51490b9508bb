import {
  applyLook,
  readVisit,
  wordsIn,
  type Account,
  type Language,
  type Theme,
  type Words,
} from '@fairwell-examples/account';

export const visit = readVisit(location.search);

/** What the whole app knows. */
interface State {
  language: Language;
  theme: Theme;
  windowsills: number;
  /** Cancelling is forbidden. */
  keep: boolean;
  account: Account | undefined;
}

export const state: State = {
  language: visit.language,
  theme: visit.theme,
  windowsills: visit.windowsills,
  keep: false,
  account: undefined,
};

const listeners = new Set<() => void>();

/** Calls now and after each change. @returns a function that ends it. */
export function watch(listener: () => void): () => void {
  listeners.add(listener);
  listener();
  return () => listeners.delete(listener);
}

export function change(changes: Partial<State>): void {
  Object.assign(state, changes);
  applyLook(state);
  listeners.forEach((listener) => listener());
}

export function words(): Words {
  return wordsIn(state.language);
}
