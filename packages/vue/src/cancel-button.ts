import type { HostOptions } from '@fairwell/core';
import type { CancelButtonElement } from '@fairwell/elements';
import { h } from 'vue';
import { aroundElement } from './around-element.js';
import * as generated from './generated/cancel-button.js';
import type { ElementComponent } from './generated/define-element.js';
import { missingForFlow } from './mistakes.js';
import { forElement, optionProps, useOptions } from './options.js';

export interface CancelButtonProps
  extends HostOptions, Omit<generated.CancelButtonProps, keyof HostOptions> {
  /** Where the link leads without script, and while there are no options: a page to cancel on. Without it a button is shown. */
  href?: string | undefined;
}

/**
 * A link or button that opens a cancel flow. It is the page's own, so that it looks like its other
 * links and buttons, and is there before any script: `class` and `style` go to it, everything else to
 * the `<fw-cancel-button>` around it.
 */
export const CancelButton: ElementComponent<
  CancelButtonProps,
  CancelButtonElement,
  generated.CancelButtonSlots
> = aroundElement<CancelButtonProps, CancelButtonElement, generated.CancelButtonSlots>({
  name: 'CancelButton',
  props: { ...optionProps, href: null },
  setup(given, { attrs, slots }) {
    const options = useOptions(() => {
      const { href, ...own } = given;
      return own;
    });
    return (ref) => {
      const { href } = given;
      const { class: className, style, ...others } = attrs;
      const missing = missingForFlow(options.value, 'CancelButton');
      const onClick = missing ? () => console.error(missing) : undefined;
      // Undefined, a server would write it as an empty attribute.
      const looks = {
        ...(className !== undefined && { class: className }),
        ...(style !== undefined && { style }),
        onClick,
      };
      const control =
        href === undefined
          ? h('button', { type: 'button', ...looks }, slots.default?.())
          : h('a', { href, ...looks }, slots.default?.());
      // Without options no flow could be shown: whoever wants to leave is not held up by one.
      if (missing) return control;
      return h(
        generated.CancelButton,
        { ...forElement(options.value), ...others, ref },
        { ...slots, default: () => control },
      );
    };
  },
});
