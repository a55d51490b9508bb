'use client';

import { forElement, type FlowOptions } from '@fairwell/core';
import type { CancelFlowElement } from '@fairwell/elements';
import { forwardRef, useEffect } from 'react';
import { useFlowElement } from './element.js';
import * as generated from './generated/cancel-flow.js';
import { missingFrom } from './mistakes.js';
import { useFlowOptions } from './options.js';

export interface CancelFlowProps
  extends FlowOptions, Omit<generated.CancelFlowProps, keyof FlowOptions> {}

/**
 * A whole cancel flow, `<fw-cancel-flow>`, as a modal dialog or in the page. It closes by itself:
 * set `open` to false when `onClosed` says so.
 */
export const CancelFlow = forwardRef<CancelFlowElement, CancelFlowProps>(
  function CancelFlow(given, ref) {
    const options = forElement(useFlowOptions(given));
    const missing = given.open ? missingFrom(options, 'CancelFlow') : undefined;
    useEffect(() => {
      if (missing) console.error(missing);
    }, [missing]);
    return <generated.CancelFlow {...options} ref={useFlowElement(ref)} />;
  },
);
