import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capabilities } from '../e2e/capabilities.ts';
import { listExamples, readExample, readJson, type Example } from '../harness/example.ts';
import { examples } from '../harness/folders.ts';

/** What the tests of a capability came to; `undefined` where an app has none. */
export type Result = 'passed' | 'failed' | undefined;

/** An app, or a variant of it, with what its tests came to, by the name of the capability. */
export interface Driven {
  readonly title: string;
  readonly version: string | undefined;
  readonly results: ReadonlyMap<string, Result>;
}

/** The part of Vitest's JSON report that is read here. */
export interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly ancestorTitles: readonly string[];
    }[];
  }[];
}

/**
 * What a report says of one app: one test of a capability that did not pass is enough to fail it.
 * @throws if the report says nothing of it.
 */
export function resultsOf(report: Report, title: string): ReadonlyMap<string, Result> {
  const tests = report.testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ ancestorTitles }) => ancestorTitles[0] === title);
  if (tests.length === 0) throw new Error(`${title} was not driven: npm run test:examples`);
  return new Map(
    Object.values(capabilities).map((name): [string, Result] => {
      const own = tests.filter(({ ancestorTitles }) => ancestorTitles[1] === name);
      if (own.length === 0) return [name, undefined];
      return [name, own.every(({ status }) => status === 'passed') ? 'passed' : 'failed'];
    }),
  );
}

/**
 * What the last run of every app came to.
 * @throws if one was not driven.
 */
export async function readResults(): Promise<Driven[]> {
  const apps = await Promise.all((await listExamples()).map(readExample));
  return Promise.all(apps.flat().map(read));
}

async function read({ id, title, version }: Example): Promise<Driven> {
  const file = join(examples, id.replace(/@.*/, ''), 'test-results/drive.json');
  if (!existsSync(file)) throw new Error(`${title} was not driven: npm run test:examples`);
  return { title, version, results: resultsOf((await readJson(file)) as Report, title) };
}
