import { dirname, resolve } from 'node:path';
import ts from 'typescript';

const text = ({ messageText }: ts.Diagnostic) => ts.flattenDiagnosticMessageText(messageText, '\n');

/**
 * Type-checks sources that are not on disk, as if they were.
 * @param tsconfig The settings to check them with, and where their paths begin.
 * @param files Source texts by path, relative to the folder of `tsconfig`.
 * @returns What the compiler objects to in each of them, by path.
 * @throws Error when `tsconfig` cannot be read.
 */
export function compile(
  tsconfig: string,
  files: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly string[]> {
  const onUnRecoverableConfigFileDiagnostic = (diagnostic: ts.Diagnostic) => {
    throw new Error(text(diagnostic));
  };
  const settings = { ...ts.sys, onUnRecoverableConfigFileDiagnostic };
  const { options = {} } = ts.getParsedCommandLineOfConfigFile(tsconfig, undefined, settings) ?? {};
  const pathOf = (name: string) => resolve(dirname(tsconfig), name);
  const sources = new Map([...files].map(([name, source]) => [pathOf(name), source]));
  const directories = new Set([...sources.keys()].map((path) => dirname(path)));

  const disk = ts.createCompilerHost(options);
  const program = ts.createProgram([...sources.keys()], options, {
    ...disk,
    fileExists: (path) => sources.has(path) || disk.fileExists(path),
    directoryExists: (path) => directories.has(path) || ts.sys.directoryExists(path),
    getSourceFile(path, version) {
      const source = sources.get(path);
      return source === undefined
        ? disk.getSourceFile(path, version)
        : ts.createSourceFile(path, source, version);
    },
  });

  return new Map(
    [...files.keys()].map((name) => {
      const source = program.getSourceFile(pathOf(name));
      return [name, ts.getPreEmitDiagnostics(program, source).map(text)];
    }),
  );
}
