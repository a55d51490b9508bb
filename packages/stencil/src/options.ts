import type { HostOptions } from '@fairwell/core';
import { isServer } from './server.js';

/** On the page, not in this module: a library of components may bring a copy of it, and is to see the same. */
const key = Symbol.for('@fairwell/stencil');

/**
 * Options for every flow and wall of the page, once, before components are drawn: in the global script of
 * an app. What a component or a controller is given itself wins. Called again, it replaces what was said
 * before, for what is drawn or opened from then on. On a server, where one process draws the pages of
 * many customers, it does nothing.
 */
export function provideFairwell(options: HostOptions): void {
  if (!isServer()) Reflect.set(globalThis, key, options);
}

/** What was provided. */
export function defaults(): HostOptions {
  return (Reflect.get(globalThis, key) as HostOptions | undefined) ?? {};
}

/**
 * What an element is given: nothing on a server, which would write texts and numbers of it into the
 * page, a session token among them.
 */
export function withheldOnServer<Options extends object>(options: Options): Partial<Options> {
  return isServer() ? {} : options;
}
