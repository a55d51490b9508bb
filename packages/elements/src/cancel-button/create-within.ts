import type { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import '../define/cancel-flow.js';
import '../define/own-button.js';
import { flowSlots, frameParts, stepParts } from '../parts/part-names.js';

/** A flow for the shadow of another element: its parts and slots reach through. */
export function createWithin(): CancelFlowElement {
  const cancelFlow = document.createElement('fw-cancel-flow');
  cancelFlow.setAttribute('exportparts', [...frameParts, ...stepParts].join());
  for (const name of flowSlots) {
    const slot = document.createElement('slot');
    slot.name = name;
    slot.slot = name;
    cancelFlow.append(slot);
  }
  return cancelFlow;
}
