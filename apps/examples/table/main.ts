/** Compares the table of docs/frameworks.md with what the tests found; `--write` writes it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../harness/folders.ts';
import { readResults } from './results.ts';
import { drawTable, putTable } from './table.ts';

const file = join(root, 'docs/frameworks.md');
const page = await readFile(file, 'utf8');
const drawn = putTable(page, drawTable(await readResults()));
const written = await format(drawn, { ...(await resolveConfig(file)), filepath: file });
if (process.argv.includes('--write')) await writeFile(file, written);
else if (written !== page) {
  console.error('docs/frameworks.md says something else: npm run test:examples -- --write');
  process.exitCode = 1;
}
