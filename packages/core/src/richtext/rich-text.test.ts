import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeRichText } from './escape.js';
import { parseRichText, type RichNode } from './rich-text.js';

const text = (value: string): RichNode => ({ type: 'text', text: value });

function plain(nodes: readonly RichNode[]): string {
  return nodes.map((node) => (node.type === 'text' ? node.text : plain(node.children))).join('');
}

describe('parseRichText', () => {
  it('reads paragraphs, lists, emphasis and links', () => {
    expect(
      parseRichText('<p>Pay <b>less</b><br>or <a href="/help">ask</a></p><ul><li>One</ul>'),
    ).toEqual([
      {
        type: 'element',
        tag: 'p',
        children: [
          text('Pay '),
          { type: 'element', tag: 'strong', children: [text('less')] },
          { type: 'element', tag: 'br', children: [] },
          text('or '),
          { type: 'element', tag: 'a', href: '/help', children: [text('ask')] },
        ],
      },
      {
        type: 'element',
        tag: 'ul',
        children: [{ type: 'element', tag: 'li', children: [text('One')] }],
      },
    ]);
  });

  it('leaves plain words alone', () => {
    expect(parseRichText('3 < 4 & 5 > 2')).toEqual([text('3 '), text('<'), text(' 4 & 5 > 2')]);
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<p onclick="alert(1)" style="color:red">x</p>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" java&#115;cript:alert(1)">x</a>',
    '<a href="//evil.example">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<svg><a href="https://ok.example">x</a></svg>',
    '<iframe src="https://evil.example"></iframe>',
    '<p><a href="vbscript:x"',
  ])('keeps nothing dangerous of %s', (source) => {
    const walk = (nodes: readonly RichNode[]): void => {
      for (const node of nodes) {
        if (node.type === 'text') continue;
        expect(['p', 'strong', 'em', 'ul', 'ol', 'li', 'br', 'a']).toContain(node.tag);
        expect(node.href ?? 'https://').toMatch(/^(https?:\/\/|\/[^/]|mailto:|tel:)/);
        walk(node.children);
      }
    };
    walk(parseRichText(source));
  });

  it.each(['//', '/\\', '/\\/', '/\t/', '/&#9;/', '/&#10;\\', ' /\r//', '\\/', '\\\\'])(
    'keeps a path on the site: %j leads nowhere else',
    (start) => {
      const [link] = parseRichText(`<a href="${start}evil.example/x">x</a>`);
      const href = link?.type === 'element' ? link.href : undefined;
      const origin = 'https://shop.example';
      expect(new URL(href ?? '', origin).origin).toBe(origin);
    },
  );

  it('gives back every escaped text as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        expect(plain(parseRichText(escapeRichText(value)))).toBe(value);
      }),
    );
  });

  it('reads any text without a fault', () => {
    fc.assert(fc.property(fc.string(), (value) => Array.isArray(parseRichText(value))));
  });
});
