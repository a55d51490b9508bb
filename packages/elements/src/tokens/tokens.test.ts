/// <reference types="vite/client" />
import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { LitElement } from 'lit';
import { describe, it } from 'vitest';
import manifest from '../../dist/custom-elements.json' with { type: 'json' };
import { colorPairs } from '../testing/color-pairs.js';
import { contrast } from '../testing/contrast.js';
import { tokens } from './tokens.styles.js';

const sources = import.meta.glob<string>(['../**/*.styles.ts', '!./tokens.styles.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const styles = Object.entries(sources).map(([file, source]) => ({
  file,
  // Comments name colours too.
  css: source.replaceAll(/\/\*.*?\*\//gs, ''),
}));
const { cssText } = tokens;

function namesIn(css: string, pattern: RegExp): string[] {
  return [...new Set([...css.matchAll(pattern)].map(([, name = '']) => name))];
}

const defined = namesIn(cssText, /^\s*--_([\w-]+):/gm);
const settable = namesIn(cssText, /var\(\s*--fw-([\w-]+)/g).filter(
  (name) => !name.startsWith('brand-'),
);

/** Has the tokens and nothing else. */
class TokensElement extends LitElement {
  static override styles = tokens;
}
customElements.define('test-tokens', TokensElement);

/** The value a colour token comes to, in an element with these declarations. */
async function colorsIn(declarations: string): Promise<(token: string) => string> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`test-tokens { ${declarations} }`);
  document.adoptedStyleSheets.push(sheet);
  const element = await fixture(html`<test-tokens></test-tokens>`);
  const probe = document.createElement('i');
  element.shadowRoot?.append(probe);
  const color = (token: string): string => {
    probe.style.color = `var(--_color-${token})`;
    return getComputedStyle(probe).color;
  };
  const colors = new Map(colorPairs.flat().map((token) => [token, color(String(token))]));
  document.adoptedStyleSheets.pop();
  return (token) => colors.get(token) ?? color(token);
}

describe('the tokens', () => {
  it('are all that the styles read', () => {
    for (const { file, css } of styles) {
      const local = namesIn(css, /--_([\w-]+):/g);
      const read = namesIn(css, /var\(\s*--_([\w-]+)/g);
      expect([...defined, ...local], file).to.include.members(
        read.filter((name) => name !== 'heading-inset'),
      );
    }
  });

  it('are each read by a style or by another token', () => {
    const everything = [cssText, ...styles.map(({ css }) => css)].join('\n');
    expect(namesIn(everything, /var\(\s*--_([\w-]+)/g)).to.include.members(defined);
  });

  it('carry the name by which a page sets them', () => {
    expect(settable).to.have.members(defined);
  });

  it('are where the styles get every colour, corner, shadow, typeface and duration', () => {
    const color = /#[\da-f]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|oklch)a?\(/gi;
    const value =
      /(?:border-radius|box-shadow|font-family|font-weight):(?! *(?:.*var\(|inherit))[^;]+|\b[1-9][\d.]*m?s\b/gi;
    for (const { file, css } of styles)
      expect([...css.matchAll(color), ...css.matchAll(value)].map(String), file).to.deep.equal([]);
  });

  it('need no !important', () => {
    for (const { file, css } of [...styles, { file: 'tokens', css: cssText }])
      expect(css, file).not.to.include('!important');
  });

  it('are set by a page alone, but for what a wall asks for itself', () => {
    for (const { file, css } of styles)
      for (const name of namesIn(css, /var\(\s*--fw-([\w-]+)/g))
        expect(settable.concat('wall-overlay-filter'), file).to.include(name);
  });

  it('are documented, and nothing else is', () => {
    const documented = manifest.modules.flatMap(({ declarations }) =>
      declarations.flatMap((declaration) =>
        'cssProperties' in declaration
          ? declaration.cssProperties.map(({ name }) => name.replace('--fw-', ''))
          : [],
      ),
    );
    expect([...new Set(documented)]).to.have.members([...settable, 'wall-overlay-filter']);
  });
});

describe('the colours', () => {
  it.each(['light', 'dark'])('can be read in the %s theme', async (theme) => {
    const color = await colorsIn(`color-scheme: ${theme}`);
    for (const [text, ground, least] of colorPairs)
      expect(contrast(color(text), color(ground)), `${text} on ${ground}`).to.be.at.least(least);
  });

  it('of a button can be read on any accent', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)),
        fc.constantFrom('light', 'dark'),
        async (rgb, theme) => {
          const color = await colorsIn(
            `color-scheme: ${theme}; --fw-color-accent: rgb(${rgb.join(' ')})`,
          );
          for (const ground of ['accent', 'accent-hover'])
            expect(contrast(color('on-accent'), color(ground))).to.be.at.least(4.5);
        },
      ),
    );
  });
});
