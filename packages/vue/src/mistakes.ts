import { canOpen, FairwellError, type HostOptions } from '@fairwell/core';

function lacks(user: string, what: string): string {
  return `${user} has no serviceUrl, and no ${what}. Pass them to it, to a <FairwellProvider> or to createFairwell().`;
}

/** What to do before a flow can be opened with these options; undefined where one can. */
export function missingForFlow(options: HostOptions, user: string): string | undefined {
  return canOpen(options) ? undefined : lacks(user, 'flow with a customer');
}

/** The same for a wall. Options that are named and not there may still come. */
export function missingForWall(options: object, user: string): string | undefined {
  const isToldWho = 'serviceUrl' in options || 'service-url' in options || 'customer' in options;
  return isToldWho ? undefined : lacks(user, 'customer');
}

/** @throws {FairwellError} `invalid_request` with this message. */
export function refuse(message: string): never {
  throw new FairwellError('invalid_request', message);
}

/** @throws {FairwellError} `invalid_request` where there is no page to show something in. */
export function refuseOnServer(call: string): void {
  if (typeof document === 'undefined')
    refuse(`${call} was called on a server: call it in an event handler or onMounted.`);
}
