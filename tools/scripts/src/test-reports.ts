import { glob, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';

/** The tests that one target of one project ran. */
export interface TestReport {
  readonly project: string;
  readonly target: string;
  readonly passed: number;
  readonly failed: number;
}

/** The part of Vitest's JSON report that is read here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
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
    });
  }
  return reports;
}

async function readJson(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}
