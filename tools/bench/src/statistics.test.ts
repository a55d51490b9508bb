import { expect, it } from 'vitest';
import { median, quantile, worst } from './statistics.ts';

it('takes values that were measured, in whatever order they came', () => {
  const values = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);
  expect(median(values)).toBe(50);
  expect(quantile(values, 0.99)).toBe(99);
  expect(worst(values)).toBe(100);
  expect(() => median([])).toThrow('There is no value');
});
