import { capabilities } from '../e2e/capabilities.ts';
import type { Driven, Result } from './results.ts';

const marks: Record<NonNullable<Result>, string> = { passed: '✓', failed: '✗' };

const start = '<!-- The table is written by npm run test:examples -- --write -->';
const end = '<!-- The table ends here -->';

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** The table of the docs: a column for each app, a row for each capability. */
export function drawTable(driven: readonly Driven[]): string {
  const mark = (result: Result) => (result ? marks[result] : '–');
  return [
    row(['', ...driven.map(({ title }) => title)]),
    row(['---', ...driven.map(() => ':-:')]),
    row(['Version', ...driven.map(({ version }) => version ?? '–')]),
    ...Object.values(capabilities).map((name) =>
      row([name, ...driven.map(({ results }) => mark(results.get(name)))]),
    ),
  ].join('\n');
}

/**
 * The page with another table.
 * @throws if it has no place for one.
 */
export function putTable(page: string, table: string): string {
  const [before, rest] = page.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The page has no place for the table, from ${start} to ${end}.`);
  return `${before}${start}\n\n${table}\n\n${end}${after}`;
}
