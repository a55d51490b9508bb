/** Replaces `before`, which begins at `start` or just after, in a text. */
export interface Edit {
  start: number;
  before: string;
  after: string;
}

export type Node = Record<string, unknown>;

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The edits that `visit` asks for, for this node and all below it. */
export function editsIn(node: unknown, visit: (node: Node) => Edit[]): Edit[] {
  if (Array.isArray(node)) return listOf(node).flatMap((each) => editsIn(each, visit));
  if (!isNode(node)) return [];
  return [...visit(node), ...Object.values(node).flatMap((each) => editsIn(each, visit))];
}

export function applyEdits(code: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start)
    .reduce((text, { start, before, after }) => {
      const at = text.indexOf(before, start);
      return text.slice(0, at) + after + text.slice(at + before.length);
    }, code);
}
