import { fillOptions, forElement, type FlowOptions } from '@fairwell/core';
import '@fairwell/elements/cancel-button.js';
import { h, type FunctionalComponent, type FunctionalUtilities, type VNode } from '@stencil/core';
import type { ElementProps } from './jsx.js';
import { missingFrom } from './mistakes.js';
import { defaults, withheldOnServer } from './options.js';

export interface CancelButtonProps
  extends FlowOptions, Omit<ElementProps<'fw-cancel-button'>, keyof FlowOptions | 'class'> {
  /** Where the link leads without script, and while there are no options: a page to cancel on. Without it a button is shown. */
  href?: string | undefined;
  /** Class of the link or button. */
  class?: string | undefined;
}

/** Children for the slots of the element, and those that the link or button says. */
function sortOut(children: VNode[], { forEach }: FunctionalUtilities): [VNode[], VNode[]] {
  const slotted: VNode[] = [];
  const others: VNode[] = [];
  forEach(children, ({ vattrs }: { vattrs?: object }, index) =>
    (vattrs && 'slot' in vattrs ? slotted : others).push(...children.slice(index, index + 1)),
  );
  return [slotted, others];
}

/**
 * A link or button that opens a cancel flow. It is the page's own, so that it looks like its other
 * links and buttons, and is there before any script. Its children are what it says,
 * and, with a `slot`, what stands in the flow.
 */
export const CancelButton: FunctionalComponent<CancelButtonProps> = (
  { href, class: className, ...given },
  children,
  utilities,
) => {
  const [slotted, words] = sortOut(children, utilities);
  const options = forElement(fillOptions(given, defaults()));
  const missing = missingFrom(options, 'CancelButton');
  const onClick = missing ? () => console.error(missing) : undefined;
  const control =
    href === undefined ? (
      <button type="button" class={className} onClick={onClick}>
        {words}
      </button>
    ) : (
      <a href={href} class={className} onClick={onClick}>
        {words}
      </a>
    );
  // Without options no flow could be shown: whoever wants to leave is not held up by one.
  if (missing) return control;
  return (
    <fw-cancel-button {...withheldOnServer(options)}>
      {control}
      {slotted}
    </fw-cancel-button>
  );
};
