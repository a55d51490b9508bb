import { forElement, type HostOptions } from '@fairwell/core';
import type { CancelButtonElement } from '@fairwell/elements';
import { h } from 'vue';
import * as generated from './generated/cancel-button.js';
import { defineElement, type ElementComponent } from './generated/define-element.js';
import { missingForFlow } from './mistakes.js';
import { useOptions, type FlowElementOptions } from './options.js';

export interface CancelButtonProps
  extends FlowElementOptions, Omit<generated.CancelButtonProps, keyof HostOptions> {
  /** Where the link leads without script, and while there are no options: a page to cancel on. Without it a button is shown. */
  href?: string | undefined;
}

/**
 * A link or button that opens a cancel flow. It is the page's own, so that it looks like its other
 * links and buttons, and is there before any script: `class` goes to it, everything else to the
 * `<fw-cancel-button>` around it.
 */
export const CancelButton: ElementComponent<
  CancelButtonProps,
  CancelButtonElement,
  generated.CancelButtonSlots
> = /* @__PURE__ */ defineElement({
  ...generated.cancelButton,
  props: { ...generated.cancelButton.props, locale: null, href: null },
  inheritAttrs: false,
  setup(given, { attrs, slots }) {
    const options = useOptions(() => {
      const { href, ...own } = given;
      return own;
    });
    return (draw) => {
      const { href } = given;
      const { class: className, ...others } = attrs;
      const missing = missingForFlow(options.value, 'CancelButton');
      const isLink = href !== undefined;
      const control = h(
        isLink ? 'a' : 'button',
        {
          type: isLink ? undefined : 'button',
          href,
          onClick: missing && (() => console.error(missing)),
          // Undefined, a server would write it as an empty attribute.
          ...(className !== undefined && { class: className }),
        },
        slots.default?.(),
      );
      // Without options no flow could be shown: whoever wants to leave is not held up by one.
      if (missing) return control;
      return draw(forElement(options.value), { ...slots, default: () => [control] }, others);
    };
  },
});
