import { forElement, type HostOptions, type WallOptions } from '@fairwell/core';
import {
  sharedFailedPaymentWall,
  sharedPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
  type SharedWall,
} from '@fairwell/elements';
import {
  shallowReadonly,
  shallowRef,
  toValue,
  watch,
  type ComputedRef,
  type MaybeRefOrGetter,
  type ShallowRef,
} from 'vue';
import { refuseOnServer } from './mistakes.js';
import { useWallOptions } from './options.js';
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

function useWall(
  user: string,
  wall: Pick<SharedWall<object>, 'enter' | 'getStands' | 'subscribe' | 'hide'>,
  options: ComputedRef<WallOptions>,
  check: () => Promise<boolean>,
): WallControls {
  const stands = shallowRef<boolean>();
  const ask = () => {
    const { serviceUrl, session, customerId, customer } = options.value;
    return (serviceUrl ? session || customerId : customer) && JSON.stringify(options.value);
  };
  useVisit(() => {
    const hear = () => (stands.value = wall.getStands());
    hear();
    const ends = [
      wall.subscribe(hear),
      wall.enter(),
      watch(ask, (question) => question && check(), { immediate: true }),
    ];
    return () => ends.forEach((end) => end());
  });
  return {
    stands: shallowReadonly(stands),
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
  const user = 'usePauseWall';
  const wall = sharedPauseWall;
  const filled = useWallOptions(() => toValue(options), user);
  return useWall(user, wall, filled, () => wall.check(forElement(filled.value)));
}

/**
 * A wall before the page while a payment is overdue: checked as soon as it is known about whom, again
 * when that changes or by `check()`, and taken down with the last component that uses it. Its events
 * arrive at the document.
 */
export function useFailedPaymentWall(
  options: MaybeRefOrGetter<UseFailedPaymentWallOptions> = {},
): WallControls {
  const user = 'useFailedPaymentWall';
  const wall = sharedFailedPaymentWall;
  const filled = useWallOptions(() => toValue(options), user);
  return useWall(user, wall, filled, () => wall.check(forElement(filled.value)));
}
