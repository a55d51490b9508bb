import { expect, it } from 'vitest';
import * as calls from './calls/calls.js';
import * as everything from './index.js';

it('there is no DOM on a server, and every entry can be imported', () => {
  expect(globalThis).not.toHaveProperty('document');
  expect(everything).toHaveProperty('attach');
  expect(calls).toHaveProperty('openFlow');
});

it('what is called there says where it belongs', async () => {
  const { attach, fairwell } = everything;
  expect(() => attach('.cancel', {})).toThrow('only in a browser');
  await expect(fairwell.init('show', { serviceUrl: '/billing', session: 'ret_1' })).rejects.toThrow(
    'only in a browser',
  );
  expect(() => fairwell.clearState()).not.toThrow();
  expect(() => fairwell.hide()).not.toThrow();
});
