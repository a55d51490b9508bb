/** What a package may import besides its own files. */
export interface Boundary {
  /** Other packages of this workspace: their types alone, or their values too. */
  readonly workspace: Readonly<Record<string, 'types' | 'values'>>;
  /** Packages from npm, subpaths included; `any` leaves that to its package.json. */
  readonly npm: 'any' | readonly string[];
  /** Whether it may import what only Node has. */
  readonly node: boolean;
  /** What to do instead of a forbidden import: ends every message. */
  readonly instead: string;
}

const adapter: Boundary = {
  workspace: {
    '@fairwell/contract': 'types',
    '@fairwell/core': 'values',
    '@fairwell/elements': 'values',
  },
  npm: 'any',
  node: false,
  instead:
    'An adapter wraps what @fairwell/elements publishes: add what is missing there, or to @fairwell/core when it needs no DOM.',
};

/**
 * The arrows of the architecture: contract ← core ← elements ← embed and the adapters;
 * contract ← core ← service; contract ← node ← service. Every publishable package has an entry.
 */
export const boundaries: Readonly<Record<string, Boundary>> = {
  '@fairwell/contract': {
    workspace: {},
    npm: ['typebox'],
    node: false,
    instead:
      'The contract is the wire alone, and every other package stands on it: put behaviour into @fairwell/core or @fairwell/service.',
  },
  '@fairwell/core': {
    workspace: { '@fairwell/contract': 'types' },
    npm: [],
    node: false,
    instead:
      'Core has no dependency and runs anywhere: take what you need as an argument, through a port that the caller implements.',
  },
  '@fairwell/elements': {
    workspace: { '@fairwell/contract': 'types', '@fairwell/core': 'values' },
    npm: ['lit', '@lit/localize', '@lit/task', '@lit/context'],
    node: false,
    instead:
      'Elements reach a service only through the gateway port of @fairwell/core: put shared rules into core, and wire types into @fairwell/contract.',
  },
  '@fairwell/themes': {
    workspace: {},
    npm: [],
    node: false,
    instead: 'Themes are CSS alone: style the parts and tokens that the elements publish.',
  },
  '@fairwell/embed': adapter,
  '@fairwell/react': adapter,
  '@fairwell/vue': adapter,
  '@fairwell/angular': adapter,
  '@fairwell/stencil': adapter,
  '@fairwell/node': {
    workspace: { '@fairwell/contract': 'types' },
    npm: [],
    node: true,
    instead:
      "This package goes into a host's own back end and stays small: put what the service alone needs into @fairwell/service.",
  },
  '@fairwell/service': {
    workspace: {
      '@fairwell/contract': 'values',
      '@fairwell/core': 'values',
      '@fairwell/node': 'values',
    },
    npm: 'any',
    node: true,
    instead:
      'The service knows nothing of what is on screen: put shared rules into @fairwell/core, and wire types into @fairwell/contract.',
  },
};
