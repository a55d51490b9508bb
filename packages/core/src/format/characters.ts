let segmenter: Intl.Segmenter | undefined;

/** How many characters a person counts: an emoji or an accented letter is one, whatever it is made of. */
export function countCharacters(text: string): number {
  segmenter ??= new Intl.Segmenter();
  return [...segmenter.segment(text)].length;
}
