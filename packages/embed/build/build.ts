/**
 * The script build, `dist/script`: the snippet, the script that a page includes, and the modules that it
 * loads; `dist/integrity.json` has the hash of each.
 */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { rolldown, type InputOptions } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'dist/script');
const minified = { minify: true, comments: false } as const;

function bundle(input: InputOptions['input'], define: Record<string, string> = {}) {
  return rolldown({
    input,
    cwd: root,
    platform: 'browser',
    resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
    transform: { target: 'es2022', define },
  });
}

/** @returns the name of the file that has the calls. */
async function buildCalls(): Promise<string> {
  const rest = await bundle({ calls: 'src/calls/calls.ts' });
  const names = 'chunks/[name]-[hash].js';
  const { output } = await rest.write({
    dir: folder,
    format: 'es',
    entryFileNames: names,
    chunkFileNames: names,
    ...minified,
  });
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  if (!entry) throw new Error('There is no entry among the chunks.');
  return entry.fileName;
}

/** A script that is one file. What it does not know at build time stays an `import()` in it. */
async function buildScript(
  input: string,
  file: string,
  define?: Record<string, string>,
): Promise<void> {
  const script = await bundle(input, define);
  await script.write({
    file: join(folder, file),
    format: 'iife',
    codeSplitting: false,
    ...minified,
  });
}

function hash(algorithm: 'sha256' | 'sha384', content: Buffer): string {
  return `${algorithm}-${createHash(algorithm).update(content).digest('base64')}`;
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const calls = await buildCalls();
await buildScript('src/script/loader.ts', 'fairwell.js', { CALLS: JSON.stringify(calls) });
await buildScript('src/script/stub.ts', 'stub.js');

const names = await readdir(folder, { recursive: true });
const files = await Promise.all(
  names
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map(async (name) => ({
      name: name.replaceAll('\\', '/'),
      content: await readFile(join(folder, name)),
    })),
);
const integrity = Object.fromEntries(
  files.map(({ name, content }) => [name, hash('sha384', content)]),
);
const stub = files.find(({ name }) => name === 'stub.js');
const inlineSnippet = stub && hash('sha256', stub.content);
await writeFile(
  join(root, 'dist/integrity.json'),
  `${JSON.stringify({ files: integrity, inlineSnippet }, null, 2)}\n`,
);

for (const { name, content } of files.filter((file) => !file.name.startsWith('chunks/')))
  console.log(
    `${name}  ${gzipSync(content, { level: 9 }).length} B gzip  ${integrity[name] ?? ''}`,
  );
console.log(`stub.js inline, for script-src: '${inlineSnippet ?? ''}'`);
