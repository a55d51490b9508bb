/** `npm run bench`: speed figures, each beside its bar. `--only browser|service|data`, `--short`. */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { benchBrowser } from './browser/bench.ts';
import { benchData } from './data/bench.ts';
import { benchService } from './service/bench.ts';
import { table, type Figure } from './table.ts';

const { values } = parseArgs({
  options: { only: { type: 'string' }, short: { type: 'boolean', default: false } },
});

const benches: Record<string, (isShort: boolean) => Promise<Figure[]>> = {
  browser: benchBrowser,
  service: benchService,
  data: benchData,
};
const names = Object.keys(benches);
if (values.only !== undefined && !names.includes(values.only))
  throw new Error(`--only takes ${names.join(' or ')}, not ${values.only}`);

const busy = (): string => (loadavg()[0] ?? 0).toFixed(1);
const before = busy();
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (values.only !== undefined && values.only !== name) continue;
  console.log(`Measuring the ${name} …`);
  figures.push(...(await bench(values.short)));
}

console.log(`\n${table(figures)}\n`);
console.log(
  `Load of the machine: ${before} before, ${busy()} after, on ${availableParallelism()} processors. ` +
    'Where others work on it too, the worst and the p99 are theirs.',
);
