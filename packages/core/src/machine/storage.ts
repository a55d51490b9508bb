import type { WallKind } from '@fairwell/contract';
import type { JourneySnapshot } from './journey.js';

/** Where a flow is kept through a reload of the page: the part of Web Storage that is used. */
export type FlowStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const name = 'fairwell:flow';

/** Under which name the answer to the check of a wall is kept. */
export const wallNames: Record<WallKind, string> = {
  pause: 'fairwell:pause-wall',
  failedPayment: 'fairwell:failed-payment-wall',
};

/** What was kept, or nothing; what is broken counts as nothing. */
export function recall(storage: FlowStorage | undefined): JourneySnapshot | undefined {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(name) ?? 'null');
    return isSnapshot(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isSnapshot(value: unknown): value is JourneySnapshot {
  return typeof value === 'object' && value !== null && 'belongsTo' in value;
}

/** Keeps a journey. A storage that is full or forbidden keeps nothing, and nothing else fails. */
export function keep(storage: FlowStorage | undefined, journey: JourneySnapshot): void {
  try {
    storage?.setItem(name, JSON.stringify(journey));
  } catch {
    // A reload then begins anew.
  }
}

/** Forgets the customer, their way and their answers, for example when they sign out. */
export function clearState(storage: FlowStorage): void {
  try {
    for (const each of [name, ...Object.values(wallNames)]) storage.removeItem(each);
  } catch {
    // Where nothing may be stored there is nothing to forget.
  }
}
