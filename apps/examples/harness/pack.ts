import { existsSync } from 'node:fs';
import { glob, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readJson, type PackageJson } from './example.ts';
import { packed, root } from './folders.ts';
import { npm } from './run.ts';

/** What is packed, by the name of the package. */
export type Packed = Record<string, { file: string; needs: string[] }>;

const index = join(packed, 'index.json');

/** For back ends, which no app here is. */
const others = new Set(['@fairwell/node', '@fairwell/service']);

/** Packages that are built, or need not be; by their folders. */
async function listPackages(): Promise<Map<string, PackageJson>> {
  const found = new Map<string, PackageJson>();
  for await (const file of glob('{packages/*,apps/examples/account}/package.json', { cwd: root })) {
    const folder = join(root, dirname(file));
    const manifest = (await readJson(join(root, file))) as PackageJson;
    const isBuilt = !manifest.scripts?.['build'] || existsSync(join(folder, 'dist'));
    if (isBuilt && !others.has(manifest.name)) found.set(folder, manifest);
  }
  return found;
}

/** An install that has begun may still read an old one. */
async function removeOld(known: Packed): Promise<void> {
  const files = new Set(Object.values(known).map(({ file }) => file));
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of await readdir(packed)) {
    const file = join(packed, name);
    if (name.endsWith('.tgz') && !files.has(file) && (await stat(file)).mtimeMs < anHourAgo)
      await rm(file, { force: true });
  }
}

/** Packs what is built, as it would be published. The name of a file is another for other content. */
export async function pack(): Promise<void> {
  const packages = await listPackages();
  await mkdir(packed, { recursive: true });
  const staging = await mkdtemp(join(packed, 'packing-'));
  try {
    const printed = await npm(
      root,
      'pack',
      '--json',
      '--loglevel=error',
      `--pack-destination=${staging}`,
      ...packages.keys(),
    );
    const tarballs = JSON.parse(printed.slice(printed.search(/[[{]/))) as {
      name: string;
      filename: string;
      shasum: string;
    }[];
    const result: Packed = {};
    for (const { name, filename, shasum } of tarballs) {
      const file = join(packed, `${shasum.slice(0, 12)}-${filename}`);
      await rename(join(staging, filename), file);
      const manifest = [...packages.values()].find((each) => each.name === name);
      result[name] = { file, needs: Object.keys(manifest?.dependencies ?? {}) };
    }
    await writeFile(join(staging, 'index.json'), JSON.stringify(result, null, 2));
    await rename(join(staging, 'index.json'), index);
    await removeOld(result);
  } finally {
    await rm(staging, { recursive: true });
  }
}

/**
 * These of the packed packages, and those that they need.
 * @returns their files, by name.
 * @throws if one is not packed.
 */
export async function packedFiles(names: readonly string[]): Promise<Map<string, string>> {
  const known = (await readJson(index)) as Packed;
  const files = new Map<string, string>();
  const add = (name: string): void => {
    const found = known[name];
    if (!found) throw new Error(`${name} is not packed. Is it built? (npx nx build ${name})`);
    if (files.has(name)) return;
    files.set(name, found.file);
    found.needs.filter((each) => each.startsWith('@fairwell/')).forEach(add);
  };
  names.forEach(add);
  return files;
}
