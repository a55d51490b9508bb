let locks = 0;
let before: [property: string, value: string][] = [];

/** Holds the page still behind a modal. The place of its scroll bar stays, so nothing moves. */
export function lockScroll(): void {
  locks += 1;
  if (locks > 1) return;
  const { style, clientWidth } = document.documentElement;
  const wanted: [string, string][] = [['overflow', 'hidden']];
  if (window.innerWidth > clientWidth) wanted.push(['scrollbar-gutter', 'stable']);
  before = wanted.map(([property]) => [property, style.getPropertyValue(property)]);
  for (const [property, value] of wanted) style.setProperty(property, value);
}

export function unlockScroll(): void {
  locks -= 1;
  if (locks > 0) return;
  for (const [property, value] of before)
    document.documentElement.style.setProperty(property, value);
}
