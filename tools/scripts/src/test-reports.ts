import { glob, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** The tests that one target of one project ran. */
export interface TestReport {
  readonly project: string;
  readonly target: string;
  readonly passed: number;
  readonly failed: number;
  /** Names of the tests that failed, each with the first line of what it says. */
  readonly failures: readonly string[];
}

/** The part of Vitest's JSON report that is read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const folders = ['*/*/test-results', 'apps/examples/*/test-results'];

/** A report left by an earlier run must not count for this one. */
export async function removeReports(root: string): Promise<void> {
  for await (const folder of glob(folders, { cwd: root })) {
    await rm(join(root, folder), { recursive: true });
  }
}

/** The reports of all projects, whether their tests ran now or came out of the cache. */
export async function readReports(root: string): Promise<TestReport[]> {
  const reports: TestReport[] = [];
  const files = folders.map((folder) => `${folder}/*.json`);
  for await (const file of glob(files, { cwd: root })) {
    const report = (await readJson(join(root, file))) as VitestReport;
    const manifest = (await readJson(join(root, file, '../../package.json'))) as { name: string };
    reports.push({
      project: manifest.name,
      target: basename(file, '.json'),
      passed: report.numPassedTests,
      failed: report.numFailedTests,
      failures: report.testResults.flatMap(({ assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === 'failed')
          .map(({ fullName, failureMessages }) => `${fullName}: ${firstLines(failureMessages[0])}`),
      ),
    });
  }
  return reports;
}

function firstLines(message = ''): string {
  return message.split('\n').slice(0, 4).join('\n    ');
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
