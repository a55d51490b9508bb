import { afterEach, beforeEach, expect, vi } from 'vitest';

beforeEach(() => void vi.spyOn(console, 'error'));

/** Stencil and the elements say there what is wrong. */
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
