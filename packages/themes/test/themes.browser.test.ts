import { contrast } from '@fairwell-tools/browser/contrast';
import '@fairwell/elements/complete-step.js';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { colorPairs } from './color-pairs.ts';
import { themes } from './sheets.ts';

afterEach(() => {
  document.adoptedStyleSheets = [];
  document.body.replaceChildren();
  delete document.documentElement.dataset['fwTheme'];
});

function adopt(css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}

/** The colours that an element comes to, by the name of their token. */
function colorsIn(parent: Element): (token: string) => string {
  const element = document.createElement('fw-complete-step');
  const probe = document.createElement('i');
  parent.append(element);
  element.shadowRoot?.append(probe);
  return (token) => {
    probe.style.color = `var(--_color-${token})`;
    return getComputedStyle(probe).color;
  };
}

function within(attribute: string, value: string): Element {
  const region = document.createElement('section');
  region.setAttribute(attribute, value);
  document.body.append(region);
  return region;
}

const unthemed = themes.filter(({ name }) => !['default', 'light', 'dark'].includes(name));

describe.each(themes)('the theme $name', ({ name, css }) => {
  it.each(['light', 'dark'])('can be read in a page that is %s', (scheme) => {
    adopt(css);
    adopt(`:root { color-scheme: ${scheme} }`);
    const color = colorsIn(within('data-fw-theme', name));
    const least = (needed: number): number => (name === 'high-contrast' ? 7 : needed);
    for (const [text, ground, needed] of colorPairs)
      expect(contrast(color(text), color(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(
        needed === 3 ? 3 : least(needed),
      );
  });

  it('is put on by a class as well', () => {
    adopt(css);
    const byAttribute = colorsIn(within('data-fw-theme', name));
    const byClass = colorsIn(within('class', `fw-${name}`));
    for (const [text] of colorPairs) expect(byClass(text)).toBe(byAttribute(text));
  });

  it('gives way to what the page says itself', () => {
    adopt(':root, section { --fw-color-text: rgb(1, 2, 3) }');
    adopt(css);
    expect(colorsIn(within('data-fw-theme', name))('text')).toBe('rgb(1, 2, 3)');
  });

  it('takes any accent, with letters that can be read on it', () => {
    adopt(css);
    const region = within('data-fw-theme', name);
    const element = region.appendChild(document.createElement('div'));
    const color = colorsIn(element);
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: 3, maxLength: 3 }), (rgb) => {
        element.style.setProperty('--fw-color-accent', `rgb(${rgb.join(' ')})`);
        for (const ground of ['accent', 'accent-hover'])
          expect(contrast(color('on-accent'), color(ground))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

describe.each(unthemed)('the style sheet of $name', ({ name, css }) => {
  it('themes the whole page where no theme is named', () => {
    adopt(css);
    const whole = colorsIn(document.body);
    const named = colorsIn(within('data-fw-theme', name));
    for (const [text, ground] of colorPairs)
      expect([whole(text), whole(ground)]).toEqual([named(text), named(ground)]);
  });

  it('stays where it is named, once the page names one', () => {
    const plain = colorsIn(document.body)('surface');
    adopt(css);
    document.documentElement.dataset['fwTheme'] = 'default';
    expect(colorsIn(document.body)('surface')).toBe(plain);
  });

  it('leaves the page itself as it is', () => {
    const before = getComputedStyle(document.body);
    const looks = [before.color, before.backgroundColor, before.colorScheme];
    adopt(css);
    const after = getComputedStyle(document.body);
    expect([after.color, after.backgroundColor, after.colorScheme]).toEqual(looks);
  });
});

describe('a theme', () => {
  it('lets the brand of a flow have its accent', () => {
    adopt(themes.find(({ name }) => name === 'dark-midnight')?.css ?? '');
    const region = within('data-fw-theme', 'dark-midnight');
    const panel = region.appendChild(document.createElement('div'));
    panel.style.setProperty('--fw-brand-accent', 'rgb(1, 2, 3)');
    expect(colorsIn(panel)('accent')).toBe('rgb(1, 2, 3)');
  });
});
