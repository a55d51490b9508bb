import { canOpen, FairwellError, type HostOptions, type WallOptions } from '@fairwell/core';

function lacks(user: string, what: string): string {
  return `${user} has ${what}. Pass them to it, or to provideFairwell().`;
}

/** What to do before a flow can be opened with these options; undefined where one can. */
export function missingForFlow(options: HostOptions, user: string): string | undefined {
  return canOpen(options) ? undefined : lacks(user, 'no serviceUrl, and no flow with a customer');
}

/** The same for a wall. Whoever says anything at all may be about to say the rest. */
export function missingForWall(options: WallOptions, user: string): string | undefined {
  const saysNothing = Object.values<unknown>(options).every((value) => value === undefined);
  return saysNothing ? lacks(user, 'no serviceUrl, and no customer') : undefined;
}

/** @throws {FairwellError} `invalid_request` where there is no page to show something in. */
export function refuseOnServer(call: string): void {
  if (typeof document === 'undefined')
    throw new FairwellError(
      'invalid_request',
      `${call} was called on a server, where there is no page: call it in a listener or in afterNextRender().`,
    );
}
