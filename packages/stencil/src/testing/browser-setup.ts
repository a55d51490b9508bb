import { buildApp } from './build-app.js';

/** Before the tests in a browser. */
export async function setup(): Promise<void> {
  await buildApp('stencil.config.ts');
}
