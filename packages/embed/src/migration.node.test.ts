import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createFairwell } from './index.js';
import { flowUses } from './options/flow-options.js';
import { phrases } from './options/phrases.js';
import { failedPaymentWallUses, pauseWallUses } from './options/wall-options.js';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const document = read('../../../docs/migrating-from-churnkey.md');

/** The text under a heading, with what is under smaller ones within it. */
function section(heading: string): string {
  const [, text = ''] = document.split(`\n## ${heading}\n`);
  return text.split('\n## ')[0] ?? '';
}

/** The names in the first column of every table there. */
function names(heading: string): string[] {
  const cells = [...section(heading).matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) => cell);
  return cells
    .flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name))
    .sort();
}

const sorted = (known: object) => Object.keys(known).sort();
const added = ['attach', 'mountCancelButton', 'showRetentionView'];

describe('the page on moving over', () => {
  it.each([
    ['Options of `init` and `managedFlow`', flowUses],
    ["Options of `check('pause')`", pauseWallUses],
    ["Options of `check('failed-payment')`", failedPaymentWallUses],
    ['Words', phrases],
  ])('names all there is of: %s', (heading, known) => {
    expect(names(heading)).toEqual(sorted(known));
  });

  it('names every call', () => {
    expect([...names('Calls'), ...added].sort()).toEqual(sorted(createFairwell()));
    for (const name of added) expect(section('Calls')).toContain(`\`${name}\``);
  });

  it('says of a phrase that it is not taken, where it is not', () => {
    const untaken = sorted(phrases).filter(
      (name) => new Map(Object.entries(phrases)).get(name) === null,
    );
    const lines = section('Words')
      .split('\n')
      .filter((line) => line.includes('not taken'));
    expect(
      lines.flatMap((line) => [...line.matchAll(/`(\w+)`/g)].map(([, name]) => name)).sort(),
    ).toEqual(untaken);
  });

  const tests = [
    './calls/calls.browser.test.ts',
    './options/options.browser.test.ts',
    '../e2e/calls.test.ts',
  ]
    .map(read)
    .join('');
  const differences = [...document.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, title = '']) => title);

  it('names differences', () => expect(differences.length).toBeGreaterThan(20));

  it.each(differences)('has a test of: %s', (title) => {
    expect(tests).toContain(`it('${title}'`);
  });
});
