import { fillOptions, wallOptions, type HostOptions } from '@fairwell/core';
import {
  checkFailedPaymentWall,
  checkPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
} from '@fairwell/elements';
import { forceUpdate } from '@stencil/core';
import { current, type Given } from './given.js';
import { missingFromWall } from './mistakes.js';
import { defaults, forElement } from './options.js';
import { follow } from './presence.js';
import { refuseOnServer } from './server.js';
import { SharedWall } from './shared-wall.js';

type Own<Options> = Omit<Options, 'signal'> & Pick<HostOptions, 'locale'>;
export interface PauseWallOptions extends Own<CheckPauseWallOptions> {}
export interface FailedPaymentWallOptions extends Own<CheckFailedPaymentWallOptions> {}

/** A wall in front of the whole page. */
export interface WallControls {
  /** Does it stand; undefined while that is not known. */
  readonly stands: boolean | undefined;
  /**
   * Asks whether the wall stands, and shows it.
   * @returns whether it stands; a check that fails lets the customer in.
   * @throws {FairwellError} `invalid_request` on a server.
   */
  check(): Promise<boolean>;
  /** Takes the wall down until it is checked again. */
  hide(): void;
}

const thePauseWall = new SharedWall<PauseWallOptions>(
  (options) => checkPauseWall(forElement(options)),
  'fw-pause-wall-activated',
  ['fw-pause-wall-close', 'fw-resume'],
);
const theFailedPaymentWall = new SharedWall<FailedPaymentWallOptions>(
  (options) => checkFailedPaymentWall(forElement(options)),
  'fw-failed-payment-wall-activated',
  ['fw-failed-payment-wall-close', 'fw-update-payment-information'],
);

function useWall<Options extends PauseWallOptions>(
  wall: SharedWall<Options>,
  component: object,
  given: Given<NoInfer<Options>>,
  user: string,
): WallControls {
  const update = () => forceUpdate(component);
  const options = () => fillOptions(current(given), wallOptions(defaults()));
  follow(component, {
    arrive: () => {
      wall.enter(update);
      const missing = missingFromWall({ ...defaults(), ...current(given) }, user);
      if (missing) console.error(missing);
      const { serviceUrl, session, customerId, customer } = options();
      if (serviceUrl ? (session ?? customerId) : customer) void wall.check(options());
    },
    leave: () => wall.leave(update),
  });
  return {
    get stands() {
      return wall.stands;
    },
    check: async () => {
      refuseOnServer(`${user}().check()`);
      return wall.check(options());
    },
    hide: () => wall.hide(),
  };
}

/**
 * A wall before the page while the subscription is paused, for a component to make in its constructor:
 * checked as soon as the component is on the page and knows about whom, again by `check()`, and taken
 * down with the last component that uses it. Its events arrive at the document.
 */
export function pauseWall(component: object, options: Given<PauseWallOptions> = {}): WallControls {
  return useWall(thePauseWall, component, options, 'pauseWall');
}

/**
 * A wall before the page while a payment is overdue, for a component to make in its constructor: checked
 * as soon as the component is on the page and knows about whom, again by `check()`, and taken down with
 * the last component that uses it. Its events arrive at the document.
 */
export function failedPaymentWall(
  component: object,
  options: Given<FailedPaymentWallOptions> = {},
): WallControls {
  return useWall(theFailedPaymentWall, component, options, 'failedPaymentWall');
}
