import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const source = fileURLToPath(new URL('../../test/app', import.meta.url));

/**
 * Builds the components that the tests use with Stencil itself, which writes into its sources: into
 * those of a copy.
 * @param settings File of `test/app` that says what to build.
 * @returns the folder of the copy, which the outputs are in.
 */
export async function buildApp(settings: string): Promise<string> {
  const copy = fileURLToPath(new URL(`../../test-results/${settings}`, import.meta.url));
  await rm(copy, { recursive: true, force: true });
  await cp(source, copy, { recursive: true });
  const compiler = createRequire(import.meta.url).resolve('@stencil/core/compiler');
  const stencil = join(dirname(compiler), '../bin/stencil');
  const args = [stencil, 'build', '--prod', '--ci', '--config', settings];
  // Vitest says that it is a test, and for that a bundler takes what Lit has for developers.
  const env = { ...process.env, NODE_ENV: 'production' };
  try {
    await promisify(execFile)(process.execPath, args, { cwd: copy, env });
  } catch (cause) {
    throw new Error('Stencil could not build the components of test/app.', { cause });
  }
  return copy;
}
