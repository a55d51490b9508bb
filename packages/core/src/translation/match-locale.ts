function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

/** Language and script: `zh-TW` is written as `zh-Hant`, which no reader of `zh-Hans` asked for. */
function writing(locale: Intl.Locale): string {
  const { language, script } = locale.maximize();
  return `${language}-${script ?? ''}`;
}

/**
 * The one of `available` that serves the first of these tags that any serves: the same, else one of
 * the same language in the same script. Tags are BCP 47; what is none serves nobody.
 */
export function matchLocale(
  tags: readonly string[],
  available: readonly string[],
): { tag: string; wanted: string } | undefined {
  for (const wanted of tags) {
    const locale = parse(wanted);
    if (!locale) continue;
    const tag =
      available.find((each) => parse(each)?.toString() === locale.toString()) ??
      available.find((each) => {
        const other = parse(each);
        return other && writing(other) === writing(locale);
      });
    if (tag !== undefined) return { tag, wanted: locale.toString() };
  }
  return undefined;
}

let names: Intl.DisplayNames | undefined;

/** Is this a BCP 47 tag of a language that there is; `pt_BR` and `xx` are not. */
export function isLocale(tag: string): boolean {
  const language = parse(tag)?.language;
  if (language === undefined) return false;
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names.of(language) !== undefined;
}
