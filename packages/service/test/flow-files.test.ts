import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runFlows } from '../src/cli/flows.js';
import { annualSegment } from './support/admin.js';
import { useWorld } from './support/world.js';

const world = useWorld();
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fairwell-flows-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const open = () => Promise.resolve({ ...world.database, close: () => Promise.resolve() });
  const given = args.length > 0 ? [...args, '--mode', 'live'] : args;
  const variables = { FAIRWELL_TRANSLATION_FILE: join(folder, 'memory', 'memory.json') };
  await runFlows(given, open, (line) => lines.push(line), variables);
  return lines;
}

/** The names in an order that no database would put them in. */
const annual = {
  id: 'annual',
  segment: annualSegment,
  flow: {
    name: 'Annual customers — «fair»',
    steps: [{ type: 'confirm', id: 'sure', losses: ['Files', 'Team'], header: 'Sure?' }],
    brand: { imageUrl: '/logo.svg', accent: '#3b5bdb' },
  },
};
const rest = { id: 'rest', segment: null, flow: { steps: [{ id: 'words', type: 'feedback' }] } };

const text = (content: unknown) => `${JSON.stringify(content, null, 2)}\n`;
const write = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : text(content));
const read = (directory: string, name: string) => readFile(join(folder, directory, name), 'utf8');

describe('flows in files', () => {
  it('come out as they went in', async () => {
    await write('annual.json', annual);
    await write('rest.json', rest);
    await write('notes.txt', 'not a flow');
    expect(await run('import', folder)).toEqual(['annual  created', 'rest  created']);
    const out = join(folder, 'out');
    expect(await run('export', out)).toEqual(['annual.json', 'rest.json']);
    expect(await readdir(out)).toEqual(['annual.json', 'rest.json']);
    expect(await read('out', 'annual.json')).toBe(text(annual));
    expect(await read('out', 'rest.json')).toBe(text(rest));
    expect(await run('import', out)).toEqual(['annual  unchanged', 'rest  unchanged']);
  });

  it('are drafts until they are published', async () => {
    await write('annual.json', annual);
    await run('import', folder);
    expect(await run('list')).toEqual([`annual  ${annual.flow.name}  not published`]);
    expect(await run('publish', 'annual')).toEqual(['annual  version 1']);
    expect(await run('list')).toEqual([`annual  ${annual.flow.name}  version 1`]);
    await write('annual.json', { ...annual, flow: { ...annual.flow, name: 'Changed' } });
    expect(await run('import', folder)).toEqual(['annual  changed']);
    expect(await run('list')).toEqual(['annual  Changed  version 1  draft differs']);
  });

  it.each<[what: string, name: string, content: unknown, says: RegExp]>([
    ['is no JSON', 'bad.json', '{', /bad\.json: .*JSON/],
    ['is no flow', 'bad.json', { ...rest, id: 'bad', flow: { steps: [] } }, /bad\.json: .*steps/],
    ['has another name', 'bad.json', rest, /bad\.json: id/],
    [
      'asks for what there is not',
      'bad.json',
      { ...rest, id: 'bad', segment: { name: 'x', conditions: [{ type: 'mood' }] } },
      /bad\.json: segment\.conditions\[0\]\.type/,
    ],
    ['has more in it', 'bad.json', { ...rest, id: 'bad', live: true }, /bad\.json: live/],
  ])('are all left where one %s', async (_what, name, content, says) => {
    await write('annual.json', annual);
    await write(name, content);
    await expect(run('import', folder)).rejects.toThrow(says);
    expect(await run('list')).toEqual([]);
  });

  it('are published together or not at all', async () => {
    await write('annual.json', annual);
    await run('import', folder);
    await expect(run('publish', 'annual', 'nobody')).rejects.toThrow('nobody');
    expect(await run('list')).toEqual([`annual  ${annual.flow.name}  not published`]);
  });

  it('are translated by the command', async () => {
    await mkdir(join(folder, 'memory'));
    await write('memory/memory.json', {
      de: { Files: 'Dateien', Team: 'Team', 'Sure?': 'Sicher?' },
    });
    await write('annual.json', { ...annual, flow: { ...annual.flow, locale: 'en' } });
    await run('import', folder);
    expect(await run('translate', 'annual', '--locales', 'de,fr')).toEqual([
      'annual  de  2 made, 2 automatic, 0 manual, 0 missing',
      'annual  fr  0 made, 0 automatic, 0 manual, 2 missing',
    ]);
    await run('export', folder);
    expect(await read('', 'annual.json')).toContain('"text": "Sicher?"');
    expect(await run('import', folder)).toEqual(['annual  unchanged']);
  });

  it('are not translated by a file that cannot be read', async () => {
    await write('annual.json', { ...annual, flow: { ...annual.flow, locale: 'en' } });
    await run('import', folder);
    await expect(run('translate', 'annual', '--locales', 'de')).rejects.toThrow(
      'FAIRWELL_TRANSLATION_FILE',
    );
  });

  it.each([
    [],
    ['list', 'x'],
    ['export'],
    ['import'],
    ['import', 'a', 'b'],
    ['publish'],
    ['publish', 'annual', '--again'],
    ['translate'],
    ['unknown'],
  ])('the command says what it can do: %s %s %s', async (...args) => {
    await expect(run(...args.filter((each) => typeof each === 'string'))).rejects.toThrow('Usage');
  });

  it.each([[['list']], [['list', '--mode', 'production']]])('are of a mode: %j', async (args) => {
    const open = () => Promise.reject(new Error('Opened'));
    await expect(runFlows(args, open, () => undefined, {})).rejects.toThrow('Usage');
  });

  it('say that there are none in a folder', async () => {
    await expect(run('import', folder)).rejects.toThrow('no .json file');
  });
});
