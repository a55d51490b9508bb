import type { SessionResult } from '@fairwell/contract';
import type { JobRow } from '../storage/schema.js';
import type { ProviderEvent } from '../webhooks-in/provider-event.js';

/** Everything that is done after the answer, at least once, and again until it works. */
export interface JobMap {
  /** A session has come to a result: find out whom to tell what. */
  session: { result: SessionResult; actionId: string | null };
  webhook: { messageId: string; endpointId: string; body: string };
  mail: { to: string; subject: string; text: string };
  slack: { text: string };
  /** The billing provider has told of something that happened there. */
  providerEvent: ProviderEvent;
}
export type JobKind = keyof JobMap;

const kinds: Record<JobKind, true> = {
  session: true,
  webhook: true,
  mail: true,
  slack: true,
  providerEvent: true,
};
const deliveries = ['webhook', 'mail', 'slack'] as const satisfies readonly JobKind[];

/** Does a job of this kind tell somebody something. */
export function isDelivery(kind: JobKind): kind is (typeof deliveries)[number] {
  return deliveries.some((each) => each === kind);
}

export const jobKinds = Object.keys(kinds) as readonly JobKind[];

export interface JobOf<K extends JobKind> extends Omit<JobRow, 'kind' | 'data'> {
  kind: K;
  data: JobMap[K];
}
export type Job = { [K in JobKind]: JobOf<K> }[JobKind];

export type NewJob = {
  [K in JobKind]: Pick<JobOf<K>, 'id' | 'kind' | 'mode' | 'data' | 'session_id' | 'customer_id'>;
}[JobKind];

/** What became of an attempt, where there is more to say than that it worked. */
export interface AttemptResult {
  /** Of the HTTP answer. */
  status?: number | undefined;
}

/** An attempt that failed. */
export class AttemptFailed extends Error {
  override readonly name = 'AttemptFailed';
  readonly status: number | undefined;
  /** No further attempt can help. */
  readonly isFinal: boolean;

  constructor(
    message: string,
    { status, isFinal = false }: { status?: number | undefined; isFinal?: boolean } = {},
  ) {
    super(message);
    this.status = status;
    this.isFinal = isFinal;
  }
}
