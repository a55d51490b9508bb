import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readJson, type Example, type PackageJson } from './example.ts';
import { packedFiles } from './pack.ts';
import { npm } from './run.ts';

/** Of an app's folder, what is not its source: made by its tools, or ours. */
const made = new Set([
  'node_modules',
  'dist',
  'www',
  '.angular',
  '.next',
  '.nuxt',
  '.output',
  '.stencil',
  '.svelte-kit',
  'test-results',
  'project.json',
]);

const isOurs = (name: string): boolean => /^@fairwell(-examples)?\//.test(name);

/** What was installed here, so that it is not done again. */
const stampOf = (home: string): string => join(home, 'node_modules', '.fairwell-installed');

/** The app's source, and nothing that an earlier build left. */
async function copy({ source, home }: Example): Promise<void> {
  await mkdir(home, { recursive: true });
  for (const name of await readdir(home))
    if (name !== 'node_modules') await rm(join(home, name), { recursive: true });
  await cp(source, home, {
    recursive: true,
    filter: (path) => !made.has(basename(path)) && !/^package-lock.*\.json$/.test(basename(path)),
  });
}

/** Its package.json, with our packages as files, and in the versions of the variant. */
async function writeManifest({ home, versions }: Example): Promise<PackageJson> {
  const file = join(home, 'package.json');
  const manifest = (await readJson(file)) as PackageJson;
  const { dependencies = {}, devDependencies = {} } = manifest;
  const wanted = Object.keys({ ...dependencies, ...devDependencies }).filter(isOurs);
  const ours: Record<string, string> = {};
  for (const [name, path] of await packedFiles(wanted)) ours[name] = `file:${path}`;
  const inVariant = (all: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(all).map(([name, version]) => [name, versions[name] ?? version]),
    );
  const written = {
    ...manifest,
    dependencies: { ...inVariant(dependencies), ...ours },
    devDependencies: inVariant(devDependencies),
  };
  await writeFile(file, `${JSON.stringify(written, null, 2)}\n`);
  return written;
}

const quiet = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--omit-lockfile-registry-resolved',
  '--prefer-offline',
  '--loglevel=error',
];

/** Copies an app to where it is run, and installs what it depends on, unless that is there. */
export async function install(example: Example): Promise<void> {
  const { home, lock } = example;
  await copy(example);
  const manifest = await writeManifest(example);
  if (!existsSync(lock))
    throw new Error(`${lock} is missing. Write it: npm run example:lock -- ${example.id}`);
  const locked = await readFile(lock, 'utf8');
  const { dependencies, devDependencies } = manifest;
  const wanted = createHash('sha256')
    .update(JSON.stringify([dependencies, devDependencies, process.version]) + locked)
    .digest('hex');
  const stamp = stampOf(home);
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === wanted) return;
  await rm(stamp, { force: true });
  await writeFile(join(home, 'package-lock.json'), locked);
  await npm(home, 'install', ...quiet);
  await writeFile(stamp, wanted);
}

interface Lock {
  packages: Record<string, { dependencies?: Record<string, string> }>;
}

/** Writes the lock of an app anew, without what is ours: that is another with every change. */
export async function writeLock(example: Example): Promise<void> {
  const { home, lock } = example;
  await copy(example);
  await writeManifest(example);
  await rm(join(home, 'node_modules'), { recursive: true, force: true });
  await npm(home, 'install', '--package-lock-only', ...quiet);
  const { packages, ...rest } = (await readJson(join(home, 'package-lock.json'))) as Lock;
  const others = Object.entries(packages).filter(
    ([path]) => !isOurs(path.replace(/^.*node_modules\//, '')),
  );
  for (const [path, each] of others)
    if (path === '' && each.dependencies)
      each.dependencies = Object.fromEntries(
        Object.entries(each.dependencies).filter(([name]) => !isOurs(name)),
      );
  const written = { ...rest, packages: Object.fromEntries(others) };
  await writeFile(lock, `${JSON.stringify(written, null, 2)}\n`);
}
