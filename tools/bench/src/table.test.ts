import { expect, it } from 'vitest';
import { table } from './table.ts';

it('puts the figures in columns, each beside its bar', () => {
  const lines = table([
    { what: 'opening', measured: '9 ms', ratio: '54% of a frame', bar: '≤ a frame', met: 'yes' },
    { what: 'memory afterwards', measured: '210 MB', ratio: '105% of 200 MB' },
  ]).split('\n');
  expect(lines).toEqual([
    '                   measured  ratio           bar        met',
    'opening            9 ms      54% of a frame  ≤ a frame  yes',
    'memory afterwards  210 MB    105% of 200 MB',
  ]);
});
