import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixedFlow } from '../flows/flow-source.js';
import { readEnvironment } from './environment.js';
import type { Variables } from './variables.js';

const page = await readFile(join(import.meta.dirname, '../../../../docs/service.md'), 'utf8');
const secret = 'a secret of at least thirty-two bytes';

/** The text of the first block in a language after a heading. */
function block(heading: string, language: string): string {
  const section = page.slice(page.indexOf(`\n## ${heading}\n`));
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(section)?.[1] ?? '';
}

/** What the command is started with on the page. */
function documented(): Variables {
  const pairs = [...block('As a command', 'sh').matchAll(/([A-Z_]+)=(\S+)/g)];
  return Object.fromEntries(
    pairs.map(([, name = '', value = '']) => [name, value === '…' ? secret : value]),
  );
}

describe('the page of the service', () => {
  it('names every variable that the command reads, and no other', () => {
    const read = new Set<string>();
    const variables = new Proxy(documented(), {
      get(target, name) {
        read.add(String(name));
        return target[String(name)];
      },
    });
    readEnvironment(variables);
    const table = page.split('\n## Settings of the command\n')[1]?.split('\n## ')[0] ?? '';
    const firsts = [...table.matchAll(/^\| (`[^|]*) \|/gm)].map(([, cell = '']) => cell);
    const named = firsts.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    expect(named.toSorted()).toEqual([...read].toSorted());
  });

  it('starts the command with what it needs, and a flow that is one', () => {
    expect(readEnvironment(documented())).toMatchObject({ appId: 'my-app', flowFile: 'flow.json' });
    expect(() => fixedFlow(JSON.parse(block('As a command', 'json')))).not.toThrow();
  });
});
