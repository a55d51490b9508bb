import type { Text } from '../../src/localization/message-text.ts';

/** A text cut at its placeholders: words and names in turn. */
export function partsOf(text: Text): ({ words: string } | { name: string })[] {
  return text
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? { words: part } : { name: part }))
    .filter((part) => !('words' in part) || part.words !== '');
}
