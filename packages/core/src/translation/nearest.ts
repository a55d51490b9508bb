/** How many letters to add, take away or change. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** The one of `known` that is spelled most like `word`, whatever its case. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const near = (other: string): number => distance(word.toLowerCase(), other.toLowerCase());
  return [...known].sort((one, other) => near(one) - near(other))[0];
}
