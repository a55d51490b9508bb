import { defineCustomStep, type CustomStepContext } from '@fairwell/elements';
import { createSignal, getOwner, runWithOwner, type Component } from 'solid-js';
import { render } from 'solid-js/web';

/**
 * Makes a component a step of cancel flows. It has the context of the component that calls this, and
 * is gone with it.
 */
export function defineStep(tag: string, Step: Component<{ step: CustomStepContext }>): void {
  const owner = getOwner();
  defineCustomStep(tag, (host, context) => {
    const [step, setStep] = createSignal(context);
    const remove = runWithOwner(owner, () => render(() => <Step step={step()} />, host));
    return { update: (changed) => setStep(changed), remove: () => remove?.() };
  });
}
