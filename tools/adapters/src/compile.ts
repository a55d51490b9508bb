import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** Sources that are not on disk, in a program as if they were. */
export interface VirtualProgram {
  readonly options: ts.CompilerOptions;
  readonly host: ts.CompilerHost;
  readonly pathOf: (name: string) => string;
}

export function textOf({ messageText }: ts.Diagnostic): string {
  return ts.flattenDiagnosticMessageText(messageText, '\n');
}

/**
 * @param tsconfig The settings to check them with, and where their paths begin.
 * @param files Source texts by path, relative to the folder of `tsconfig`.
 * @throws Error when `tsconfig` cannot be read.
 */
export function withSources(tsconfig: string, files: ReadonlyMap<string, string>): VirtualProgram {
  const onUnRecoverableConfigFileDiagnostic = (diagnostic: ts.Diagnostic) => {
    throw new Error(textOf(diagnostic));
  };
  const settings = { ...ts.sys, onUnRecoverableConfigFileDiagnostic };
  const { options = {} } = ts.getParsedCommandLineOfConfigFile(tsconfig, undefined, settings) ?? {};
  const pathOf = (name: string) => resolve(dirname(tsconfig), name);
  const sources = new Map([...files].map(([name, source]) => [pathOf(name), source]));
  const directories = new Set([...sources.keys()].map((path) => dirname(path)));

  const disk = ts.createCompilerHost(options);
  const host: ts.CompilerHost = {
    ...disk,
    fileExists: (path) => sources.has(path) || disk.fileExists(path),
    directoryExists: (path) => directories.has(path) || ts.sys.directoryExists(path),
    getSourceFile(path, version) {
      const source = sources.get(path);
      return source === undefined
        ? disk.getSourceFile(path, version)
        : ts.createSourceFile(path, source, version);
    },
  };
  return { options, host, pathOf };
}

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
  const { options, host, pathOf } = withSources(tsconfig, files);
  const program = ts.createProgram([...files.keys()].map(pathOf), options, host);
  return new Map(
    [...files.keys()].map((name) => {
      const source = program.getSourceFile(pathOf(name));
      return [name, ts.getPreEmitDiagnostics(program, source).map(textOf)];
    }),
  );
}
