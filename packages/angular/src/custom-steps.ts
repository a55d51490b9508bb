import {
  ApplicationRef,
  createComponent,
  reflectComponentType,
  type EnvironmentInjector,
  type Type,
} from '@angular/core';
import { defineCustomStep, type CustomStepContext, type DrawCustomStep } from '@fairwell/elements';

/**
 * Components that stand for the tags of custom steps and offers. Each gets what it is about and how it
 * answers as inputs, as far as it declares them.
 */
export type CustomSteps = Readonly<Record<string, Type<unknown>>>;

function drawWith(
  component: Type<unknown>,
  environmentInjector: EnvironmentInjector,
): DrawCustomStep {
  return (host, context) => {
    const drawn = createComponent(component, { environmentInjector });
    const update = (next: CustomStepContext) => {
      for (const { templateName } of reflectComponentType(component)?.inputs ?? [])
        if (templateName in next) drawn.setInput(templateName, Reflect.get(next, templateName));
    };
    const remove = () => {
      drawn.destroy();
      host.replaceChildren();
    };
    update(context);
    environmentInjector.get(ApplicationRef).attachView(drawn.hostView);
    host.append(drawn.location.nativeElement as HTMLElement);
    // Whoever shows the step moves the focus into it, and waits for nothing.
    drawn.changeDetectorRef.detectChanges();
    return { update, remove };
  };
}

/** From now on these components are drawn for their tags, in every flow on the page. */
export function defineSteps(steps: CustomSteps, injector: EnvironmentInjector): void {
  for (const [tag, component] of Object.entries(steps))
    try {
      defineCustomStep(tag, drawWith(component, injector));
    } catch (error) {
      // The rest of the page does not depend on it.
      console.error(error);
    }
}
