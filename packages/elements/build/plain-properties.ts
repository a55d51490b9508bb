import type { Plugin } from 'vite';
import { applyEdits, editsIn, isNode, listOf, type Edit, type Node } from './edit.ts';

/** What Lit's decorators hand to `createProperty`. */
const options: Record<string, (given: string) => string> = {
  property: (given) => given,
  state: () => '{ state: true, attribute: false }',
};

interface Decoration {
  decorator: Node;
  prototype: unknown;
  name: unknown;
}

/** `__decorate([property(…)], Some.prototype, "name", void 0)`, as the compiler writes it. */
function readDecoration({ type, callee, arguments: given }: Node): Decoration | undefined {
  if (type !== 'CallExpression' || !isNode(callee)) return undefined;
  if (!String(callee['name']).endsWith('decorate')) return undefined;
  const [list, prototype, name] = listOf(given);
  const [decorator, ...others] = isNode(list) ? listOf(list['elements']) : [];
  return isNode(decorator) && others.length === 0 ? { decorator, prototype, name } : undefined;
}

function textOf(code: string, node: unknown): string {
  return isNode(node) ? code.slice(Number(node['start']), Number(node['end'])) : '';
}

function editAt(code: string, node: Node): Edit[] {
  const decoration = readDecoration(node);
  if (!decoration) return [];
  const { callee, arguments: given } = decoration.decorator;
  const write = isNode(callee) ? options[String(callee['name'])] : undefined;
  if (!write) return [];
  const element = textOf(code, decoration.prototype).replace(/\.prototype$/, '');
  const values = [textOf(code, decoration.name), write(textOf(code, listOf(given)[0]))];
  return [
    {
      start: Number(node['start']),
      before: textOf(code, node),
      after: `${element}.createProperty(${values.filter(Boolean).join(', ')})`,
    },
  ];
}

/**
 * Writes a decorated property as the call that Lit's decorator comes to. The source stays
 * declarative; the page loads neither the decorators nor a line of boilerplate for each property.
 */
export function plainProperties(): Plugin {
  return {
    name: 'plain-properties',
    enforce: 'post',
    transform(code, id) {
      if (!/src\/.*\.ts$/.test(id)) return null;
      const edits = editsIn(this.parse(code), (node) => editAt(code, node));
      return edits.length > 0 ? { code: applyEdits(code, edits), map: null } : null;
    },
  };
}
