function parse(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

export function isRightToLeft(tag: string): boolean {
  const script = parse(tag)?.maximize().script ?? '';
  return ['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'].includes(script);
}

/** Whose dates are nearest where a browser does not know those of a language. */
const neighbours: Readonly<Record<string, string>> = {
  bho: 'hi',
  jv: 'id',
  mai: 'hi',
  ne: 'hi',
  sd: 'ur',
  yue: 'zh-HK',
};

/** Browsers know the months of only some languages; of others they say `M11`, or speak as they please. */
function knowsDates(tag: string): boolean {
  if (Intl.DateTimeFormat.supportedLocalesOf(tag).length === 0) return false;
  const november = new Date(Date.UTC(2000, 10, 15));
  return !/M11/.test(new Intl.DateTimeFormat(tag, { dateStyle: 'long' }).format(november));
}

/** The locale for numbers, money and dates that go with words of `tag`; `wanted` has the reader's region. */
export function formatLocale(tag: string, wanted: string): string {
  if (knowsDates(wanted)) return wanted;
  return neighbours[parse(tag)?.language ?? ''] ?? 'en-GB';
}
