import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FlowDraft, Id, type StoredFlow } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { Type } from 'typebox';
import { Assert } from 'typebox/value';
import { faultOf } from '../errors/validation.js';
import { flowToPublish, withoutNumber } from '../flows/publishable.js';

/** A flow in a file, `annual.json`. What is live, and in which order, is not in it. */
const FlowFile = Type.Object(
  { id: Id, segment: FlowDraft.properties.segment, flow: FlowDraft.properties.flow },
  { additionalProperties: false },
);

const extension = '.json';

/** Each draft into a file of its own. Answers with their names. */
export async function writeFlowFiles(
  directory: string,
  flows: readonly Pick<StoredFlow, 'id' | 'draft'>[],
): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  return Promise.all(
    flows.map(async ({ id, draft: { segment, flow } }) => {
      const name = `${id}${extension}`;
      const content = { id, segment, flow: withoutNumber(flow) };
      await writeFile(join(directory, name), `${JSON.stringify(content, null, 2)}\n`);
      return name;
    }),
  );
}

async function readFlowFile(directory: string, name: string): Promise<[string, FlowDraft]> {
  const content: unknown = JSON.parse(await readFile(join(directory, name), 'utf8'));
  const fault = faultOf(FlowFile, content);
  if (fault) throw new FairwellError('invalid_flow', [fault.field, fault.says].join(' ').trim());
  Assert(FlowFile, content);
  const { id, segment, flow } = content;
  if (name !== `${id}${extension}`)
    throw new FairwellError('invalid_flow', `id must be the name of the file, not "${id}"`);
  flowToPublish(flow, id);
  return [id, { flow: withoutNumber(flow), segment }];
}

/**
 * The drafts in a folder's files, by id, each fit to be published.
 * @throws {Error} with a line for every file that is not.
 */
export async function readFlowFiles(directory: string): Promise<Map<string, FlowDraft>> {
  const names = (await readdir(directory)).filter((name) => name.endsWith(extension)).sort();
  if (names.length === 0) throw new Error(`There is no ${extension} file in ${directory}`);
  const faults: string[] = [];
  const drafts = new Map<string, FlowDraft>();
  for (const name of names)
    try {
      drafts.set(...(await readFlowFile(directory, name)));
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  if (faults.length > 0) throw new Error(['Nothing was imported:', ...faults].join('\n  '));
  return drafts;
}
