import { FairwellError, type WallErrorType } from '@fairwell/core';
import { ErrorEvent } from '../events/observations.js';
import type { FailedPaymentWallElement } from '../failed-payment-wall/failed-payment-wall.js';
import type { PauseWallElement } from '../pause-wall/pause-wall.js';
import type { OptionsOf } from './options.js';

export type CheckPauseWallOptions = OptionsOf<PauseWallElement, 'check' | 'hide'>;
export type CheckFailedPaymentWallOptions = OptionsOf<FailedPaymentWallElement, 'check' | 'hide'>;

/** One of each kind: a page that checks on every route asks the wall that is there. */
let pauseWall: PauseWallElement | undefined;
let failedPaymentWall: FailedPaymentWallElement | undefined;

function ask(
  wall: PauseWallElement | FailedPaymentWallElement,
  { signal, ...properties }: CheckPauseWallOptions | CheckFailedPaymentWallOptions,
): Promise<boolean> {
  if (signal?.aborted) return Promise.resolve(false);
  Object.assign(wall, properties);
  if (!wall.isConnected) document.body.append(wall);
  signal?.addEventListener('abort', () => wall.hide());
  return wall.check();
}

/** Whoever cannot be asked is let in. */
function letIn(cause: unknown, type: WallErrorType): boolean {
  const error = new FairwellError('network', 'The code of the wall could not be loaded.', {
    cause,
  });
  document.body.dispatchEvent(new ErrorEvent(error, type));
  return false;
}

/**
 * Puts a pause wall into the page, if there is cause for one. Its events arrive at the document; what
 * is not given stays as it was at the call before.
 * @returns whether it stands; a check that fails lets the customer in.
 */
export async function checkPauseWall(options: CheckPauseWallOptions): Promise<boolean> {
  try {
    await import('../define/pause-wall.js');
  } catch (cause) {
    return letIn(cause, 'PAUSE_WALL_INITIALIZATION_ERROR');
  }
  pauseWall ??= document.createElement('fw-pause-wall');
  return ask(pauseWall, options);
}

/**
 * Puts a failed-payment wall into the page, if there is cause for one. Its events arrive at the
 * document; what is not given stays as it was at the call before.
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
  failedPaymentWall ??= document.createElement('fw-failed-payment-wall');
  return ask(failedPaymentWall, options);
}
