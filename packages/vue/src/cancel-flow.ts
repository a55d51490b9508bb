import { forElement, type HostOptions } from '@fairwell/core';
import type { CancelFlowElement } from '@fairwell/elements';
import { watchEffect } from 'vue';
import * as generated from './generated/cancel-flow.js';
import { defineElement, type ElementComponent } from './generated/define-element.js';
import { missingForFlow } from './mistakes.js';
import { useOptions, type FlowElementOptions } from './options.js';

export interface CancelFlowProps
  extends FlowElementOptions, Omit<generated.CancelFlowProps, keyof HostOptions> {}

/**
 * A whole cancel flow, `<fw-cancel-flow>`, as a modal dialog or in the page. `v-model:open` opens it,
 * and hears when it closes.
 */
export const CancelFlow: ElementComponent<
  CancelFlowProps,
  CancelFlowElement,
  generated.CancelFlowSlots
> = /* @__PURE__ */ defineElement({
  ...generated.cancelFlow,
  props: { ...generated.cancelFlow.props, locale: null },
  setup(given, { slots }) {
    const options = useOptions(() => given);
    watchEffect(() => {
      const missing = given.open && missingForFlow(options.value, 'CancelFlow');
      if (missing) console.error(missing);
    });
    return (draw) => draw(forElement(options.value), slots);
  },
});
