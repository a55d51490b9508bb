import { afterEach, beforeEach, expect, vi } from 'vitest';

beforeEach(() => void vi.spyOn(console, 'error'));

/** React says there what is wrong with a component, or with its hydration. */
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
