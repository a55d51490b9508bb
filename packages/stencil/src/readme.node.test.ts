import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '@fairwell-tools/adapters/compile';
import { describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
/** Stencil's compiler reads decorators in the old way. */
const tsconfig = fileURLToPath(new URL('../test/app/tsconfig.json', import.meta.url));

describe('the readme', () => {
  const examples = [...readme.matchAll(/^```tsx?\n(.*?)^```/gms)].map(
    ([, code = ''], index) => [`src/example-${index + 1}.tsx`, code] as const,
  );
  const objections = compile(tsconfig, new Map(examples));

  it.each([...objections])('has %s, which compiles', (_path, found) => {
    expect(found).toEqual([]);
  });
});
