import type { ActionType, OutcomeMap } from '@fairwell/contract';

export interface Words {
  header: string;
  /** Absent where there is nothing true to add. */
  message?: string | undefined;
}

export type Describe<T extends ActionType> = (outcome: OutcomeMap[T], locale: string) => Words;

export function isAhead(instant: string): boolean {
  return new Date(instant) > new Date();
}
