import { bundlePage } from './bundle-page.ts';
import { compileAngular } from './compile-angular.ts';

interface Adapter {
  readonly name: string;
  /** What a page with a button, walls, and a flow of its own takes of it. */
  readonly page: readonly string[];
  /** The framework's own packages, which the page has anyway. */
  readonly framework: RegExp;
  /** Packages that come along and count as its own. */
  readonly brings: readonly string[];
  /** Finds what a page gets, where that is not what is published. */
  readonly finish?: () => Promise<string>;
}

/** Another framework is another row, and its package among the devDependencies of this one. */
export const adapters: readonly Adapter[] = [
  {
    name: 'react',
    page: [
      'CancelButton',
      'FairwellProvider',
      'FailedPaymentWall',
      'PauseWall',
      'useCancelFlow',
      'useFailedPaymentWall',
      'usePauseWall',
    ],
    framework: /^react(-dom)?(\/|$)/,
    brings: ['@lit/react'],
  },
  {
    name: 'stencil',
    page: [
      'CancelButton',
      'cancelFlow',
      'customStep',
      'defineCustomElements',
      'FailedPaymentWall',
      'failedPaymentWall',
      'PauseWall',
      'pauseWall',
      'provideFairwell',
    ],
    framework: /^@stencil\/core(\/|$)/,
    brings: [],
  },
  {
    name: 'angular',
    page: [
      'CancelButton',
      'FailedPaymentWall',
      'injectCancelFlow',
      'injectFailedPaymentWall',
      'injectPauseWall',
      'PauseWall',
      'provideFairwell',
    ],
    framework: /^@angular\//,
    brings: [],
    finish: compileAngular,
  },
  {
    name: 'vue',
    page: [
      'CancelButton',
      'createFairwell',
      'FailedPaymentWall',
      'PauseWall',
      'useCancelFlow',
      'useFailedPaymentWall',
      'usePauseWall',
    ],
    framework: /^(vue|@vue\/.+)(\/|$)/,
    brings: [],
  },
];

/** Counted by itself: what an adapter stands on. */
const underneath = /^(@fairwell\/(elements|core|contract)|lit|@lit\/[^/]*element)(\/|$)/;

/** The packages among these module paths, other than this repository's. */
export function packagesOf(moduleIds: readonly string[]): string[] {
  const names = moduleIds.flatMap(
    (id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [],
  );
  return [...new Set(names)];
}

/**
 * Bytes of an adapter's own code on a page, minified and gzipped: without its framework, and without
 * the elements.
 * @throws {Error} if a package comes along that its row does not name, such as another framework.
 */
export async function ownBytes(folder: string, adapter: Adapter): Promise<number> {
  const { name, page, framework, brings, finish } = adapter;
  const module = finish ? await finish() : `@fairwell/${name}`;
  const source = `export { ${page.join()} } from ${JSON.stringify(module)};`;
  const chunks = await bundlePage(folder, source, [framework, underneath]);
  const strangers = packagesOf(chunks.flatMap(({ moduleIds }) => moduleIds)).filter(
    (found) => !brings.includes(found),
  );
  if (strangers.length > 0)
    throw new Error(`@fairwell/${name} brings ${strangers.join(', ')} into the page.`);
  return chunks.reduce((total, { bytes }) => total + bytes, 0);
}
