import { forElement, type WallOptions } from '@fairwell/core';
import type { FailedPaymentWallElement, PauseWallElement } from '@fairwell/elements';
import { getCurrentInstance } from 'vue';
import {
  defineElement,
  type ElementComponent,
  type ElementDefinition,
} from './generated/define-element.js';
import * as failedPayment from './generated/failed-payment-wall.js';
import * as pause from './generated/pause-wall.js';
import { useWallOptions } from './options.js';
import { useVisit } from './use-visit.js';

interface Wall extends HTMLElement {
  check(): Promise<boolean>;
  hide(): void;
}

/** Knows the providers, and takes its wall down when it goes: a hard one would put itself back. */
function defineWall<Props extends WallOptions, Element extends Wall>(
  definition: ElementDefinition,
  name: string,
): ElementComponent<Props, Element> {
  return defineElement<Props, Element>({
    ...definition,
    props: { ...definition.props, locale: null },
    setup(given, { slots, element }) {
      const instance = getCurrentInstance();
      const options = useWallOptions(
        () => given,
        name,
        () => instance?.vnode.props,
      );
      let isDown = false;
      useVisit(() => {
        if (isDown) void element.value?.check();
        return () => {
          isDown = true;
          element.value?.hide();
        };
      });
      return (draw) => draw(forElement(options.value), slots);
    },
  });
}

export interface PauseWallProps
  extends WallOptions, Omit<pause.PauseWallProps, keyof WallOptions> {}

/**
 * A wall before the page while the subscription is paused, `<fw-pause-wall>`. It asks as soon as it
 * knows about whom, and is taken down with its component.
 */
export const PauseWall: ElementComponent<PauseWallProps, PauseWallElement> =
  /* @__PURE__ */ defineWall(pause.pauseWall, 'PauseWall');

export interface FailedPaymentWallProps
  extends WallOptions, Omit<failedPayment.FailedPaymentWallProps, keyof WallOptions> {}

/**
 * A wall before the page while a payment is overdue, `<fw-failed-payment-wall>`. It asks as soon as it
 * knows about whom, and is taken down with its component.
 */
export const FailedPaymentWall: ElementComponent<FailedPaymentWallProps, FailedPaymentWallElement> =
  /* @__PURE__ */ defineWall(failedPayment.failedPaymentWall, 'FailedPaymentWall');
