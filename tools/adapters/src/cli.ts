#!/usr/bin/env node
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Package } from 'custom-elements-manifest/schema.d.ts';
import type { Emitter } from './emitter.ts';
import { emitReact } from './react/emit-react.ts';
import { readManifest } from './read-manifest.ts';

const emitters = new Map<string, Emitter>([['react', emitReact]]);

const usage = `Usage: fairwell-adapters FRAMEWORK

Run in the folder of an adapter: writes its wrappers of every element into src/generated, in place
of what is there. FRAMEWORK is one of: ${[...emitters.keys()].join(', ')}.`;

async function loadManifest(): Promise<Package> {
  const file = fileURLToPath(import.meta.resolve('@fairwell/elements/custom-elements.json'));
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new Error(`There is no manifest at ${file}: build @fairwell/elements first.`, { cause });
  });
  return JSON.parse(text) as Package;
}

async function main(framework = ''): Promise<void> {
  const emit = emitters.get(framework);
  if (!emit) throw new Error(usage);
  const modules = emit(readManifest(await loadManifest()));
  const directory = resolve('src/generated');
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const [name, source] of modules) await writeFile(join(directory, name), source);
}

try {
  await main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
