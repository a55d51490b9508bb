const told = new Set<string>();

/** Tells the page's author something, once in the life of the page. */
export function tellOnce(level: 'error' | 'info' | 'warn', text: string): void {
  if (told.has(text)) return;
  told.add(text);
  console[level](text);
}
