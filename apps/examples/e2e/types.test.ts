import { glob, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tryNpm } from '../harness/run.ts';
import { describeCapability, scene } from './stage.ts';

const { home } = scene.example;

interface Mistake {
  kind: string;
  /** Where the check must complain of it. */
  place: RegExp;
}

/** The mistakes that are marked, each on the line above. */
async function findMistakes(): Promise<Mistake[]> {
  const found: Mistake[] = [];
  const files = glob('{**/wrong-usage/**/*,**/*wrong-usage*}.{ts,tsx,vue,svelte,html}', {
    cwd: home,
    exclude: (name) => name === 'node_modules',
  });
  for await (const file of files) {
    const lines = (await readFile(join(home, file), 'utf8')).split('\n');
    lines.forEach((line, index) => {
      const kind = /wrong: (\w+)/.exec(line)?.[1];
      // The line after, which is counted from one.
      const place = new RegExp(`${basename(file).replaceAll('.', '\\.')}[(:]${index + 2}\\b`);
      if (kind) found.push({ kind, place });
    });
  }
  return found;
}

describeCapability('types', () => {
  it('the app passes the check of its framework', async () => {
    expect(await tryNpm(home, 'run', 'typecheck')).toMatchObject({ status: 0 });
  }, 180_000);

  describe('what is wrong', () => {
    it('does not pass', async () => {
      const mistakes = await findMistakes();
      expect(new Set(mistakes.map(({ kind }) => kind))).toEqual(
        new Set(['property', 'value', 'event']),
      );
      const { status, output } = await tryNpm(home, 'run', 'typecheck:wrong');
      expect(status).not.toBe(0);
      for (const { place } of mistakes) expect(output).toMatch(place);
    }, 180_000);
  });
});
