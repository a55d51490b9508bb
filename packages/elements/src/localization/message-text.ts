/** A message as translators and hosts write it: plain text with named placeholders, `Ends on {date}.` */
export type Text = string;

const placeholder = /\{(\w+)\}/g;

/** The names in a text, in order, each once. */
export function placeholdersOf(text: Text): string[] {
  return [...new Set(Array.from(text.matchAll(placeholder), ([, name = '']) => name))];
}

/** Writes each name as its place in the source message, which is all that `msg` knows of it. */
export function numbered(text: Text, names: readonly string[]): string {
  return text.replace(placeholder, (whole, name: string) =>
    names.includes(name) ? `{${names.indexOf(name)}}` : whole,
  );
}
