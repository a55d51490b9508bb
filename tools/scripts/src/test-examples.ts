/**
 * `npm run test:examples`: installs, builds and drives every example app, and compares the table in
 * docs/frameworks.md with what was found (`--write` writes it). Ends as `npm test` does.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { runStage, type TaskResult } from './run-stage.ts';
import { summarize } from './summary.ts';
import { readReports, removeReports } from './test-reports.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

function checkTable(): TaskResult {
  const command = ['apps/examples/table/main.ts', ...process.argv.slice(2)];
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: 'inherit' });
  return { project: 'examples', target: 'table', passed: status === 0, cached: false };
}

// They wait for the registry and the disk as much as for a core.
process.env['NX_PARALLEL'] ??= '3';

await removeReports(root);
const tasks = [...runStage(root, ['drive'], false), checkTable()];
const { lines, passed, failed } = summarize(tasks, await readReports(root));
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
