import { resolveBrowser } from '@fairwell-tools/browser';
import { chromium } from 'playwright';
import { startBackEnd } from '../back-end/back-end.ts';
import type { Example } from './example.ts';
import { serve } from './serve.ts';

/** What the tests of an app are given. */
export interface Scene {
  readonly example: Example;
  /** Where the app is. */
  readonly app: string;
  /** Where the back end is. */
  readonly backEnd: string;
  /** Where the browser listens. */
  readonly browser: string;
}

/** One for each app, by its id. */
export type Scenes = Readonly<Record<string, Scene>>;

/** Hands the scenes from the process that has started them to Vitest. */
export const variable = 'FAIRWELL_SCENES';

/** Starts apps that are built, and one back end and one browser for them all. */
export async function setScenes(
  chosen: readonly Example[],
): Promise<{ scenes: Scenes; clear: () => Promise<void> }> {
  const { executablePath, args } = await resolveBrowser();
  const browser = await chromium.launchServer({ executablePath, args: [...args] });
  const served = await Promise.all(
    chosen.map(async (example) => ({ example, app: await serve(example) })),
  );
  const backEnd = await startBackEnd(
    0,
    served.map(({ app }) => app.url),
  );
  const shared = { backEnd: backEnd.url, browser: browser.wsEndpoint() };
  const scenes = served.map(({ example, app }): [string, Scene] => [
    example.id,
    { example, app: app.url, ...shared },
  ]);
  return {
    scenes: Object.fromEntries(scenes),
    async clear() {
      await browser.close();
      await Promise.all([backEnd.close(), ...served.map(({ app }) => app.stop())]);
    },
  };
}
