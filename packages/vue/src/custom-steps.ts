import { defineCustomStep, type CustomStepContext, type CustomStepView } from '@fairwell/elements';
import {
  defineComponent,
  h,
  markRaw,
  onScopeDispose,
  shallowReactive,
  Teleport,
  watchEffect,
  type Component,
  type DefineSetupFnComponent,
} from 'vue';

/**
 * Components that stand for the tags of custom steps and offers. Each gets what it is about and how
 * it answers as props, as far as it declares them.
 */
export type CustomSteps = Readonly<Record<string, Component>>;

interface Drawn {
  readonly tag: string;
  readonly host: HTMLElement;
  readonly context: CustomStepContext;
}

/** What is on the screen of the steps of one provider, or of the plugin. */
type Stage = Map<number, Drawn>;

/** Whose component stands for a tag: of several on the page, that which came last. */
const stages = new Map<string, Set<Stage>>();
let count = 0;

function drawOn(stage: Stage, tag: string, host: HTMLElement, first: CustomStepContext) {
  const key = count++;
  const update = (context: CustomStepContext) => void stage.set(key, { tag, host, context });
  update(first);
  return { update, remove: () => void stage.delete(key) };
}

/** Nobody is to be held up by a step whose provider is gone. */
function passOver(tag: string, { step, skip, decline }: CustomStepContext): CustomStepView {
  console.error(
    `The flow names <${tag}>, and no <FairwellProvider> with such a step is on the page any more: keep the provider mounted while a flow is open.`,
  );
  queueMicrotask(step ? skip : decline);
  return { update: () => undefined, remove: () => undefined };
}

function standFor(tag: string, stage: Stage): () => void {
  const standing = stages.get(tag) ?? new Set();
  stages.set(tag, standing.add(stage));
  try {
    defineCustomStep(tag, (host, context) => {
      const latest = [...standing].at(-1);
      return latest ? drawOn(latest, tag, host, context) : passOver(tag, context);
    });
  } catch (error) {
    // The rest of the page does not depend on it.
    console.error(`Fairwell cannot have a step for <${tag}>.`, error);
  }
  return () => standing.delete(stage);
}

/** What the component declares: Vue would write the rest to its root as attributes. */
function declared(component: Component, context: CustomStepContext): Partial<CustomStepContext> {
  const { props } = component as { props?: unknown };
  if (typeof props !== 'object' || props === null) return context;
  const names: readonly unknown[] = Array.isArray(props) ? props : Object.keys(props);
  return Object.fromEntries(Object.entries(context).filter(([name]) => names.includes(name)));
}

interface Props {
  steps?: CustomSteps | undefined;
}

/** Draws the custom steps that are on the screen, wherever that is, as a part of this tree. */
export const CustomStepTeleports: DefineSetupFnComponent<Props> = defineComponent<Props>(
  (given) => {
    const stage: Stage = shallowReactive(new Map<number, Drawn>());
    let ends: (() => void)[] = [];
    const leave = () => ends.forEach((end) => end());
    if ('document' in globalThis)
      watchEffect(() => {
        leave();
        ends = Object.keys(given.steps ?? {}).map((tag) => standFor(tag, stage));
      });
    onScopeDispose(leave);

    return () =>
      [...stage].map(([key, { tag, host, context }]) => {
        const component = given.steps?.[tag];
        return (
          component &&
          h(Teleport, { key, to: markRaw(host) }, h(component, declared(component, context)))
        );
      });
  },
  { name: 'FairwellCustomSteps', props: ['steps'] },
);
