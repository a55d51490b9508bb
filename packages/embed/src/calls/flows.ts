import type { SessionResult } from '@fairwell/contract';
import { clearState } from '@fairwell/elements';
import type { EmbedDefaults } from '../defaults.js';
import type { InitOptions, ManagedFlowOptions } from '../options/documented.js';
import { EmbedError } from './access.js';
import { hideFlow, openFlow } from './opening.js';

async function inMode(
  call: string,
  mode: string,
  open: () => Promise<SessionResult>,
): Promise<SessionResult | undefined> {
  switch (mode) {
    case 'restart':
      await hideFlow();
      clearState();
      return open();
    case 'show':
      return open();
    case 'hide':
      void hideFlow();
      return undefined;
    default:
      throw new EmbedError(
        `${call}: there is no mode ${JSON.stringify(mode)}; 'show', 'restart' and 'hide' are there.`,
      );
  }
}

export function init(
  defaults: EmbedDefaults,
  mode: string,
  options: InitOptions = {},
): Promise<SessionResult | undefined> {
  const call = 'fairwell.init';
  return inMode(call, mode, () => openFlow(call, options, defaults).ended);
}

export function managedFlow(
  defaults: EmbedDefaults,
  mode: string,
  options: ManagedFlowOptions = {},
): Promise<SessionResult | undefined> {
  const call = 'fairwell.managedFlow';
  return inMode(call, mode, () => openFlow(call, options, defaults, true).ended);
}
