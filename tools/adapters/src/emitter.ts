import type { ElementModel } from './model.ts';

/** Source texts by file name. */
export type Emitted = ReadonlyMap<string, string>;

/** The package that the texts are written into. */
export interface Library {
  readonly name: string;
  readonly version: string;
}

/** Writes what one framework, or one kind of tool, needs to know of the elements. */
export type Emitter = (elements: readonly ElementModel[], library: Library) => Emitted;
