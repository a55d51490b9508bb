import { NgtscProgram } from '@angular/compiler-cli';
import ts from 'typescript';
import { textOf, withSources } from '../compile.ts';

/** Type-checks components that are not on disk, templates included: `compile` by Angular's compiler. */
export function compileAngular(
  tsconfig: string,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const { options, host, pathOf } = withSources(tsconfig, files);
  const { config } = ts.readConfigFile(tsconfig, ts.sys.readFile.bind(ts.sys)) as {
    config: { angularCompilerOptions?: object };
  };
  const program = new NgtscProgram(
    [...files.keys()].map(pathOf),
    { ...options, ...config.angularCompilerOptions },
    host,
  );
  return new Map(
    [...files.keys()].map((name) => {
      const source = program.getTsProgram().getSourceFile(pathOf(name));
      const found = [
        ...program.getTsSyntacticDiagnostics(source),
        ...program.getTsSemanticDiagnostics(source),
        ...program.getNgStructuralDiagnostics(),
        ...program.getNgSemanticDiagnostics(pathOf(name)),
      ];
      return [name, found.map(textOf)];
    }),
  );
}
