#!/usr/bin/env node
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Package } from 'custom-elements-manifest/schema.d.ts';
import { emitAngular } from './angular/emit-angular.ts';
import { emitVsCode } from './editors/emit-vs-code.ts';
import { emitWebTypes } from './editors/emit-web-types.ts';
import type { Emitter, Library } from './emitter.ts';
import { emitJsx } from './jsx/emit-jsx.ts';
import { emitReact } from './react/emit-react.ts';
import { readManifest } from './read-manifest.ts';
import { emitStencil } from './stencil/emit-stencil.ts';
import { emitVue } from './vue/emit-vue.ts';

interface Target {
  /** What is in this folder of the package is replaced. */
  readonly folder: string;
  readonly emit: Emitter;
}

/** In a package of its own; in that of the elements what is for the page that writes the tags itself. */
const targets = new Map<string, Target>([
  ['react', { folder: 'src/generated', emit: emitReact }],
  ['vue', { folder: 'src/generated', emit: emitVue }],
  ['angular', { folder: 'src/generated', emit: emitAngular }],
  ['stencil', { folder: 'src/generated', emit: emitStencil }],
  ['jsx', { folder: 'dist/types', emit: emitJsx }],
  [
    'editors',
    {
      folder: 'dist/editors',
      emit: (elements, library) =>
        new Map([...emitVsCode(elements), ...emitWebTypes(elements, library)]),
    },
  ],
]);

const usage = `Usage: fairwell-adapters TARGET…

Run in the folder of a package that depends on @fairwell/elements, or in that of the elements: writes
what the target needs to know of every element, in place of what is there. TARGET is one of:
${[...targets].map(([name, { folder }]) => `${name} (${folder})`).join(', ')}.`;

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

/** The manifest as the package in this folder finds it. */
async function loadManifest(): Promise<Package> {
  try {
    const { resolve: find } = createRequire(resolve('package.json'));
    return (await readJson(find('@fairwell/elements/custom-elements.json'))) as Package;
  } catch (cause) {
    throw new Error('There is no custom-elements manifest: build @fairwell/elements first.', {
      cause,
    });
  }
}

async function main(names: readonly string[]): Promise<void> {
  const chosen = names.flatMap((name) => targets.get(name) ?? []);
  if (chosen.length === 0 || chosen.length < names.length) throw new Error(usage);
  const elements = readManifest(await loadManifest());
  const library = (await readJson('package.json')) as Library;
  for (const { folder, emit } of chosen) {
    const directory = resolve(folder);
    await rm(directory, { recursive: true, force: true });
    await mkdir(directory, { recursive: true });
    for (const [name, source] of emit(elements, library))
      await writeFile(join(directory, name), source);
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
