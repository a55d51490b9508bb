export type RichTag = 'p' | 'strong' | 'em' | 'ul' | 'ol' | 'li' | 'br' | 'a';

export type RichNode =
  | { type: 'text'; text: string }
  | { type: 'element'; tag: RichTag; href?: string; children: RichNode[] };

const tags: Record<string, RichTag> = {
  p: 'p',
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  br: 'br',
  a: 'a',
};

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

function decode(source: string): string {
  return source.replace(
    /&(?:#(\d{1,7})|(\w{2,6}));/g,
    (match, code: string | undefined, name: string | undefined) => {
      if (!code) return entities[name ?? ''] ?? match;
      const point = Number(code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : match;
    },
  );
}

function hrefIn(attributes: string): string | undefined {
  const match = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(attributes);
  // A browser passes over tabs and line ends in an address, and takes a backslash for a slash.
  const href = decode(match?.[1] ?? match?.[2] ?? '')
    .replace(/[\t\n\r]/g, '')
    .trim();
  return /^(https?:\/\/|\/(?![/\\])|mailto:|tel:)/i.test(href) ? href : undefined;
}

/**
 * Reads the small subset of HTML that a flow's author may use: `p strong b em i ul ol li br` and
 * `a` with an address of a web page, mail or telephone. Every other tag and every other attribute
 * is dropped and its text kept. Nothing is ever handed to an HTML parser.
 */
export function parseRichText(source: string): RichNode[] {
  const root: RichNode[] = [];
  const open: { tag: RichTag; children: RichNode[] }[] = [];
  const children = (): RichNode[] => open.at(-1)?.children ?? root;
  const pattern = /<(\/?)([a-z][a-z0-9]*)\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>|([^<]+|<)/gi;
  for (const [, slash, name = '', attributes = '', text] of source.matchAll(pattern)) {
    if (text !== undefined) {
      children().push({ type: 'text', text: decode(text) });
      continue;
    }
    const key = name.toLowerCase();
    const tag = Object.hasOwn(tags, key) ? tags[key] : undefined;
    if (!tag) continue;
    if (slash) {
      const index = open.findLastIndex((each) => each.tag === tag);
      if (index >= 0) open.length = index;
      continue;
    }
    const href = tag === 'a' ? hrefIn(attributes) : undefined;
    const node = { type: 'element' as const, tag, ...(href && { href }), children: [] };
    children().push(node);
    if (tag !== 'br') open.push(node);
  }
  return root;
}
