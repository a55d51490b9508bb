'use client';

import type { HostOptions } from '@fairwell/core';
import type { ReactElement, ReactNode } from 'react';
import { Defaults, useFlowOptions } from './options.js';

export interface FairwellProviderProps extends HostOptions {
  children?: ReactNode;
}

/**
 * Options for every cancel flow inside. What a button, a flow or a hook is given itself wins, and so
 * does a provider further inside.
 */
export function FairwellProvider({ children, ...options }: FairwellProviderProps): ReactElement {
  return <Defaults.Provider value={useFlowOptions(options)}>{children}</Defaults.Provider>;
}
