import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import manifest from '@fairwell/elements/custom-elements.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';

const folder = new URL('../css/', import.meta.url);
const files = globSync('*.css', { cwd: folder }).sort();
const read = (file: string): string => readFileSync(new URL(file, folder), 'utf8');
const tokens = new Set(
  manifest.modules.flatMap(({ declarations }) =>
    declarations.flatMap((declaration) =>
      'cssProperties' in declaration ? declaration.cssProperties.map(({ name }) => name) : [],
    ),
  ),
);

describe('the style sheets', () => {
  it('are those that the README names', () => {
    const named = [
      ...readFileSync(new URL('../README.md', import.meta.url), 'utf8').matchAll(
        /`([\w-]+\.css)`/g,
      ),
    ].map(([, file]) => file);
    expect([...new Set(named)].sort()).toEqual(files);
  });

  it.each(files)('%s is under 2 KB gzipped', (file) => {
    expect(gzipSync(read(file)).length).toBeLessThan(2000);
  });

  it.each(files)('%s sets tokens that the elements have, and forces nothing', (file) => {
    const set = [...read(file).matchAll(/(--[\w-]+):/g)].map(([, name = '']) => name);
    expect([...tokens, '--fw-theme-accent']).toEqual(expect.arrayContaining(set));
    expect(read(file)).not.toContain('!important');
  });

  it('default.css takes back every token', () => {
    for (const token of tokens) expect(read('default.css')).toContain(`${token}:`);
  });
});
