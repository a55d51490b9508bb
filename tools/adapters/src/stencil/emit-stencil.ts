import type { Emitted } from '../emitter.ts';
import type { ElementModel } from '../model.ts';

/**
 * What registers each tag, for `defineCustomElements()`. The tags' own types, which follow the manifest
 * too, are those that @fairwell/elements has for every JSX.
 */
export function emitStencil(elements: readonly ElementModel[]): Emitted {
  const loader = ({ tag, module }: ElementModel) => `  '${tag}': () => import('${module}'),\n`;
  return new Map([
    [
      'loaders.ts',
      `// Written by @fairwell-tools/adapters from the custom-elements manifest.

/** A tag of the library. */
export type Tag =${elements.map(({ tag }) => `\n  | '${tag}'`).join('')};

/** What registers each tag. */
export const loaders: Readonly<Record<Tag, () => Promise<unknown>>> = {
${elements.map(loader).join('')}};
`,
    ],
  ]);
}
