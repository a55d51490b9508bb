import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileAngular } from '@fairwell-tools/adapters/compile-angular';
import { describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

describe('the readme', () => {
  const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(
    ([, code = ''], index) =>
      [
        `src/example-${index + 1}.ts`,
        code.replaceAll("'@fairwell/angular'", "'./index.js'"),
      ] as const,
  );
  const objections = compileAngular(tsconfig, new Map(examples));

  it.each([...objections])('has %s, which compiles', (_path, found) => {
    expect(found).toEqual([]);
  });
});
