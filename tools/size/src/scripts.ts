import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { scripts } from './budgets.ts';

/**
 * The script build of `@fairwell/embed` against its budgets, file by file.
 * @throws {Error} if a file is not there that has one.
 */
export async function scriptRows(): Promise<{ what: string; bytes: number; limit: number }[]> {
  const folder = dirname(fileURLToPath(import.meta.resolve('@fairwell/embed/script/fairwell.js')));
  const names = await readdir(folder, { recursive: true });
  return Promise.all(
    scripts.map(async ({ what, pattern, limit }) => {
      const name = names.find((each) => pattern.test(each.replaceAll('\\', '/')));
      if (!name) throw new Error(`No script is named ${String(pattern)}: was it renamed?`);
      const bytes = gzipSync(await readFile(join(folder, name)), { level: 9 }).length;
      return { what, bytes, limit };
    }),
  );
}
