import { glob, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { examples, installed } from './folders.ts';

/** What an app says of itself, in its package.json under `example`. */
interface Manifest {
  title: string;
  framework?: string;
  rendering: 'client' | 'server';
  output?: string;
  variants?: Record<string, Record<string, string>>;
}

/** The part of a package.json that is read here. */
export interface PackageJson {
  name: string;
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}

/** An app with certain versions of what it depends on. */
export interface Example {
  /** The folder, and the variant behind an `@` where there are several: `react@18`. */
  readonly id: string;
  readonly title: string;
  /** The version of its framework; absent where there is none. */
  readonly version: string | undefined;
  /** Where its source is. */
  readonly source: string;
  /** Where it is installed, built and run. */
  readonly home: string;
  readonly lock: string;
  readonly rendering: Manifest['rendering'];
  /** Folder of the static files, in `home`. */
  readonly output: string;
  /** Versions that go before those of its package.json. */
  readonly versions: Readonly<Record<string, string>>;
}

export async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** Names of the folders of all apps, in the order of the alphabet. */
export async function listExamples(): Promise<string[]> {
  const names: string[] = [];
  for await (const file of glob('*/project.json', { cwd: examples })) names.push(dirname(file));
  return names.sort();
}

/**
 * An app in all its variants, or in one: `react`, `react@18`, or the folder of it.
 * @throws if there is no such app or variant.
 */
export async function readExample(id: string): Promise<Example[]> {
  const [name = '', wanted] = basename(id).split('@');
  const source = join(examples, name);
  const names = await listExamples();
  if (!names.includes(name))
    throw new Error(`There is no example "${name}". There are ${names.join(', ')}.`);
  const manifest = (await readJson(join(source, 'package.json'))) as PackageJson & {
    example: Manifest;
  };
  const declared = { ...manifest.dependencies, ...manifest.devDependencies };
  const {
    title,
    framework = '',
    rendering,
    output = 'dist',
    variants = { '': {} },
  } = manifest.example;
  const found = Object.entries(variants)
    .filter(([variant]) => wanted === undefined || variant === wanted)
    .map(([variant, versions]): Example => {
      const full = variant ? `${name}@${variant}` : name;
      const home = join(installed, full.replace('@', '-'));
      return {
        id: full,
        title: variant ? `${title} ${variant}` : title,
        version: versions[framework] ?? declared[framework],
        source,
        home,
        lock: join(source, variant ? `package-lock.${variant}.json` : 'package-lock.json'),
        rendering,
        output: join(home, output),
        versions,
      };
    });
  if (found.length === 0)
    throw new Error(`${name} has no variant "${wanted}", but ${Object.keys(variants).join(', ')}.`);
  return found;
}
