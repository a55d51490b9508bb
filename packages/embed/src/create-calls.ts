import { clearState } from '@fairwell/core';
import { attach } from './attach/attach.js';
import type * as AllCalls from './calls/calls.js';
import type { EmbedDefaults } from './defaults.js';
import type { Fairwell } from './fairwell.js';

type Calls = typeof AllCalls;

/** Session storage; a page may be forbidden to have it. */
function forget(): void {
  try {
    clearState(sessionStorage);
  } catch {
    // Then nothing was kept.
  }
}

function requireBrowser(): void {
  if (!('document' in globalThis))
    throw new Error(
      'fairwell: what is called works only in a browser. Call it once the page is there, for example in an effect or when a component is mounted.',
    );
}

/**
 * The calls, with what they all are told.
 * @param load Loads what does them.
 */
export function createCalls(defaults: EmbedDefaults, load: () => Promise<Calls>): Fairwell {
  let loading: Promise<Calls> | undefined;
  const calls = async (): Promise<Calls> => {
    requireBrowser();
    return (loading ??= load().catch((cause: unknown) => {
      loading = undefined;
      throw new Error(
        'fairwell: the code of the call could not be loaded. Are all files of the script in place, and allowed by script-src?',
        { cause },
      );
    }));
  };
  return {
    init: async (mode, options) => (await calls()).init(defaults, mode, options),
    managedFlow: async (mode, options) => (await calls()).managedFlow(defaults, mode, options),
    check: async (wall, options) => (await calls()).check(defaults, wall, options),
    event: async (options) => (await calls()).event(defaults, options),
    clearState: forget,
    hide: () => {
      // What is not loaded shows nothing; what is being loaded comes after the calls before.
      if (loading)
        void calls().then(
          ({ hide }) => hide(),
          () => undefined,
        );
    },
    mountCancelButton: async (...args) => (await calls()).mountCancelButton(defaults, ...args),
    showRetentionView: async (...args) => (await calls()).showRetentionView(defaults, ...args),
    attach: (target, options = {}) => {
      requireBrowser();
      return attach(target, options, {
        preload: async () => (await calls()).preload(),
        open: async (given) => (await calls()).openFlow('fairwell.attach', given, defaults),
      });
    },
  };
}
