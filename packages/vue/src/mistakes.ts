import { canOpen, FairwellError, type HostOptions } from '@fairwell/core';

function lacks(user: string, what: string): string {
  return `${user} has ${what}. Pass them to it, to a <FairwellProvider> around it, or to app.use(createFairwell(…)).`;
}

/** What to do before a flow can be opened with these options; undefined where one can. */
export function missingForFlow(options: HostOptions, user: string): string | undefined {
  return canOpen(options) ? undefined : lacks(user, 'no serviceUrl, and no flow with a customer');
}

/** The same for a wall. Options that are named and not there may still come. */
export function missingForWall(options: object, user: string): string | undefined {
  const isToldWho = 'serviceUrl' in options || 'customer' in options;
  return isToldWho ? undefined : lacks(user, 'no serviceUrl, and no customer');
}

/** @throws {FairwellError} `invalid_request` where there is no page to show something in. */
export function refuseOnServer(call: string): void {
  if (typeof document === 'undefined')
    throw new FairwellError(
      'invalid_request',
      `${call} was called on a server, where there is no page: call it in an event handler or in onMounted.`,
    );
}

/** @throws {FairwellError} `invalid_request` where no component would end what the composable begins. */
export function refuseOutsideSetup(instance: object | null, composable: string): void {
  if (!instance)
    throw new FairwellError(
      'invalid_request',
      `${composable}() was called outside of a component: call it in setup() or <script setup>, before any await, so that it ends with the component.`,
    );
}
