import type { Plugin } from 'vite';
import { applyEdits, editsIn, isNode, listOf, type Edit, type Node } from './edit.ts';

function minifyCss(source: string): string {
  return source
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')
    .trim();
}

/** A line break between two tags separates nothing; any other white space may be a space to read. */
function minifyHtml(source: string): string {
  return source
    .replace(/>\s*\n\s*</g, '><')
    .replace(/^\s*\n\s*(?=<)|(?<=>)\s*\n\s*$/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ >/g, '>');
}

const minifiers: Record<string, (source: string) => string> = {
  css: minifyCss,
  html: minifyHtml,
  svg: minifyHtml,
};

function editsAt({ type, tag, quasi }: Node): Edit[] {
  if (type !== 'TaggedTemplateExpression' || !isNode(tag) || !isNode(quasi)) return [];
  const minify = minifiers[String(tag['name'])];
  if (!minify) return [];
  return listOf(quasi['quasis']).flatMap((part) => {
    if (!isNode(part) || !isNode(part['value'])) return [];
    const before = String(part['value']['raw']);
    return [{ start: Number(part['start']), before, after: minify(before) }];
  });
}

/**
 * Takes the white space out of `html` and `css` templates: a page's own bundler shortens code, and
 * leaves what is inside of a string as it is.
 */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    renderChunk(code) {
      return applyEdits(code, editsIn(this.parse(code), editsAt));
    },
  };
}
