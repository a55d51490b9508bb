import { canOpen, type FlowOptions } from '@fairwell/core';
import { isServer } from './server.js';

const lacks = (user: string, what: string) =>
  `${user} has ${what}. Pass them to it, or to provideFairwell() in the global script of the app.`;

/** What to do before a flow can be opened with these options; undefined where one can, and on a server, where nothing is provided. */
export function missingFrom(options: FlowOptions, user: string): string | undefined {
  return isServer() || canOpen(options)
    ? undefined
    : lacks(user, 'no serviceUrl, and no flow with a customer');
}

/** The same for a wall. Options that are named and not there may still come. */
export function missingFromWall(options: object, user: string): string | undefined {
  const isToldWho = isServer() || 'serviceUrl' in options || 'customer' in options;
  return isToldWho ? undefined : lacks(user, 'no serviceUrl, and no customer');
}
