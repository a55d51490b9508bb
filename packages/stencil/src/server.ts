import { FairwellError } from '@fairwell/core';
import { Build } from '@stencil/core';

/** Is this Stencil's hydrate app, or no browser at all. */
export function isServer(): boolean {
  return Build.isServer || typeof document === 'undefined';
}

/** @throws {FairwellError} `invalid_request` where there is no page to show something in. */
export function refuseOnServer(call: string): void {
  if (isServer())
    throw new FairwellError(
      'invalid_request',
      `${call} was called on a server, where there is no page: call it in an event handler, or in componentDidLoad().`,
    );
}
