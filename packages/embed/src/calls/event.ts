import { sendCustomerEvent } from '@fairwell/core';
import type { EmbedDefaults } from '../defaults.js';
import type { EventOptions } from '../options/documented.js';
import { tellOnce } from '../options/report.js';
import { EmbedError, withService } from './access.js';

/** What is sent of an event; the rest has no say here. */
const taken: Record<keyof EventOptions, boolean> = {
  serviceUrl: true,
  session: true,
  appId: true,
  customerId: true,
  authHash: true,
  mode: true,
  event: true,
  eventData: true,
  // The credential says who it is.
  customerEmail: false,
};

export async function event(defaults: EmbedDefaults, given: EventOptions): Promise<void> {
  const call = 'fairwell.event';
  const isTaken = (name: string): boolean => new Map(Object.entries(taken)).get(name) ?? false;
  const others = Object.keys(given).filter((name) => !isTaken(name));
  if (others.length > 0)
    tellOnce(
      'info',
      `${call}: not taken from a page: ${others.join(', ')}. Your back end sends them, to /v1/api/events/new.`,
    );
  const { serviceUrl, session, appId, customerId, authHash, mode, ...rest } = withService(
    call,
    given,
    defaults,
    true,
  );
  const { event: name, eventData } = rest;
  if (!name)
    throw new EmbedError(`${call}: what happened? Give event, for example 'Post Created'.`);
  await sendCustomerEvent({
    serviceUrl,
    session,
    appId,
    customerId,
    authHash,
    mode,
    event: name,
    eventData: eventData && { ...eventData },
  });
}
