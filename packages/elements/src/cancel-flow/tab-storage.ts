import { clearState as clearStateIn, type FlowStorage } from '@fairwell/core';

/** What lasts as long as the tab; undefined where a page may store nothing. */
export function tabStorage(): FlowStorage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

/**
 * Forgets what the customer answered and where they were in the flow, which is kept while the tab
 * is open until something was decided. To be called when they sign out.
 */
export function clearState(): void {
  const storage = tabStorage();
  if (storage) clearStateIn(storage);
}
