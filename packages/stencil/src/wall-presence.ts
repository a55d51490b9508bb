import { fillOptions, forElement, wallOptions } from '@fairwell/core';
import { h, type VNode } from '@stencil/core';
import { missingFromWall } from './mistakes.js';
import { defaults, withheldOnServer } from './options.js';
import { definePresence, presenceTag, type Presence } from './presence.js';

type WallTag = 'fw-pause-wall' | 'fw-failed-payment-wall';

function wallIn(presence: HTMLElement) {
  return presence.querySelector<HTMLElementTagNameMap[WallTag]>(
    'fw-pause-wall, fw-failed-payment-wall',
  );
}

/** A hard wall puts itself back when it is taken out of the page, so it is taken down with what drew it. */
const handlers: Presence = {
  arrive: (presence, isBack) => {
    if (isBack) void wallIn(presence)?.check();
  },
  leave: (presence) => wallIn(presence)?.hide(),
};

/** Draws a wall with these options and those that were provided. */
export function drawWall(
  tag: WallTag,
  given: { lang?: string | undefined },
  children: VNode[],
  user: string,
): VNode {
  definePresence();
  const missing = missingFromWall({ ...defaults(), ...given }, user);
  if (missing) console.error(missing);
  const options = forElement(fillOptions(given, wallOptions(defaults())));
  return h(presenceTag, { ...handlers }, h(tag, withheldOnServer(options), children));
}
