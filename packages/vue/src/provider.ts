import type { HostOptions } from '@fairwell/core';
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
import { flag } from './generated/define-element.js';
import { defaultsKey, useOptions } from './options.js';

export interface FairwellProviderProps extends FairwellOptions {}

const optionProps = {
  appId: null,
  authHash: null,
  bypassDiscountAppliedScreen: flag,
  bypassPauseAppliedScreen: flag,
  compliance: null,
  customer: null,
  customerAttributes: null,
  customerId: null,
  dynamicOffers: null,
  flow: null,
  handlers: null,
  handles: null,
  locale: null,
  locales: null,
  mode: null,
  preview: flag,
  previewToken: null,
  record: flag,
  report: flag,
  returnUrls: null,
  serviceUrl: null,
  session: null,
  subscriptionId: null,
  subscriptions: null,
} as const satisfies Record<keyof HostOptions, typeof flag | null>;

type Slots = SlotsType<{ default?: () => VNodeChild }>;

/**
 * Options for every cancel flow and wall inside. What a component or composable is given itself
 * wins, and so does a provider further inside. Its `steps` see what is provided to it.
 */
export const FairwellProvider: DefineSetupFnComponent<FairwellProviderProps, [], Slots> =
  defineComponent<FairwellProviderProps, [], string, Slots>(
    (given, { slots }) => {
      const options = useOptions(() => {
        const { steps, ...own } = given;
        return own;
      });
      provide(defaultsKey, options);
      return () => [slots.default?.(), h(CustomStepTeleports, { steps: given.steps })];
    },
    { name: 'FairwellProvider', props: { ...optionProps, steps: null } },
  );
