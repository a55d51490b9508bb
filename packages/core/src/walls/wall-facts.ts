import type { Wall, WallActionType, WallPage, WallState } from './wall-state.js';

/** What changes; everything else in the state follows from it. */
export interface WallFacts<W extends Wall> extends Omit<WallState<W>, 'can' | 'canClose'> {
  /** Nobody answers: it is not known whether the wall still holds. */
  isInDoubt: boolean;
}

export const overview: WallPage = { kind: 'overview' };

export const nothingKnown: WallFacts<never> = {
  status: 'idle',
  wall: null,
  page: overview,
  soft: false,
  hardFrom: undefined,
  inFlight: null,
  error: null,
  done: null,
  canceled: null,
  customer: undefined,
  subscriptions: [],
  isInDoubt: false,
};

/** @param possible what could be done if nothing were done yet. */
export function stateOf<W extends Wall>(
  { isInDoubt, ...facts }: WallFacts<W>,
  possible: readonly WallActionType[],
): WallState<W> {
  const { status, soft, inFlight, canceled } = facts;
  return {
    ...facts,
    can: new Set(possible.filter((action) => action !== 'cancel' || !canceled)),
    canClose: status === 'standing' && (inFlight ? inFlight.slow : soft || isInDoubt),
  };
}
