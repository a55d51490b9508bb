import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const source = fileURLToPath(new URL('../../test/app', import.meta.url));
const copy = fileURLToPath(new URL('../../test-results/app', import.meta.url));

/** Builds the components that the tests use, with Stencil itself, which writes into its sources: into those of a copy. */
export async function setup(): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await cp(source, copy, { recursive: true });
  const compiler = createRequire(import.meta.url).resolve('@stencil/core/compiler');
  const stencil = join(dirname(compiler), '../bin/stencil');
  const run = promisify(execFile);
  try {
    await run(process.execPath, [stencil, 'build', '--prod', '--ci'], { cwd: copy });
  } catch (cause) {
    throw new Error('Stencil could not build the components of test/app.', { cause });
  }
}
