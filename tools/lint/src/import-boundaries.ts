import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { AST_NODE_TYPES, ESLintUtils } from '@typescript-eslint/utils';
import type { TSESTree } from '@typescript-eslint/utils';
import { boundaries } from './boundaries.ts';

/** What stands in `src` reaches a user, but for tests and stories; the rest serves the build. */
const shipped = /^src\/(?!testing\/)(?!.*\.(test|stories)\.tsx?$)/;

interface Owner {
  readonly root: string;
  readonly name: string;
}

const owners = new Map<string, Owner | undefined>();

/** The package that a folder belongs to: the nearest one upward with a package.json. */
function ownerOf(directory: string): Owner | undefined {
  if (!owners.has(directory)) {
    const manifest = join(directory, 'package.json');
    const parent = dirname(directory);
    const owner = existsSync(manifest)
      ? { root: directory, name: readName(manifest) }
      : parent === directory
        ? undefined
        : ownerOf(parent);
    owners.set(directory, owner);
  }
  return owners.get(directory);
}

function readName(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, 'utf8')) as { name: string }).name;
}

/** `@scope/name` of `@scope/name/sub/path`. */
function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

const isOurs = (name: string) => name.startsWith('@fairwell/');

/** Why a file may not have this import, as a sentence; nothing when it may. */
function refusal(
  specifier: string,
  typesOnly: boolean,
  filename: string,
  owner: Owner,
): string | undefined {
  if (specifier.startsWith('.')) {
    const inside = relative(owner.root, resolve(dirname(filename), specifier));
    return inside === '..' || inside.startsWith(`..${sep}`)
      ? `${specifier} leaves ${owner.name}. Import the other package by its name, through an entry point that it publishes.`
      : undefined;
  }
  const target = packageOf(specifier);
  if (isOurs(target) && /^\/(src|dist)(\/|$)/.test(specifier.slice(target.length))) {
    return `${specifier} reaches into ${target}. Import one of the entry points in its package.json "exports"; if none has what you need, export it there.`;
  }

  const boundary = boundaries[owner.name];
  if (isOurs(owner.name) && !boundary) {
    return `${owner.name} has no entry in tools/lint/src/boundaries.ts. Say there what it may import.`;
  }
  const place = relative(owner.root, filename).replaceAll(sep, '/');
  if (!boundary || target === owner.name || !shipped.test(place)) return undefined;

  if (isBuiltin(specifier)) {
    return boundary.node
      ? undefined
      : `${owner.name} also runs where there is no Node, so it may not import ${specifier}. ${boundary.instead}`;
  }
  if (target.startsWith('@fairwell-tools/')) {
    return `${owner.name} is published and ${target} is not. Use it in tests alone.`;
  }
  if (!isOurs(target)) {
    return boundary.npm === 'any' || boundary.npm.includes(target)
      ? undefined
      : `${owner.name} may not import ${target}. ${boundary.instead}`;
  }
  const allowed = boundary.workspace[target];
  if (!allowed) return `${owner.name} may not import ${target}. ${boundary.instead}`;
  return allowed === 'types' && !typesOnly
    ? `${owner.name} may import only types from ${target}. Write "import type", and keep values that both need out of ${target}. ${boundary.instead}`
    : undefined;
}

export const importBoundaries = ESLintUtils.RuleCreator.withoutDocs({
  meta: {
    type: 'problem',
    docs: { description: 'Keep to the arrows between packages' },
    schema: [],
    defaultOptions: [],
    messages: { refused: '{{ why }}' },
  },
  create(context) {
    const owner = ownerOf(dirname(context.filename));
    if (!owner) return {};

    const check = (node: TSESTree.Node, source: TSESTree.Node | null, typesOnly: boolean) => {
      if (source?.type !== AST_NODE_TYPES.Literal || typeof source.value !== 'string') return;
      const why = refusal(source.value, typesOnly, context.filename, owner);
      if (why) context.report({ node, messageId: 'refused', data: { why } });
    };

    return {
      ImportDeclaration: (node) => check(node, node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node, node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source, true),
    };
  },
});
