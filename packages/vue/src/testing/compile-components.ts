import { fileURLToPath } from 'node:url';
import { textOf, withSources } from '@fairwell-tools/adapters/compile';
import { proxyCreateProgram } from '@volar/typescript';
import { createParsedCommandLineByJson, createVueLanguagePlugin } from '@vue/language-core';
import ts from 'typescript';

const tsconfig = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/** As a project with strict templates checks them: what is not declared is refused, too. */
const { vueOptions } = createParsedCommandLineByJson(ts, ts.sys, import.meta.dirname, {
  vueCompilerOptions: { strictTemplates: true },
});

const createProgram = proxyCreateProgram(ts, ts.createProgram, (_ts, { options }) => [
  createVueLanguagePlugin<string>(ts, options, vueOptions, (path) => path),
]);

/**
 * Type-checks components that are not on disk, templates included, as if they stood beside the
 * sources of this package.
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
  const { options, host, pathOf } = withSources(tsconfig, new Map(sources));
  const program = createProgram({
    rootNames: sources.map(([path]) => pathOf(path)),
    // As an app has it, which exports no types; and not only what ends in .ts may be asked for.
    options: { ...options, declaration: false, allowNonTsExtensions: true },
    host,
  });
  return new Map(
    [...files.keys()].map((name) => {
      const source = program.getSourceFile(pathOf(`src/${name}`));
      return [name, ts.getPreEmitDiagnostics(program, source).map(textOf)];
    }),
  );
}
