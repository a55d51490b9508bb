/** A text as its author wrote it, with its merge fields; a rich one has marks in it too. */
export interface SourceText {
  kind: 'plain' | 'rich';
  text: string;
}

/** Translates ahead of publishing; no customer ever waits for it. */
export interface Translator {
  /** Asking it again costs time or money, so what it answers is kept. */
  readonly isRemote: boolean;
  /**
   * @param from BCP 47, as `to`.
   * @returns As many, in the same order, with the same merge fields and marks; null where it has none.
   * @throws {FairwellError} if it cannot be asked, or does not speak one of the languages.
   */
  translate(
    texts: readonly SourceText[],
    from: string,
    to: string,
  ): Promise<readonly (string | null)[]>;
}
