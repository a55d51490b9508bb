import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileComponents } from './testing/compile-components.js';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

/** Modules of the reader's, and of no dependency of ours. */
const elsewhere = (code: string) =>
  code
    .replace(/^import (\w+) from '\.\/\w+\.vue';$/m, "declare const $1: import('vue').Component;")
    .replace(
      "import vue from '@vitejs/plugin-vue';",
      "declare function vue(given: { template: { compilerOptions: Parameters<typeof import('vue').compile>[1] } }): object;",
    );

describe('the readme', () => {
  const examples = [...readme.matchAll(/^```(vue|ts)\n(.*?)^```/gms)].map(
    ([, language = '', code = ''], index) =>
      [`example-${index + 1}.${language}`, elsewhere(code)] as const,
  );
  const objections = compileComponents(new Map(examples));

  it.each([...objections])('has %s, which compiles', (_name, found) => {
    expect(found).toEqual([]);
  });
});
