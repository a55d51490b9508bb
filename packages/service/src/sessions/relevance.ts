import type { SessionResult } from '@fairwell/contract';

/** A session of one customer, in one mode. */
export interface Candidate {
  id: string;
  startedAt: Date;
  result: SessionResult;
}

/** Milliseconds within which a more relevant session stands for another. */
const reach = 24 * 60 * 60 * 1000;

/** A cancellation says more than an offer that was accepted, and that more than leaving. */
function rankOf(result: SessionResult): number {
  return result === 'cancel' ? 2 : result === 'abort' ? 0 : 1;
}

/** The more relevant first; of two alike, the later. */
function byRelevance(one: Candidate, other: Candidate): number {
  return (
    rankOf(other.result) - rankOf(one.result) ||
    other.startedAt.getTime() - one.startedAt.getTime() ||
    (one.id < other.id ? 1 : -1)
  );
}

/** The ids of those of a customer's sessions that a more relevant one within 24 hours stands for. */
export function bouncedAmong(sessions: readonly Candidate[]): ReadonlySet<string> {
  const kept: Candidate[] = [];
  const bounced = new Set<string>();
  for (const session of [...sessions].sort(byRelevance)) {
    const isNear = ({ startedAt }: Candidate): boolean =>
      Math.abs(startedAt.getTime() - session.startedAt.getTime()) <= reach;
    if (kept.some(isNear)) bounced.add(session.id);
    else kept.push(session);
  }
  return bounced;
}
