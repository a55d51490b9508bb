import { computed, effect } from '@angular/core';
import { canOpen, FairwellError, type HostOptions, type WallOptions } from '@fairwell/core';

function lacks(user: string, what: string): string {
  return `${user} has no serviceUrl, and no ${what}. Pass them to it, or to provideFairwell().`;
}

/** What to do before a flow can be opened with these options; undefined where one can. */
export function missingForFlow(options: HostOptions, user: string): string | undefined {
  return canOpen(options) ? undefined : lacks(user, 'flow with a customer');
}

/** The same for a wall. Whoever says anything at all may be about to say the rest. */
export function missingForWall(options: WallOptions, user: string): string | undefined {
  const saysNothing = Object.values<unknown>(options).every((value) => value === undefined);
  return saysNothing ? lacks(user, 'customer') : undefined;
}

/** @throws {FairwellError} `invalid_request` where there is no page to show something in. */
export function refuseOnServer(user: string): void {
  if (typeof document === 'undefined')
    throw new FairwellError(
      'invalid_request',
      `${user} cannot show anything on a server: wait for a listener or afterNextRender().`,
    );
}

/** Says what is missing, as soon as something is. */
export function report(find: () => string | undefined): void {
  const missing = computed(find);
  effect(() => {
    if (missing()) console.error(missing());
  });
}
