import { expect, it } from 'vitest';
import { resultsOf } from './results.ts';
import { drawTable, putTable } from './table.ts';

const test = (title: string, name: string, status: string) => ({
  status,
  ancestorTitles: [title, name],
});

const report = {
  testResults: [
    {
      assertionResults: [
        test('Old 1', 'Slot', 'passed'),
        test('Old 1', 'Event', 'passed'),
        test('Old 1', 'Event', 'failed'),
        test('Old 2', 'Slot', 'failed'),
      ],
    },
  ],
};

function line(table: string, name: string): string | undefined {
  return table.split('\n').find((each) => each.startsWith(`| ${name} `));
}

it('one failed test fails a capability, one without tests is none, and variants are apart', () => {
  const table = drawTable([
    { title: 'Old 1', version: '1.0.0', results: resultsOf(report, 'Old 1') },
    { title: 'Old 2', version: undefined, results: resultsOf(report, 'Old 2') },
  ]);
  expect(line(table, 'Version')).toBe('| Version | 1.0.0 | – |');
  expect(line(table, 'Slot')).toBe('| Slot | ✓ | ✗ |');
  expect(line(table, 'Event')).toBe('| Event | ✗ | – |');
  expect(line(table, 'Types')).toBe('| Types | – | – |');
});

it('a report that says nothing of an app is not taken for one', () => {
  expect(() => resultsOf(report, 'New')).toThrow('New was not driven');
});

it('takes the place of the table before, and of nothing else', () => {
  const first = putTable(
    'Before\n<!-- The table is written by npm run test:examples -- --write -->\n<!-- The table ends here -->\nAfter\n',
    '| one |',
  );
  const second = putTable(first, '| two |');
  expect(second).not.toContain('one');
  expect(second).toMatch(/^Before\n[^]*\| two \|[^]*\nAfter\n$/);
  expect(() => putTable('Nothing', '')).toThrow('no place');
});
