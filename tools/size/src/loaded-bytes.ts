/** The part of a bundler's chunk that matters here. */
export interface Chunk {
  readonly fileName: string;
  /** Paths of the modules it holds. */
  readonly moduleIds: readonly string[];
  /** Names of the chunks loaded with it. */
  readonly imports: readonly string[];
  /** Bytes over the wire. */
  readonly bytes: number;
}

/** The chunks that a browser has fetched once it has loaded the modules whose paths end so. */
export function chunksFor(chunks: readonly Chunk[], modules: readonly string[]): Set<Chunk> {
  const loaded = new Set<Chunk>();
  const load = (chunk: Chunk | undefined): void => {
    if (!chunk || loaded.has(chunk)) return;
    loaded.add(chunk);
    chunk.imports.forEach((name) => load(chunks.find(({ fileName }) => fileName === name)));
  };
  for (const module of modules) {
    const holder = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
    if (!holder)
      throw new Error(`No chunk holds ${module}: was it renamed, or is it imported nowhere?`);
    load(holder);
  }
  return loaded;
}

/** Bytes of these chunks, less what was there already. */
export function bytesOf(chunks: Iterable<Chunk>, present: ReadonlySet<Chunk> = new Set()): number {
  return [...chunks]
    .filter((chunk) => !present.has(chunk))
    .reduce((total, { bytes }) => total + bytes, 0);
}
