/** The CLDR categories: https://cldr.unicode.org/index/cldr-spec/plural-rules */
export type Category = Intl.LDMLPluralRule;

const plural = /^(.+)\.(zero|one|two|few|many|other)$/;

/** `month.few` is the form `few` of `month`; a key without a form has only one. */
export function formOf(key: string): { base: string; category: Category } | undefined {
  const [, base, category] = plural.exec(key) ?? [];
  return base && category ? { base, category: category as Category } : undefined;
}

/** Exactly the forms that a language has. */
export function categoriesOf(tag: string): readonly Category[] {
  return new Intl.PluralRules(tag).resolvedOptions().pluralCategories;
}

/** The keys that a language has for those of the source: each plural in its own forms. */
export function keysFor(tag: string, sourceKeys: readonly string[]): string[] {
  return sourceKeys.flatMap((key) => {
    const form = formOf(key);
    if (!form) return [key];
    return form.category === 'other'
      ? categoriesOf(tag).map((category) => `${form.base}.${category}`)
      : [];
  });
}

/** The source message that a language's message translates. */
export function sourceKey(key: string, isSource: (key: string) => boolean): string {
  const form = formOf(key);
  return form && !isSource(key) ? `${form.base}.other` : key;
}

/** Is this the form of one number alone, so that the number may be put in words? */
export function isOfOneNumber(tag: string, category: Category): boolean {
  const rules = new Intl.PluralRules(tag);
  return (
    Array.from({ length: 201 }, (_, n) => n).filter((n) => rules.select(n) === category).length ===
    1
  );
}
