import { defineCustomStep, type CustomStepContext, type CustomStepView } from '@fairwell/elements';
import { useState, useSyncExternalStore, type ComponentType, type ReactElement } from 'react';
import { createPortal } from 'react-dom';
import { useLayout } from './lifecycle.js';

/**
 * Components that stand for the tags of custom steps and offers. Each gets what it is about and how
 * it answers as props, and sees the contexts that its provider stands in.
 */
export type CustomSteps = Readonly<Record<string, ComponentType<CustomStepContext>>>;

interface Drawn {
  readonly key: string;
  readonly tag: string;
  readonly host: HTMLElement;
  readonly context: CustomStepContext;
}

/** What is on the screen of the steps of one provider. */
class Stage {
  #drawn: readonly Drawn[] = [];
  #count = 0;
  #onChange: () => void = () => undefined;

  readonly getDrawn = (): readonly Drawn[] => this.#drawn;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#onChange = onChange;
    return () => (this.#onChange = () => undefined);
  };

  draw(tag: string, host: HTMLElement, context: CustomStepContext): CustomStepView {
    const key = String(this.#count++);
    const showWith = (...drawn: Drawn[]) => {
      this.#drawn = [...this.#drawn.filter((each) => each.key !== key), ...drawn];
      this.#onChange();
    };
    const update = (context: CustomStepContext) => showWith({ key, tag, host, context });
    update(context);
    return { update, remove: showWith };
  }
}

/** Whose component stands for a tag: of several on the page, that of the provider which came last. */
const stages = new Map<string, Set<Stage>>();

/** Nobody is to be held up by a step whose provider is gone. */
function passOver(tag: string, { step, skip, decline }: CustomStepContext): CustomStepView {
  console.error(
    `No <FairwellProvider> on the page has a step for <${tag}> any more: keep it mounted while a flow is open.`,
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
      return latest ? latest.draw(tag, host, context) : passOver(tag, context);
    });
  } catch (error) {
    // The rest of the page does not depend on it.
    console.error(`<FairwellProvider> cannot have a step for <${tag}>.`, error);
  }
  return () => standing.delete(stage);
}

/** Draws the custom steps that are on the screen, wherever that is, as a part of this tree. */
export function CustomStepPortals({ steps }: { steps: CustomSteps }): ReactElement {
  const [stage] = useState(() => new Stage());
  const tags = Object.keys(steps).join(' ');
  useLayout(() => {
    const ends = Object.keys(steps).map((tag) => standFor(tag, stage));
    return () => ends.forEach((end) => end());
  }, [tags, stage]);

  const drawn = useSyncExternalStore(stage.subscribe, stage.getDrawn, stage.getDrawn);
  return (
    <>
      {drawn.map(({ key, tag, host, context }) => {
        const Step = steps[tag];
        return Step && createPortal(<Step {...context} />, host, key);
      })}
    </>
  );
}
