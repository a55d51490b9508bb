import { dirname } from 'node:path';
import { proxyCreateProgram } from '@volar/typescript';
import { createParsedCommandLineByJson, createVueLanguagePlugin } from '@vue/language-core';
import ts from 'typescript';
import { textOf, withSources } from '../compile.ts';

/**
 * `compile` for components of Vue, templates included, as a project with strict templates checks
 * them: what is not declared is refused, too.
 * @param files Texts of `.vue` and `.ts` files by path, relative to the folder of `tsconfig`.
 */
export function compileVue(
  tsconfig: string,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const { vueOptions } = createParsedCommandLineByJson(ts, ts.sys, dirname(tsconfig), {
    vueCompilerOptions: { strictTemplates: true },
  });
  const createProgram = proxyCreateProgram(ts, ts.createProgram, (_ts, given) => [
    createVueLanguagePlugin<string>(ts, given.options, vueOptions, (path) => path),
  ]);
  const { options, host, pathOf } = withSources(tsconfig, files);
  const program = createProgram({
    rootNames: [...files.keys()].map(pathOf),
    // As an app has it, which exports no types; and not only what ends in .ts may be asked for.
    options: { ...options, declaration: false, allowNonTsExtensions: true },
    host,
  });
  return new Map(
    [...files.keys()].map((name) => {
      const source = program.getSourceFile(pathOf(name));
      return [name, ts.getPreEmitDiagnostics(program, source).map(textOf)];
    }),
  );
}
