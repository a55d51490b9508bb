import type { Flow } from '@fairwell/contract';
import type { FlowHandlers, HandlerResult } from '@fairwell/core';
import { choices, threeMonths } from './samples.js';

/** Survey, discount for one answer, feedback, confirmation. */
export const flow: Flow = {
  id: 'default',
  steps: [
    {
      id: 'why',
      type: 'survey',
      choices: choices.map((choice) =>
        choice.id === 'budget'
          ? { ...choice, offer: { type: 'discount', couponId: 'STAY30', coupon: threeMonths } }
          : choice,
      ),
    },
    { id: 'words', type: 'feedback' },
    { id: 'sure', type: 'confirm', losses: ['12 saved reports', 'Priority support'] },
  ],
};

/** Handlers that resolve, with what they were called for. */
export function recordingHandlers(): FlowHandlers & { readonly calls: readonly string[] } {
  const calls: string[] = [];
  return {
    calls,
    handleCancel: () => {
      calls.push('cancel');
    },
    handleDiscount: (_customer, coupon) => {
      calls.push(`discount ${coupon.id}`);
    },
  };
}

/** Handlers whose billing comes to an end only when it is told to, in the order of the calls. */
export function heldHandlers(): FlowHandlers & {
  settle: (result: HandlerResult | Promise<HandlerResult>) => void;
} {
  const held: ((result: HandlerResult | Promise<HandlerResult>) => void)[] = [];
  const hold = (): Promise<HandlerResult> =>
    new Promise((settle) => {
      held.push(settle);
    });
  return {
    handleCancel: hold,
    handleDiscount: hold,
    settle: (result) => held.shift()?.(result),
  };
}
