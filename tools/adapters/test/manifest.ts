import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Package } from 'custom-elements-manifest/schema.d.ts';

const run = promisify(execFile);
const analyzer = fileURLToPath(import.meta.resolve('@custom-elements-manifest/analyzer/cem.js'));

/** What the analyzer makes of a folder beside this file. */
export async function analyze(folder: string): Promise<Package> {
  const cwd = fileURLToPath(new URL(folder, import.meta.url));
  const output = await mkdtemp(join(tmpdir(), 'fairwell-manifest-'));
  try {
    // The analyzer takes the output folder as relative to the sources, come what may.
    const outdir = relative(cwd, output);
    await run(
      process.execPath,
      [analyzer, 'analyze', '--litelement', '--globs', 'src/**/*.ts', '--outdir', outdir],
      { cwd },
    );
    return JSON.parse(await readFile(join(output, 'custom-elements.json'), 'utf8')) as Package;
  } finally {
    await rm(output, { recursive: true });
  }
}
