import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resolveBrowser } from './resolve-browser.ts';

describe('resolveBrowser', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('prefers the browser that FAIRWELL_BROWSER names', async () => {
    vi.stubEnv('FAIRWELL_BROWSER', process.execPath);
    expect(await resolveBrowser()).toMatchObject({ executablePath: process.execPath });
  });

  it('says so when FAIRWELL_BROWSER names nothing that runs', async () => {
    vi.stubEnv('FAIRWELL_BROWSER', '/nowhere/chromium');
    await expect(resolveBrowser()).rejects.toThrow('/nowhere/chromium, which cannot be run');
  });

  it('gives callers that arrive together one browser that starts', async () => {
    const browsers = await Promise.all([resolveBrowser(), resolveBrowser(), resolveBrowser()]);
    expect(new Set(browsers.map((browser) => browser.executablePath)).size).toBe(1);
    const { stdout } = await promisify(execFile)(browsers[0].executablePath, ['--version']);
    expect(stdout).toMatch(/chrom/i);
  });
});
