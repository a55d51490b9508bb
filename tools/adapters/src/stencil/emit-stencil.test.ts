import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../test/manifest.ts';
import { compile } from '../compile.ts';
import { readManifest } from '../read-manifest.ts';
import { emitStencil } from './emit-stencil.ts';

const tsconfig = fileURLToPath(new URL('../../test/fixture/tsconfig.json', import.meta.url));

const right = "await loaders['fw-greeting-step'](); export const tag: Tag = 'fw-quiet-step';";
const wrong = "export const tag: Tag = 'fw-greeting';";
const using = (code: string) =>
  `import { loaders, type Tag } from './generated/loaders.js';\nexport const all = loaders;\n${code}`;

describe('what registers each tag', async () => {
  const emitted = emitStencil(readManifest(await analyze('fixture')));
  const objections = compile(
    tsconfig,
    new Map([
      ...[...emitted].map(([name, text]) => [`generated/${name}`, text] as const),
      ['right.ts', using(right)],
      ['wrong.ts', using(wrong)],
    ]),
  );

  it('compiles', () => {
    expect(objections.get('generated/loaders.ts')).toEqual([]);
    expect(objections.get('right.ts')).toEqual([]);
  });

  it('knows no other', () => {
    expect(objections.get('wrong.ts')).toHaveLength(1);
  });
});
