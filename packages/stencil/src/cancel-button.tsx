import { fillOptions, forElement, type FlowOptions } from '@fairwell/core';
import '@fairwell/elements/cancel-button.js';
import { h, type FunctionalComponent } from '@stencil/core';
import type { ElementProps } from './jsx.js';
import { missingFrom } from './mistakes.js';
import { defaults } from './options.js';
import { isServer } from './server.js';

export interface CancelButtonProps
  extends FlowOptions, Omit<ElementProps<'fw-cancel-button'>, keyof FlowOptions | 'class'> {
  /** Where the link leads without script, and while there are no options: a page to cancel on. Without it a button is shown. */
  href?: string | undefined;
  /** Class of the link or button. */
  class?: string | undefined;
}

/**
 * A link or button that opens a cancel flow. It is the page's own, so that it looks like its other
 * links and buttons, and is there before any script. Its children are what it says.
 */
export const CancelButton: FunctionalComponent<CancelButtonProps> = (
  { href, class: className, ...given },
  children,
) => {
  const options = forElement(fillOptions(given, defaults()));
  const missing = isServer() ? undefined : missingFrom(options, 'CancelButton');
  const onClick = missing ? () => console.error(missing) : undefined;
  const control =
    href === undefined ? (
      <button type="button" class={className} onClick={onClick}>
        {children}
      </button>
    ) : (
      <a href={href} class={className} onClick={onClick}>
        {children}
      </a>
    );
  // Without options no flow could be shown: whoever wants to leave is not held up by one.
  return missing ? control : <fw-cancel-button {...options}>{control}</fw-cancel-button>;
};
