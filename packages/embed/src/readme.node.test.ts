import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compile } from '@fairwell-tools/adapters/compile';
import { describe, expect, it } from 'vitest';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const tsconfig = fileURLToPath(new URL('../tsconfig.json', import.meta.url));

describe('the readme', () => {
  const examples = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(
    ([, code = ''], index) =>
      [
        `src/example-${index + 1}.ts`,
        `import './index.js';\n${code.replaceAll("'@fairwell/embed'", "'./index.js'").replace('const detach', 'export const detach')}`,
      ] as const,
  );
  const objections = compile(tsconfig, new Map(examples));

  it('has examples', () => expect(examples.length).toBeGreaterThan(5));

  it.each([...objections].map(([path, found]) => ({ path, found })))(
    'has $path, which compiles',
    ({ found }) => expect(found).toEqual([]),
  );
});
