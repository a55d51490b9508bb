import { computed, DestroyRef, effect, inject, untracked, type Signal } from '@angular/core';
import { fillOptions, wallOptions, type HostOptions } from '@fairwell/core';
import {
  checkFailedPaymentWall,
  checkPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
} from '@fairwell/elements';
import { missingForWall, refuseOnServer } from './mistakes.js';
import { ask, Defaults, forCall, type Given } from './options.js';
import { SharedWall } from './shared-wall.js';

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

const pauseWall = new SharedWall<PauseWallOptions>(
  (options) => checkPauseWall(forCall(options)),
  'fw-pause-wall-activated',
  ['fw-pause-wall-close', 'fw-resume'],
);
const failedPaymentWall = new SharedWall<FailedPaymentWallOptions>(
  (options) => checkFailedPaymentWall(forCall(options)),
  'fw-failed-payment-wall-activated',
  ['fw-failed-payment-wall-close', 'fw-update-payment-information'],
);

function injectWall<Options extends PauseWallOptions>(
  wall: SharedWall<Options>,
  given: Given<NoInfer<Options>>,
  user: string,
): WallControls {
  const defaults = inject(Defaults);
  const options = computed(() => fillOptions(ask(given), wallOptions(defaults())));
  const missing = computed(() => missingForWall(wallOptions(options()), `${user}()`));
  /** What is asked, as soon as it is known about whom. */
  const question = computed(() => {
    const { serviceUrl, session, customerId, customer } = options();
    return (serviceUrl ? (session ?? customerId) : customer) && JSON.stringify(options());
  });
  const check = () => wall.check(untracked(options));

  if (typeof document !== 'undefined') {
    wall.enter();
    inject(DestroyRef).onDestroy(wall.leave);
    effect(() => {
      if (missing()) console.error(missing());
      if (question()) void untracked(check);
    });
  }
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
 * again when that changes or by `check()`, and taken down with the last that uses it. Its events arrive
 * at the document.
 * @param options Also as a function, whose signals are followed.
 */
export function injectPauseWall(options: Given<PauseWallOptions> = {}): WallControls {
  return injectWall(pauseWall, options, 'injectPauseWall');
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
  return injectWall(failedPaymentWall, options, 'injectFailedPaymentWall');
}
