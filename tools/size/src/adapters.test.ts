import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { adapters, ownBytes, packagesOf } from './adapters.ts';

const folder = fileURLToPath(new URL('..', import.meta.url));

describe('an adapter', () => {
  it('brings no package that its row does not name', async () => {
    const [adapter] = adapters.filter(({ brings }) => brings.length > 0);
    if (!adapter) throw new Error('None brings anything.');
    await expect(ownBytes(folder, { ...adapter, brings: [] })).rejects.toThrow(
      `@fairwell/${adapter.name} brings ${adapter.brings.join(', ')}`,
    );
  });

  it('is known by the packages that its modules come from', () => {
    expect(
      packagesOf([
        '/repo/packages/react/dist/index.js',
        '/repo/node_modules/vue/dist/vue.js',
        '/repo/node_modules/vue/dist/more.js',
        '/repo/node_modules/a/node_modules/@angular/core/index.js',
      ]),
    ).toEqual(['vue', '@angular/core']);
  });
});
