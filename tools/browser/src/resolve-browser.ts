import { access, constants } from 'node:fs/promises';
import { unpackChromium } from './unpack-chromium.ts';

export interface ResolvedBrowser {
  /** Absolute path, for `launchOptions.executablePath` of Playwright. */
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** Text is laid out alike on every machine, whatever its screen. */
const args = ['--font-render-hinting=none'] as const;

/**
 * The browser named by the environment variable `FAIRWELL_BROWSER`, else the Chromium that npm
 * installed, unpacked on its first use. Safe to call from several processes at once.
 *
 * @throws Error when the named browser cannot be run, or when npm has none for this machine.
 */
export async function resolveBrowser(): Promise<ResolvedBrowser> {
  const named = process.env['FAIRWELL_BROWSER'];
  if (named) {
    await access(named, constants.X_OK).catch((cause: unknown) => {
      throw new Error(`FAIRWELL_BROWSER names ${named}, which cannot be run.`, { cause });
    });
    return { executablePath: named, args };
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The Chromium from npm runs on 64-bit x86 Linux, not on ${process.platform} ${process.arch}: ` +
        'set FAIRWELL_BROWSER to the path of an installed Chromium or Chrome.',
    );
  }
  return { executablePath: await unpackChromium(), args };
}
