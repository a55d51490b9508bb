'use client';

import type { HostOptions } from '@fairwell/core';
import type { ReactElement, ReactNode } from 'react';
import { CustomStepPortals, type CustomSteps } from './custom-steps.js';
import { Defaults, useFlowOptions } from './options.js';

export interface FairwellProviderProps extends HostOptions {
  /** Components that stand for the tags of custom steps and offers, for every flow on the page. */
  steps?: CustomSteps | undefined;
  children?: ReactNode;
}

/**
 * Options for every flow and wall inside. What a button, a flow, a wall or a hook is given itself
 * wins, and so does a provider further inside.
 */
export function FairwellProvider({
  steps,
  children,
  ...options
}: FairwellProviderProps): ReactElement {
  return (
    <Defaults.Provider value={useFlowOptions(options)}>
      {children}
      {steps && <CustomStepPortals steps={steps} />}
    </Defaults.Provider>
  );
}
