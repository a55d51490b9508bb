import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import type { Chunk } from './loaded-bytes.ts';

/**
 * Bundles a page of this source as its owner would: for production, minified, Lit included; all but
 * what is `external`.
 */
export async function bundlePage(
  folder: string,
  source: string,
  external: RegExp[] = [],
): Promise<Chunk[]> {
  const page = join(folder, 'page.js');
  const bundle = await rolldown({
    input: page,
    platform: 'browser',
    external,
    // As Angular's command line has it.
    transform: { define: { ngDevMode: 'false' } },
    plugins: [
      {
        name: 'page',
        resolveId: (id) => (id === page ? page : null),
        load: (id) => (id === page ? source : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'es', minify: true, comments: false });
  return output
    .filter((file) => file.type === 'chunk')
    .map(({ fileName, moduleIds, imports, code }) => ({
      fileName,
      moduleIds,
      imports,
      bytes: gzipSync(code, { level: 9 }).length,
    }));
}
