import { fixtureCleanup } from '@open-wc/testing';
import { afterEach } from 'vitest';

/** Nothing of a test is left to the next: neither its elements nor the way of its customer. */
afterEach(() => {
  fixtureCleanup();
  sessionStorage.clear();
});
