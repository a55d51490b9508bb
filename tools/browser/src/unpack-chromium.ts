import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const chromiumModule = import.meta.resolve('@sparticuz/chromium');

/**
 * The package unpacks into the temporary directory and reuses whatever an older version left
 * there. So it works in a process of its own, whose TMPDIR is a fresh directory, and believes to
 * be on Amazon Linux: only then does it add the shared libraries (NSS, expat) that a bare machine
 * lacks.
 */
async function unpackInto(directory: string): Promise<void> {
  const script = `import chromium from ${JSON.stringify(chromiumModule)}; await chromium.executablePath();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: directory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  });
}

/** The binary has no search path of its own for the libraries and fonts that come with it. */
const launcher = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

/**
 * Unpacks the installed version of @sparticuz/chromium once for this checkout, beside the
 * installed packages. Processes that arrive together each unpack their own copy and the first to
 * finish wins, by a rename: no one ever sees half a browser.
 *
 * @returns the absolute path of what to run.
 */
export async function unpackChromium(): Promise<string> {
  const manifest = new URL('../package.json', chromiumModule);
  const { version } = JSON.parse(await readFile(manifest, 'utf8')) as { version: string };
  const cache = fileURLToPath(new URL('../../.cache/', manifest));
  const home = `${cache}fairwell-chromium-${version}`;
  const executable = `${home}/launch.sh`;
  if (existsSync(executable)) return executable;

  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(`${home}.unpacking-`);
  try {
    await unpackInto(staging);
    await writeFile(`${staging}/launch.sh`, launcher, { mode: 0o755 });
    await rename(staging, home);
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(executable)) throw error;
  }
  return executable;
}
