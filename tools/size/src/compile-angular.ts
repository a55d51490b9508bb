import { execFile } from 'node:child_process';
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const compiler = new URL(
  'bundles/src/bin/ngc.js',
  import.meta.resolve('@angular/compiler-cli/package.json'),
);
const adapter = new URL('../../../packages/angular/', import.meta.url);
const settings = new URL('../tsconfig.angular.json', import.meta.url);
const output = new URL('../test-results/angular/', import.meta.url);

/**
 * A package for Angular is published half compiled, and finished by the command line of the app: so it
 * is compiled to the end here.
 * @returns the module that the package exports.
 */
export async function compileAngular(): Promise<string> {
  await run(process.execPath, [fileURLToPath(compiler), '-p', fileURLToPath(settings)]);
  // It says that what is not used has no effect.
  await copyFile(new URL('package.json', adapter), new URL('package.json', output));
  return fileURLToPath(new URL('index.js', output));
}
