/**
 * `npm test`: everything that must hold before a change lands. Prints what failed, a summary, and
 * as its last line alone the number of tests that passed and failed; a failed build, lint, type
 * check, package check or size check counts as one failed test.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runStage, type TaskResult } from './run-stage.ts';
import { summarize } from './summary.ts';
import { readReports, removeReports } from './test-reports.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function checkFormat(): TaskResult {
  const { status } = spawnSync('prettier', ['--check', '.'], { cwd: root, stdio: 'inherit' });
  return { project: 'repository', target: 'format', passed: status === 0, cached: false };
}

await removeReports(root);
const tasks = [checkFormat(), ...runStage(root, ['build'], false)];
// On a broken build everything else would repeat its error.
if (tasks.every((task) => task.target !== 'build' || task.passed)) {
  tasks.push(
    ...runStage(root, ['lint', 'typecheck', 'package', 'size'], false),
    ...runStage(root, ['test'], true),
    ...runStage(root, ['e2e'], true),
    // The others are driven by `npm run test:examples`.
    ...runStage(root, ['drive'], false, 'tag:always'),
  );
}

const { lines, passed, failed } = summarize(tasks, await readReports(root));
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
