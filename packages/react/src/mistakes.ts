import { canOpen, FairwellError, type FlowOptions } from '@fairwell/core';

const key = Symbol.for('@fairwell/react copies');
const copies = Number(Reflect.get(globalThis, key) ?? 0) + 1;
Reflect.set(globalThis, key, copies);

function lacks(user: string, what: string): string {
  // Each copy has a context of its own, so that a provider of one is not seen by the other.
  const others =
    Number(Reflect.get(globalThis, key)) > 1
      ? ' There is more than one copy of @fairwell/react on this page, which do not see each other’s providers: have it installed once (npm ls @fairwell/react).'
      : '';
  return `${user} has ${what}. Pass them to it, or to a <FairwellProvider> around it.${others}`;
}

/** What to do before a flow can be opened with these options; undefined where one can. */
export function missingFrom(options: FlowOptions, user: string): string | undefined {
  return canOpen(options) ? undefined : lacks(user, 'no serviceUrl, and no flow with a customer');
}

/** The same for a wall. Options that are named and not there may still come. */
export function missingFromWall(options: object, user: string): string | undefined {
  const isToldWho = 'serviceUrl' in options || 'customer' in options;
  return isToldWho ? undefined : lacks(user, 'no serviceUrl, and no customer');
}

/** @throws {FairwellError} `invalid_request` where there is no page to show something in. */
export function refuseOnServer(call: string): void {
  if (typeof document === 'undefined')
    throw new FairwellError(
      'invalid_request',
      `${call} was called on a server, where there is no page: call it in an event handler or an effect.`,
    );
}
