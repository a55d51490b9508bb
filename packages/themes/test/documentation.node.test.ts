import { readFileSync } from 'node:fs';
import manifest from '@fairwell/elements/custom-elements.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../../docs/theming.md', import.meta.url), 'utf8');
const declarations = manifest.modules.flatMap((module) => module.declarations);
const namesOf = (key: 'cssProperties' | 'cssParts'): string[] => {
  const names = declarations.flatMap((declaration) => {
    const listed: unknown = Object.entries(declaration).find(([name]) => name === key)?.[1];
    return Array.isArray(listed) ? listed.map((each: { name: string }) => each.name) : [];
  });
  return [...new Set(names)].sort();
};
const between = (start: string, end: string): string =>
  page.slice(page.indexOf(start), page.indexOf(end));

describe('the page on theming', () => {
  it('lists every token, and no other', () => {
    const listed = [...page.matchAll(/^\| `(--fw-[\w-]+)`/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual(namesOf('cssProperties'));
  });

  it('lists every part, and no other', () => {
    const listed = [...between('## Parts', '## Moving').matchAll(/^- .*$/gm)].flatMap(([line]) =>
      [...line.matchAll(/`([\w-]+)`/g)].map(([, name]) => name),
    );
    expect(listed.sort()).toEqual(namesOf('cssParts'));
  });

  it('leads to parts that there are', () => {
    const named = [...page.matchAll(/::part\(([\w-]+)\)/g)].map(([, name]) => name);
    expect(['x', ...namesOf('cssParts')]).toEqual(expect.arrayContaining(named));
  });
});
