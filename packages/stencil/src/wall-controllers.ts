import { fillOptions, forElement, wallOptions, type HostOptions } from '@fairwell/core';
import {
  sharedFailedPaymentWall,
  sharedPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
  type SharedWall,
} from '@fairwell/elements';
import { forceUpdate } from '@stencil/core';
import { current, type Given } from './given.js';
import { missingFromWall } from './mistakes.js';
import { defaults } from './options.js';
import { follow } from './presence.js';
import { refuseOnServer } from './server.js';

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

/** Either wall: what only the other is asked by, it passes over. */
type AnyWall = Pick<
  SharedWall<CheckFailedPaymentWallOptions>,
  'check' | 'enter' | 'getStands' | 'hide' | 'subscribe'
>;

function useWall(
  wall: AnyWall,
  component: object,
  given: Given<FailedPaymentWallOptions>,
  user: string,
): WallControls {
  const options = () => forElement(fillOptions(current(given), wallOptions(defaults())));
  let ends: (() => void)[] = [];
  follow(component, {
    arrive: () => {
      ends = [wall.enter(), wall.subscribe(() => forceUpdate(component))];
      const missing = missingFromWall({ ...defaults(), ...current(given) }, user);
      if (missing) console.error(missing);
      const { serviceUrl, session, customerId, customer } = options();
      if (serviceUrl ? session || customerId : customer) void wall.check(options());
    },
    // A task later: until then Stencil has made the component that comes in its place.
    leave: () => ends.forEach((end) => setTimeout(end)),
  });
  return {
    get stands() {
      return wall.getStands();
    },
    check: async () => {
      refuseOnServer(`${user}().check()`);
      return wall.check(options());
    },
    hide: wall.hide,
  };
}

/**
 * A wall before the page while the subscription is paused, for a component to make in its constructor:
 * checked as soon as the component is on the page and knows about whom, again by `check()`, and taken
 * down with the last component that uses it. Its events arrive at the document.
 */
export function pauseWall(component: object, options: Given<PauseWallOptions> = {}): WallControls {
  return useWall(sharedPauseWall, component, options, 'pauseWall');
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
  return useWall(sharedFailedPaymentWall, component, options, 'failedPaymentWall');
}
