import { createCalls } from './create-calls.js';
import type { EmbedDefaults } from './defaults.js';
import type { Fairwell } from './fairwell.js';

export type { EmbedDefaults } from './defaults.js';
export type { Fairwell, InitMode } from './fairwell.js';
export type { AttachOptions } from './attach/attach.js';
export type { DirectCustomer, DirectSubscription } from './options/direct.js';
export type { DocumentedMessages } from './options/phrases.js';
export type * from './options/documented.js';

/** The calls, with what is the same for all of them. */
export function createFairwell(defaults: EmbedDefaults = {}): Fairwell {
  return createCalls(defaults, () => import('./calls/calls.js'));
}

/** The calls, for a page that is bundled; the script puts them at `window.fairwell`. */
export const fairwell = createFairwell();

/** `fairwell.attach` alone. */
export const attach: Fairwell['attach'] = (target, options) => fairwell.attach(target, options);

declare global {
  interface Window {
    /** There once the script, or the snippet before it, is in the page. */
    fairwell?: Fairwell;
  }
}
