import type { WallOptions } from '@fairwell/core';
import type { FailedPaymentWallElement, PauseWallElement } from '@fairwell/elements';
import { h, type ComputedRef } from 'vue';
import { aroundElement } from './around-element.js';
import type { ElementComponent } from './generated/define-element.js';
import * as failedPayment from './generated/failed-payment-wall.js';
import * as pause from './generated/pause-wall.js';
import { forElement, useNamed, useWallOptions, wallProps } from './options.js';
import { useVisit } from './use-visit.js';

/** A hard wall puts itself back when it is taken out of the page: it is taken down with its component. */
function useWallElement(
  element: ComputedRef<PauseWallElement | FailedPaymentWallElement | undefined>,
): void {
  let isDown = false;
  useVisit(
    () => {
      if (isDown) void element.value?.check();
    },
    () => {
      isDown = true;
      element.value?.hide();
    },
  );
}

export interface PauseWallProps
  extends WallOptions, Omit<pause.PauseWallProps, keyof WallOptions> {}

/**
 * A wall before the page while the subscription is paused, `<fw-pause-wall>`. It asks as soon as it
 * knows about whom, and is taken down with its component.
 */
export const PauseWall: ElementComponent<PauseWallProps, PauseWallElement> = aroundElement<
  PauseWallProps,
  PauseWallElement
>({
  name: 'PauseWall',
  props: wallProps,
  setup(given, { attrs, element }) {
    const options = useWallOptions(useNamed(given), 'PauseWall');
    useWallElement(element);
    return (ref) => h(pause.PauseWall, { ...forElement(options.value), ...attrs, ref });
  },
});

export interface FailedPaymentWallProps
  extends WallOptions, Omit<failedPayment.FailedPaymentWallProps, keyof WallOptions> {}

/**
 * A wall before the page while a payment is overdue, `<fw-failed-payment-wall>`. It asks as soon as it
 * knows about whom, and is taken down with its component.
 */
export const FailedPaymentWall: ElementComponent<FailedPaymentWallProps, FailedPaymentWallElement> =
  aroundElement<FailedPaymentWallProps, FailedPaymentWallElement>({
    name: 'FailedPaymentWall',
    props: wallProps,
    setup(given, { attrs, element }) {
      const options = useWallOptions(useNamed(given), 'FailedPaymentWall');
      useWallElement(element);
      return (ref) =>
        h(failedPayment.FailedPaymentWall, { ...forElement(options.value), ...attrs, ref });
    },
  });
