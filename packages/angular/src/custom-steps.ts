import {
  ApplicationRef,
  createComponent,
  DestroyRef,
  reflectComponentType,
  type EnvironmentInjector,
  type Type,
} from '@angular/core';
import { defineCustomStep, type CustomStepContext, type CustomStepView } from '@fairwell/elements';

/**
 * Components that stand for the tags of custom steps and offers. Each gets what it is about and how it
 * answers as inputs, as far as it declares them.
 */
export type CustomSteps = Readonly<Record<string, Type<unknown>>>;

function draw(
  component: Type<unknown>,
  environmentInjector: EnvironmentInjector,
  host: HTMLElement,
  context: CustomStepContext,
): CustomStepView {
  const drawn = createComponent(component, { environmentInjector });
  const declared = reflectComponentType(component)?.inputs ?? [];
  const update = (next: CustomStepContext) => {
    for (const { propName, templateName } of declared)
      if (propName in next) drawn.setInput(templateName, Reflect.get(next, propName));
  };
  const element = drawn.location.nativeElement as HTMLElement;
  update(context);
  environmentInjector.get(ApplicationRef).attachView(drawn.hostView);
  host.append(element);
  // Whoever shows the step moves the focus into it, and waits for nothing.
  drawn.changeDetectorRef.detectChanges();
  return {
    update,
    remove() {
      drawn.destroy();
      element.remove();
    },
  };
}

/** Nobody is to be held up by a step whose application is gone. */
function passOver(tag: string, { step, skip, decline }: CustomStepContext): CustomStepView {
  console.error(
    `The flow names <${tag}>, and the injector that provideFairwell() had it from is destroyed: keep it while a flow is open.`,
  );
  queueMicrotask(step ? skip : decline);
  return { update: () => undefined, remove: () => undefined };
}

/** From now on these components are drawn for their tags, in every flow on the page. */
export function defineSteps(steps: CustomSteps, injector: EnvironmentInjector): void {
  const owner = injector.get(DestroyRef);
  for (const [tag, component] of Object.entries(steps))
    try {
      defineCustomStep(tag, (host, context) =>
        owner.destroyed ? passOver(tag, context) : draw(component, injector, host, context),
      );
    } catch (error) {
      // The rest of the page does not depend on it.
      console.error(`provideFairwell() cannot have a step for <${tag}>.`, error);
    }
}
