'use client';

import {
  sharedFailedPaymentWall,
  sharedPauseWall,
  type CheckFailedPaymentWallOptions,
  type CheckPauseWallOptions,
  type SharedWall,
} from '@fairwell/elements';
import { useMemo, useRef, useSyncExternalStore } from 'react';
import { useLatest, useLayout, useLifetime } from './lifecycle.js';
import { useWallOptions } from './options.js';
import { refuseOnServer } from './mistakes.js';

export type UsePauseWallOptions = Omit<CheckPauseWallOptions, 'signal'>;
export type UseFailedPaymentWallOptions = Omit<CheckFailedPaymentWallOptions, 'signal'>;

/** A wall in front of the whole page. Its functions stay the same from render to render. */
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

function useWall<Options extends CheckPauseWallOptions>(
  wall: SharedWall<Options>,
  options: NoInfer<Options>,
  user: string,
): WallControls {
  const latest = useLatest(options);
  const asked = useRef('');
  useLifetime(() => {
    const leave = wall.enter();
    return () => {
      asked.current = '';
      leave();
    };
  });

  const { serviceUrl, session, customerId, customer } = options;
  const isReady = Boolean(serviceUrl ? session || customerId : customer);
  const question = JSON.stringify([options, isReady]);
  useLayout(() => {
    if (!isReady || asked.current === question) return;
    asked.current = question;
    void wall.check(latest.current);
  });

  const stands = useSyncExternalStore(wall.subscribe, wall.getStands, () => undefined);
  const functions = useMemo(
    () => ({
      check: () => {
        refuseOnServer(`${user}().check()`);
        return wall.check(latest.current);
      },
      hide: wall.hide,
    }),
    [wall, latest, user],
  );
  return useMemo(() => ({ stands, ...functions }), [stands, functions]);
}

/**
 * A wall before the page while the subscription is paused: checked as soon as it is known about whom,
 * again when that changes or by `check()`, and taken down with the last component that uses it. Its events
 * arrive at the document.
 */
export function usePauseWall(options: UsePauseWallOptions = {}): WallControls {
  const user = 'usePauseWall';
  return useWall(sharedPauseWall, useWallOptions(options, user), user);
}

/**
 * A wall before the page while a payment is overdue: checked as soon as it is known about whom, again
 * when that changes or by `check()`, and taken down with the last component that uses it. Its events
 * arrive at the document.
 */
export function useFailedPaymentWall(options: UseFailedPaymentWallOptions = {}): WallControls {
  const user = 'useFailedPaymentWall';
  return useWall(sharedFailedPaymentWall, useWallOptions(options, user), user);
}
