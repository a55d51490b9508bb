/// <reference types="vite/client" />
import { expect } from '@open-wc/testing';
import { describe, it } from 'vitest';
import manifest from '../../dist/custom-elements.json' with { type: 'json' };
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
  // What a page's own accent goes before.
  (name) => name !== 'brand-accent' && name !== 'theme-accent',
);

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
    // One a wall has for itself, one is read by script.
    expect([...new Set(documented)]).to.have.members([
      ...settable,
      'wall-overlay-filter',
      'step-tag',
    ]);
  });
});
