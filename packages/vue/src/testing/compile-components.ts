import { fileURLToPath } from 'node:url';
import { compileVue } from '@fairwell-tools/adapters/compile-vue';

const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/**
 * Type-checks components that are not on disk, as if they stood beside the sources of this package.
 * @param files Texts of `.vue` and `.ts` files by name.
 * @returns What the compiler objects to in each of them, by name.
 */
export function compileComponents(
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const sources = [...files].map(
    ([name, source]) =>
      [`src/${name}`, source.replaceAll("'@fairwell/vue'", "'./index.js'")] as const,
  );
  const objections = compileVue(tsconfig, new Map(sources));
  return new Map([...files.keys()].map((name) => [name, objections.get(`src/${name}`) ?? []]));
}
