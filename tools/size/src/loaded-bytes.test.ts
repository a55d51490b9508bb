import { describe, expect, it } from 'vitest';
import { bytesOf, chunksFor, type Chunk } from './loaded-bytes.ts';

const chunk = (fileName: string, bytes: number, imports: string[] = []): Chunk => ({
  fileName,
  moduleIds: [`/dist/${fileName}`],
  imports,
  bytes,
});
const chunks = [
  chunk('lit.js', 6),
  chunk('button.js', 2, ['lit.js']),
  chunk('flow.js', 9, ['lit.js', 'button.js']),
  chunk('pause.js', 3, ['lit.js']),
];

describe('what a page loads', () => {
  it('is a module with all it imports, and nothing lazy', () => {
    expect(bytesOf(chunksFor(chunks, ['dist/button.js']))).toBe(8);
  });

  it('counts a shared chunk once', () => {
    expect(bytesOf(chunksFor(chunks, ['dist/button.js', 'dist/flow.js']))).toBe(17);
  });

  it('counts of a further module only what was not there', () => {
    const present = chunksFor(chunks, ['dist/flow.js']);
    expect(bytesOf(chunksFor(chunks, ['dist/pause.js']), present)).toBe(3);
  });

  it('does not pass over a module that is gone', () => {
    expect(() => chunksFor(chunks, ['dist/gone.js'])).toThrow('No chunk holds dist/gone.js');
  });
});
