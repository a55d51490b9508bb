import {
  computed,
  DestroyRef,
  effect,
  inject,
  signal,
  untracked,
  type Signal,
} from '@angular/core';
import { fillOptions, forElement, wallOptions, type HostOptions } from '@fairwell/core';
import {
  sharedFailedPaymentWall,
  sharedPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
  type SharedWall,
} from '@fairwell/elements';
import { missingForWall, refuseOnServer, report } from './mistakes.js';
import { ask, Defaults, type Given } from './options.js';

type Own<Options> = Omit<Options, 'lang' | 'signal'> & Pick<HostOptions, 'locale'>;
export interface PauseWallOptions extends Own<CheckPauseWallOptions> {}
export interface FailedPaymentWallOptions extends Own<CheckFailedPaymentWallOptions> {}

/** A wall in front of the whole page. */
export interface WallControls {
  /** Does it stand; undefined while that is not known. */
  readonly stands: Signal<boolean | undefined>;
  /**
   * Asks whether the wall stands, and shows it.
   * @returns whether it stands; a check that fails lets the customer in.
   * @throws {FairwellError} `invalid_request` on a server.
   */
  check(): Promise<boolean>;
  /** Takes the wall down until it is checked again. */
  hide(): void;
}

function injectWall(
  wall: SharedWall<CheckFailedPaymentWallOptions>,
  given: Given<FailedPaymentWallOptions>,
  user: string,
): WallControls {
  const defaults = inject(Defaults);
  const options = computed(() => fillOptions(ask(given), wallOptions(defaults())));
  /** What is asked, as soon as it is known about whom. */
  const question = computed(() => {
    const { serviceUrl, session, customerId, customer } = options();
    return (serviceUrl ? session || customerId : customer) && JSON.stringify(options());
  });
  const stands = signal(wall.getStands());
  const check = () => wall.check(forElement(untracked(options)));

  if (typeof document !== 'undefined') {
    const owner = inject(DestroyRef);
    owner.onDestroy(wall.subscribe(() => stands.set(wall.getStands())));
    owner.onDestroy(wall.enter());
    report(() => missingForWall(wallOptions(options()), user));
    effect(() => {
      if (question()) void check();
    });
  }
  return {
    stands,
    check: async () => {
      refuseOnServer(user);
      return check();
    },
    hide: wall.hide,
  };
}

/**
 * A wall before the page while the subscription is paused: checked as soon as it is known about whom,
 * again when that changes or by `check()`, and taken down with the last that uses it. Its events arrive
 * at the document.
 * @param options Also as a function, whose signals are followed.
 */
export function injectPauseWall(options: Given<PauseWallOptions> = {}): WallControls {
  return injectWall(sharedPauseWall, options, 'injectPauseWall()');
}

/**
 * A wall before the page while a payment is overdue: checked as soon as it is known about whom, again
 * when that changes or by `check()`, and taken down with the last that uses it. Its events arrive at the
 * document.
 * @param options Also as a function, whose signals are followed.
 */
export function injectFailedPaymentWall(
  options: Given<FailedPaymentWallOptions> = {},
): WallControls {
  return injectWall(sharedFailedPaymentWall, options, 'injectFailedPaymentWall()');
}
