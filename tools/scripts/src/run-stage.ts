import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One target of one project, or a check of the whole repository. */
export interface TaskResult {
  readonly project: string;
  readonly target: string;
  readonly passed: boolean;
  readonly cached: boolean;
}

/** What Nx writes of its last run. */
interface RunInformation {
  readonly run: { readonly startTime: string };
  readonly tasks: readonly {
    readonly projectName: string;
    readonly target: string;
    readonly status: number;
    readonly cacheStatus: string;
  }[];
}

/**
 * Runs these targets in every project that has them, or in those that match, with what they need
 * first, and shows the output of those that failed. Tests also write `test-results/TARGET.json` in their project.
 */
export function runStage(
  root: string,
  targets: readonly string[],
  tests: boolean,
  projects = '*',
): TaskResult[] {
  const reporters = ['--reporter=default', '--reporter=json'];
  const startTime = new Date().toISOString();
  const { status } = spawnSync(
    'nx',
    [
      'run-many',
      `--targets=${targets.join(',')}`,
      `--projects=${projects}`,
      ...(tests
        ? ['--', ...reporters, `--outputFile.json=test-results/${targets.join('-')}.json`]
        : []),
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, NX_TUI: 'false' } },
  );
  const record = join(root, '.nx/cache/run.json');
  const last = existsSync(record)
    ? (JSON.parse(readFileSync(record, 'utf8')) as RunInformation)
    : undefined;
  // A run that ended before its first task leaves the record of an earlier one.
  const results = (last && last.run.startTime >= startTime ? last.tasks : []).map((task) => ({
    project: task.projectName,
    target: task.target,
    passed: task.status === 0,
    cached: task.cacheStatus !== 'cache-miss',
  }));
  return status !== 0 && results.every((result) => result.passed)
    ? [...results, { project: 'nx', target: targets.join('+'), passed: false, cached: false }]
    : results;
}
