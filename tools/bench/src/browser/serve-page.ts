import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

export interface ServedPage {
  url: string;
  close(): Promise<void>;
}

/** Builds the page as a host builds theirs, and serves it on this machine alone. */
export async function servePage(): Promise<ServedPage> {
  const outDir = await mkdtemp(join(tmpdir(), 'fairwell-bench-page-'));
  const settings = {
    root: fileURLToPath(import.meta.resolve('./page')),
    configFile: false,
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, target: 'es2022' },
    preview: { host: '127.0.0.1', port: 0 },
  } as const;
  await build(settings);
  const server = await preview(settings);
  const [url] = server.resolvedUrls?.local ?? [];
  if (!url) throw new Error('The page is not served');
  return {
    url,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
