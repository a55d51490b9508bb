import { canOpen, FairwellError, type FlowOptions } from '@fairwell/core';

const key = Symbol.for('@fairwell/react copies');
const countCopies = () => Number(Reflect.get(globalThis, key) ?? 0);
Reflect.set(globalThis, key, countCopies() + 1);

function lacks(user: string, what: string): string {
  // Each copy has a context of its own.
  const others =
    countCopies() > 1
      ? ' This page has several copies of @fairwell/react, which do not see each other’s providers: npm ls @fairwell/react shows why.'
      : '';
  return `${user} has no serviceUrl, and no ${what}. Pass them to it, or to a <FairwellProvider> around it.${others}`;
}

/** What to do before a flow can be opened with these options; undefined where one can. */
export function missingFrom(options: FlowOptions, user: string): string | undefined {
  return canOpen(options) ? undefined : lacks(user, 'flow with a customer');
}

/** The same for a wall. Options that are named and not there may still come. */
export function missingFromWall(options: object, user: string): string | undefined {
  const isToldWho = 'serviceUrl' in options || 'customer' in options;
  return isToldWho ? undefined : lacks(user, 'customer');
}

/** @throws {FairwellError} `invalid_request` where there is no page to show something in. */
export function refuseOnServer(call: string): void {
  if (typeof document === 'undefined')
    throw new FairwellError(
      'invalid_request',
      `${call} was called on a server: call it in an event handler or an effect.`,
    );
}
