import {
  defineComponent,
  h,
  provide,
  type DefineSetupFnComponent,
  type SlotsType,
  type VNodeChild,
} from 'vue';
import type { FairwellOptions } from './create-fairwell.js';
import { CustomStepTeleports } from './custom-steps.js';
import { defaultsKey, optionProps, useNamed, useOptions } from './options.js';

export interface FairwellProviderProps extends FairwellOptions {}

type Slots = SlotsType<{ default?: () => VNodeChild }>;

/**
 * Options for every cancel flow and wall inside. What a component or composable is given itself
 * wins, and so does a provider further inside. Its `steps` see what is provided to it.
 */
export const FairwellProvider: DefineSetupFnComponent<FairwellProviderProps, [], Slots> =
  defineComponent<FairwellProviderProps, [], string, Slots>(
    (given, { slots }) => {
      const named = useNamed(given);
      const options = useOptions(() => {
        const { steps, ...own } = named();
        return own;
      });
      provide(defaultsKey, options);
      return () => [slots.default?.(), h(CustomStepTeleports, { steps: given.steps })];
    },
    { name: 'FairwellProvider', props: { ...optionProps, steps: null } },
  );
