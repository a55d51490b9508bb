'use client';

import { forElement, type FlowOptions } from '@fairwell/core';
import type { CancelButtonElement } from '@fairwell/elements';
import { forwardRef, type ReactNode } from 'react';
import { useFlowElement } from './element.js';
import * as generated from './generated/cancel-button.js';
import { missingFrom } from './mistakes.js';
import { useFlowOptions } from './options.js';

export interface CancelButtonProps
  extends FlowOptions, Omit<generated.CancelButtonProps, keyof FlowOptions> {
  /** Where the link leads without script, and while there are no options: a page to cancel on. Without it a button is shown. */
  href?: string | undefined;
  /** Class of the link or button. */
  className?: string | undefined;
  /** What the link or button says. */
  children: ReactNode;
  /** What stands within the flow: elements with a `slot`, as `footer-note`. */
  flowContent?: ReactNode;
}

/** The element, once there is something that it can open. */
const Element = forwardRef<CancelButtonElement, generated.CancelButtonProps>(
  function CancelButtonElement(props, ref) {
    return <generated.CancelButton {...props} ref={useFlowElement(ref)} />;
  },
);

/**
 * A link or button that opens a cancel flow. It is the page's own, so that it looks like its other
 * links and buttons, and is there before any script. The reference is to the `<fw-cancel-button>`
 * around it.
 */
export const CancelButton = forwardRef<CancelButtonElement, CancelButtonProps>(
  function CancelButton({ href, className, children, flowContent, ...given }, ref) {
    const options = forElement(useFlowOptions(given));
    const missing = missingFrom(options, 'CancelButton');
    const onClick = missing ? () => console.error(missing) : undefined;
    const control =
      href === undefined ? (
        <button type="button" className={className} onClick={onClick}>
          {children}
        </button>
      ) : (
        <a href={href} className={className} onClick={onClick}>
          {children}
        </a>
      );
    // Without options no flow could be shown: whoever wants to leave is not held up by one.
    if (missing) return control;
    return (
      <Element {...options} ref={ref}>
        {control}
        {flowContent}
      </Element>
    );
  },
);
