import type { ElementModel } from './model.ts';

/** Source texts by file name. */
export type Emitted = ReadonlyMap<string, string>;

/** Writes the wrappers for one framework. */
export type Emitter = (elements: readonly ElementModel[]) => Emitted;
