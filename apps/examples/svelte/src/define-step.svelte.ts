import { defineCustomStep, type CustomStepContext } from '@fairwell/elements';
import { getAllContexts, mount, unmount, type Component } from 'svelte';

/**
 * Makes a component a step of cancel flows. It has the context of the component that calls this,
 * while that one is set up.
 */
export function defineStep<Props extends Partial<CustomStepContext>>(
  tag: string,
  Step: Component<Props & CustomStepContext>,
): void {
  const context = getAllContexts();
  defineCustomStep(tag, (target, given) => {
    const props = $state({ ...given }) as Props & CustomStepContext;
    const step = mount(Step, { target, props, context });
    return {
      update: (changed) => void Object.assign(props, changed),
      remove: () => void unmount(step),
    };
  });
}
