import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Flow } from '@fairwell/contract';
import { parseFlow } from '@fairwell/core';

const folder = new URL('../flows/', import.meta.url);

/**
 * The blueprints in `flows`, by the names of their files.
 * @throws {FairwellError} naming the place in the JSON, if one is not a flow.
 */
export async function readFlows(): Promise<ReadonlyMap<string, Flow>> {
  const files = await readdir(folder);
  const flows = files
    .filter((file) => file.endsWith('.json'))
    .map(async (file): Promise<[string, Flow]> => {
      const blueprint: unknown = JSON.parse(await readFile(new URL(file, folder), 'utf8'));
      return [basename(file, '.json'), parseFlow(blueprint)];
    });
  return new Map(await Promise.all(flows));
}
