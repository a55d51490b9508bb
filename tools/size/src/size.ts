/** `npm run size`: what a page loads of Fairwell, minified and gzipped, Lit included. */
import { fileURLToPath } from 'node:url';
import { adapters, ownBytes } from './adapters.ts';
import { bundlePage } from './bundle-page.ts';
import { button, defaultFlow, kilobyte, lazyModules, limits, walls } from './budgets.ts';
import { bytesOf, chunksFor } from './loaded-bytes.ts';
import { scriptRows } from './scripts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const chunks = await bundlePage(root, "import '@fairwell/elements/cancel-button.js';");
const whole = chunksFor(chunks, defaultFlow);

const wallRows = await Promise.all(
  walls.map(async (name) => {
    const page = await bundlePage(root, `import '@fairwell/elements/${name}.js';`);
    const bytes = bytesOf(chunksFor(page, [`dist/define/${name}.js`]));
    return { what: name, bytes, limit: limits.wall[name] };
  }),
);

const adapterRows = await Promise.all(
  adapters.map(async (adapter) => ({
    what: `adapter: ${adapter.name}`,
    bytes: await ownBytes(root, adapter),
    limit: limits.adapter,
  })),
);

const rows = [
  { what: 'cancel button', bytes: bytesOf(chunksFor(chunks, [button])), limit: limits.button },
  { what: 'default flow', bytes: bytesOf(whole), limit: limits.defaultFlow },
  ...wallRows,
  ...adapterRows,
  ...(await scriptRows()),
  ...lazyModules.flatMap(({ what, pattern, limit }) =>
    chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .flatMap((id) => {
        const name = pattern.exec(id)?.[1];
        const bytes = bytesOf(chunksFor(chunks, [id]), whole);
        return name && bytes > 0 ? [{ what: `${what}: ${name}`, bytes, limit }] : [];
      }),
  ),
];

for (const { what, bytes, limit } of rows) {
  const size = (bytes / kilobyte).toFixed(1).padStart(5);
  const over = bytes > limit * kilobyte ? '  OVER BUDGET' : '';
  console.log(`${what.padEnd(28)} ${size} KB of ${String(limit).padStart(2)} KB${over}`);
}
if (rows.some(({ bytes, limit }) => bytes > limit * kilobyte)) process.exitCode = 1;
