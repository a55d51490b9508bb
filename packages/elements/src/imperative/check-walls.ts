import { FairwellError, type WallErrorType } from '@fairwell/core';
import { ErrorEvent } from '../events/observations.js';
import type { FailedPaymentWallElement } from '../failed-payment-wall/failed-payment-wall.js';
import type { PauseWallElement } from '../pause-wall/pause-wall.js';
import type { OptionsOf } from './options.js';

export type CheckPauseWallOptions = OptionsOf<PauseWallElement, 'check' | 'hide'>;
export type CheckFailedPaymentWallOptions = OptionsOf<FailedPaymentWallElement, 'check' | 'hide'>;

type AnyWallElement = PauseWallElement | FailedPaymentWallElement;

/** One of each kind: a page that checks on every route asks the wall that is there. */
class CalledWall {
  readonly #wall: AnyWallElement;
  /** What the latest call has set, as it was without. */
  #unset: object = {};

  constructor(wall: AnyWallElement) {
    this.#wall = wall;
  }

  check({
    signal,
    lang = '',
    ...properties
  }: CheckPauseWallOptions | CheckFailedPaymentWallOptions): Promise<boolean> {
    if (signal?.aborted) return Promise.resolve(false);
    const wall = this.#wall;
    Object.assign(wall, this.#unset);
    this.#unset = Object.fromEntries(
      Object.keys(properties).map((name) => [name, Reflect.get(wall, name)]),
    );
    Object.assign(wall, properties);
    // An empty one would mean that the language is unknown.
    wall.toggleAttribute('lang', Boolean(lang));
    if (lang) wall.lang = lang;
    if (!wall.isConnected) document.body.append(wall);
    signal?.addEventListener('abort', this.#hide);
    return wall.check();
  }

  readonly #hide = (): void => this.#wall.hide();
}

let pauseWall: CalledWall | undefined;
let failedPaymentWall: CalledWall | undefined;

/** Whoever cannot be asked is let in. */
function letIn(cause: unknown, type: WallErrorType): boolean {
  const error = new FairwellError('network', 'The code of the wall could not be loaded.', {
    cause,
  });
  document.body.dispatchEvent(new ErrorEvent(error, type));
  return false;
}

/**
 * Puts a pause wall into the page, if there is cause for one. Its events arrive at the document.
 * @returns whether it stands; a check that fails lets the customer in.
 */
export async function checkPauseWall(options: CheckPauseWallOptions): Promise<boolean> {
  try {
    await import('../define/pause-wall.js');
  } catch (cause) {
    return letIn(cause, 'PAUSE_WALL_INITIALIZATION_ERROR');
  }
  pauseWall ??= new CalledWall(document.createElement('fw-pause-wall'));
  return pauseWall.check(options);
}

/**
 * Puts a failed-payment wall into the page, if there is cause for one. Its events arrive at the
 * document.
 * @returns whether it stands; a check that fails lets the customer in.
 */
export async function checkFailedPaymentWall(
  options: CheckFailedPaymentWallOptions,
): Promise<boolean> {
  try {
    await import('../define/failed-payment-wall.js');
  } catch (cause) {
    return letIn(cause, 'FAILED_PAYMENT_WALL_INITIALIZATION_ERROR');
  }
  failedPaymentWall ??= new CalledWall(document.createElement('fw-failed-payment-wall'));
  return failedPaymentWall.check(options);
}
