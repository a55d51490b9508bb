import type { HostOptions } from '@fairwell/core';
import {
  computed,
  h,
  inject,
  render,
  toRaw,
  toValue,
  type MaybeRefOrGetter,
  type Plugin,
} from 'vue';
import { CustomStepTeleports, type CustomSteps } from './custom-steps.js';
import { defaultsKey } from './options.js';

export interface FairwellOptions extends HostOptions {
  /** Components that stand for the tags of custom steps and offers, for every flow on the page. */
  steps?: CustomSteps | undefined;
}

/**
 * A plugin with the options for every cancel flow and wall of an app. What a component or composable
 * is given itself wins, and so does a `<FairwellProvider>`.
 * @param options Also as a ref, a getter or a reactive object, whose changes arrive; `steps` are those
 * of the beginning.
 * @throws {Error} When the app has one already.
 */
export function createFairwell(options: MaybeRefOrGetter<FairwellOptions>): Plugin {
  return {
    install(app) {
      if (app.runWithContext(() => inject(defaultsKey, undefined)))
        throw new Error(
          'createFairwell() is used twice in this app: put a <FairwellProvider> around what needs other options.',
        );
      app.provide(
        defaultsKey,
        computed(() => {
          const { steps, ...defaults } = toValue(options);
          return defaults;
        }),
      );
      const { steps } = toValue(options);
      if (!steps || typeof document === 'undefined') return;
      // Beside the app's tree, which is not there yet: it sees what the app provides.
      const teleports = h(CustomStepTeleports, { steps: toRaw(steps) });
      teleports.appContext = app._context;
      render(teleports, document.createElement('div'));
    },
  };
}
