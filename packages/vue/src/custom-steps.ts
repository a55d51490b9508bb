import { defineCustomStep, type CustomStepContext, type CustomStepView } from '@fairwell/elements';
import {
  defineComponent,
  h,
  onMounted,
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
const standing = new Map<string, Stage>();
let count = 0;

/** Nobody is to be held up by a step whose provider is gone. */
function passOver(tag: string, { step, skip, decline }: CustomStepContext): void {
  console.error(
    `No <FairwellProvider> has a step for <${tag}>: keep it mounted while a flow is open.`,
  );
  queueMicrotask(step ? skip : decline);
}

function drawStep(tag: string, host: HTMLElement, first: CustomStepContext): CustomStepView {
  const stage = standing.get(tag);
  const key = count++;
  const update = (context: CustomStepContext) => void stage?.set(key, { tag, host, context });
  if (stage) update(first);
  else passOver(tag, first);
  return { update, remove: () => void stage?.delete(key) };
}

/** What the component declares: Vue would write the rest to its root as attributes. */
function declared(component: Component, context: CustomStepContext): Partial<CustomStepContext> {
  const { props } = component as { props?: object };
  if (!props) return context;
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
    // On the page alone: a server has none.
    onMounted(() =>
      watchEffect((onCleanup) => {
        const tags = Object.keys(given.steps ?? {});
        for (const tag of tags) {
          standing.set(tag, stage);
          try {
            defineCustomStep(tag, (host, context) => drawStep(tag, host, context));
          } catch (error) {
            // The rest of the page does not depend on it.
            console.error(error);
          }
        }
        onCleanup(() => {
          for (const tag of tags) if (standing.get(tag) === stage) standing.delete(tag);
        });
      }),
    );

    return () =>
      [...stage].map(([key, { tag, host, context }]) => {
        const component = given.steps?.[tag];
        return (
          component && h(Teleport, { key, to: host }, h(component, declared(component, context)))
        );
      });
  },
  { name: 'CustomSteps', props: ['steps'] },
);
