import type { TaskResult } from './run-stage.ts';
import type { TestReport } from './test-reports.ts';

export interface Summary {
  readonly lines: readonly string[];
  readonly passed: number;
  readonly failed: number;
}

/**
 * Adds up what ran. Passed are tests alone; failed are tests, and tasks that failed without a
 * failed test to show for it. That no test ran at all is a failure too.
 */
export function summarize(tasks: readonly TaskResult[], reports: readonly TestReport[]): Summary {
  // A build is needed by several stages: the first made it, the others found it in the cache.
  const unique = tasks.filter(
    (task, index) => tasks.findIndex((other) => nameOf(other) === nameOf(task)) === index,
  );
  const failedTests = new Map(reports.map((report) => [nameOf(report), report.failed]));
  const brokenTasks = unique.filter((task) => !task.passed && !failedTests.get(nameOf(task)));

  const passed = sum(reports.map((report) => report.passed));
  const failed = sum(reports.map((report) => report.failed)) + brokenTasks.length;
  const targets = [...new Set(unique.map((task) => task.target))];
  const lines = [
    ...targets.map((target) => {
      const own = unique.filter((task) => task.target === target);
      const good = own.filter((task) => task.passed).length;
      const cached = own.filter((task) => task.cached).length;
      const tests = reports.filter((report) => report.target === target);
      return [
        target.padEnd(10),
        `${good} of ${own.length} projects`.padEnd(18),
        tests.length > 0 ? `${sum(tests.map((report) => report.passed))} tests passed` : '',
        cached > 0 ? `${cached} cached` : '',
      ]
        .filter(Boolean)
        .join('  ');
    }),
    ...unique
      .filter((task) => !task.passed)
      .flatMap((task) => [
        `FAILED  ${nameOf(task)}`,
        ...reports
          .filter((report) => nameOf(report) === nameOf(task))
          .flatMap(({ failures }) => failures.map((failure) => `  ${failure}`)),
      ]),
  ];
  return passed + failed === 0
    ? { lines: [...lines, 'FAILED  no test ran'], passed, failed: 1 }
    : { lines, passed, failed };
}

function nameOf({ project, target }: { project: string; target: string }): string {
  return `${project}:${target}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
