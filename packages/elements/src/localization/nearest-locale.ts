function declaredLanguage(element: Element): string | undefined {
  const holder = element.closest('[lang]');
  if (holder) return holder.getAttribute('lang') || undefined;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? declaredLanguage(root.host) : undefined;
}

function isWellFormed(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/**
 * The BCP 47 tag of the nearest `lang`, through shadow roots; the reader's own where none is declared.
 * Chromium makes one that is not well-formed of a POSIX locale: then English.
 */
export function nearestLocale(element: Element): string {
  const candidates = [declaredLanguage(element), navigator.language];
  return candidates.find((tag) => tag !== undefined && isWellFormed(tag)) ?? 'en';
}
