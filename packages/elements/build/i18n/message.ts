/** A message as translators and hosts write it: plain text with named placeholders, `Ends on {date}.` */
export type Text = string;

const placeholder = /\{(\w+)\}/g;

/** The names in a text, in order, each once. */
export function placeholdersOf(text: Text): string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), ([, name = '']) => name))];
}

/** Writes each name as its place in the source message, which is all that the browser knows of it. */
export function numbered(text: Text, names: readonly string[]): string {
  return text.replace(placeholder, (_, name: string) => `{${names.indexOf(name)}}`);
}

/** A text cut at its placeholders: words and names in turn. */
export function partsOf(text: Text): ({ words: string } | { name: string })[] {
  return text
    .split(placeholder)
    .map((part, index) => (index % 2 === 0 ? { words: part } : { name: part }))
    .filter((part) => !('words' in part) || part.words !== '');
}
