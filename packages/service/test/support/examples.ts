import { readFile } from 'node:fs/promises';

export interface Example {
  method: string;
  path: string;
  /** Undefined where none is sent. */
  body: unknown;
  answer: unknown;
}

/** The requests of a page of `docs/service`, each with the answer that is written after it, if one is. */
export async function examplesOf(name: string): Promise<Example[]> {
  const page = await readFile(new URL(`../../../../docs/service/${name}`, import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```(http|json)\n([\s\S]*?)```/g)];
  return blocks.flatMap(([, kind, text = ''], index) => {
    if (kind !== 'http') return [];
    const [line = '', ...rest] = text.split('\n');
    const [method = '', path = ''] = line.split(' ');
    const [, following, answer = ''] = blocks[index + 1] ?? [];
    const sent = rest.join('\n').trim();
    return {
      method,
      path,
      body: sent ? (JSON.parse(sent) as unknown) : undefined,
      answer: following === 'json' ? (JSON.parse(answer) as unknown) : {},
    };
  });
}
