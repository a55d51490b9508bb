import {
  AcceptEvent,
  BackEvent,
  DeclineEvent,
  NextEvent,
  SkipEvent,
  type CustomStepContext,
} from '@fairwell/elements';
import { getElement } from '@stencil/core';

type Subject = 'step' | 'offer' | 'subscription' | 'customer';

/**
 * What a flow sets on a component that is a custom step or offer: declare each that it needs with
 * `@Prop()`, and those that the flow itself gives it by their names.
 */
export interface CustomStepComponent extends Pick<CustomStepContext, Subject> {}

/** How a custom step or offer answers. */
export type CustomStepAnswers = Omit<CustomStepContext, Subject>;

/** The answers of a component that is a custom step or offer, for it to make in its constructor. */
export function customStep(component: object): CustomStepAnswers {
  const send = (answer: Event) => void getElement(component).dispatchEvent(answer);
  return {
    next: (result) => send(new NextEvent(result)),
    skip: () => send(new SkipEvent()),
    back: () => send(new BackEvent()),
    accept: (selection) => send(new AcceptEvent(selection)),
    decline: () => send(new DeclineEvent()),
  };
}
