import type { HostOptions } from '@fairwell/core';
import type { CancelFlowElement } from '@fairwell/elements';
import { h, watchEffect } from 'vue';
import { aroundElement } from './around-element.js';
import * as generated from './generated/cancel-flow.js';
import { flag, type ElementComponent } from './generated/define-element.js';
import { missingForFlow } from './mistakes.js';
import { forElement, optionProps, useOptions } from './options.js';

export interface CancelFlowProps
  extends HostOptions, Omit<generated.CancelFlowProps, keyof HostOptions> {}

/**
 * A whole cancel flow, `<fw-cancel-flow>`, as a modal dialog or in the page. `v-model:open` opens it,
 * and hears when it closes.
 */
export const CancelFlow: ElementComponent<
  CancelFlowProps,
  CancelFlowElement,
  generated.CancelFlowSlots
> = aroundElement<CancelFlowProps, CancelFlowElement, generated.CancelFlowSlots>({
  name: 'CancelFlow',
  props: { ...optionProps, open: flag },
  setup(given, { attrs, slots }) {
    const options = useOptions(() => given);
    watchEffect(() => {
      const missing = given.open && missingForFlow(options.value, 'CancelFlow');
      if (missing) console.error(missing);
    });
    return (ref) => h(generated.CancelFlow, { ...forElement(options.value), ...attrs, ref }, slots);
  },
});
