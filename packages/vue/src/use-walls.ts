import type { HostOptions } from '@fairwell/core';
import {
  checkFailedPaymentWall,
  checkPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
} from '@fairwell/elements';
import { getCurrentInstance, toValue, watch, type MaybeRefOrGetter, type ShallowRef } from 'vue';
import { refuseOnServer, refuseOutsideSetup } from './mistakes.js';
import { forElement, useWallOptions } from './options.js';
import { SharedWall } from './shared-wall.js';
import { useVisit } from './use-visit.js';

type Own<Options> = Omit<Options, 'lang' | 'signal'> & Pick<HostOptions, 'locale'>;
export interface UsePauseWallOptions extends Own<CheckPauseWallOptions> {}
export interface UseFailedPaymentWallOptions extends Own<CheckFailedPaymentWallOptions> {}

/** A wall in front of the whole page. */
export interface WallControls {
  /** Does it stand; undefined while that is not known. */
  readonly stands: Readonly<ShallowRef<boolean | undefined>>;
  /**
   * Asks whether the wall stands, and shows it.
   * @returns whether it stands; a check that fails lets the customer in.
   * @throws {FairwellError} `invalid_request` on a server.
   */
  check(): Promise<boolean>;
  /** Takes the wall down until it is checked again. */
  hide(): void;
}

const pauseWall = new SharedWall<UsePauseWallOptions>(
  (options) => checkPauseWall(forElement(options)),
  'fw-pause-wall-activated',
  ['fw-pause-wall-close', 'fw-resume'],
);
const failedPaymentWall = new SharedWall<UseFailedPaymentWallOptions>(
  (options) => checkFailedPaymentWall(forElement(options)),
  'fw-failed-payment-wall-activated',
  ['fw-failed-payment-wall-close', 'fw-update-payment-information'],
);

function useWall<Options extends UsePauseWallOptions>(
  wall: SharedWall<Options>,
  given: MaybeRefOrGetter<NoInfer<Options>>,
  user: string,
): WallControls {
  refuseOutsideSetup(getCurrentInstance(), user);
  const options = useWallOptions<Options>(() => toValue(given), user);
  const check = () => wall.check(options.value);

  const isShown = useVisit(wall.enter, wall.leave);
  watch(
    () => {
      const { serviceUrl, session, customerId, customer } = options.value;
      const isReady = isShown.value && (serviceUrl ? session || customerId : customer);
      return isReady ? JSON.stringify(options.value) : undefined;
    },
    (question) => void (question && check()),
  );
  return {
    stands: wall.stands,
    check: async () => {
      refuseOnServer(`${user}().check()`);
      return check();
    },
    hide: wall.hide,
  };
}

/**
 * A wall before the page while the subscription is paused: checked as soon as it is known about whom,
 * again when that changes or by `check()`, and taken down with the last component that uses it. Its events
 * arrive at the document.
 */
export function usePauseWall(options: MaybeRefOrGetter<UsePauseWallOptions> = {}): WallControls {
  return useWall(pauseWall, options, 'usePauseWall');
}

/**
 * A wall before the page while a payment is overdue: checked as soon as it is known about whom, again
 * when that changes or by `check()`, and taken down with the last component that uses it. Its events
 * arrive at the document.
 */
export function useFailedPaymentWall(
  options: MaybeRefOrGetter<UseFailedPaymentWallOptions> = {},
): WallControls {
  return useWall(failedPaymentWall, options, 'useFailedPaymentWall');
}
