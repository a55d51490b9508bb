import { fillOptions, forElement, type FlowOptions } from '@fairwell/core';
import '@fairwell/elements/cancel-flow.js';
import { h, type FunctionalComponent } from '@stencil/core';
import type { ElementProps } from './jsx.js';
import { missingFrom } from './mistakes.js';
import { defaults, withheldOnServer } from './options.js';

export interface CancelFlowProps
  extends FlowOptions, Omit<ElementProps<'fw-cancel-flow'>, keyof FlowOptions> {}

/**
 * A whole cancel flow, `<fw-cancel-flow>`, as a modal dialog or in the page. It closes by itself: set
 * `open` to false when `onFw-closed` says so.
 */
export const CancelFlow: FunctionalComponent<CancelFlowProps> = (given, children) => {
  const options = forElement(fillOptions(given, defaults()));
  const missing = given.open ? missingFrom(options, 'CancelFlow') : undefined;
  if (missing) console.error(missing);
  return (
    <fw-cancel-flow {...withheldOnServer(options)} open={missing ? false : given.open}>
      {children}
    </fw-cancel-flow>
  );
};
