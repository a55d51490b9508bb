import type { Mode, ServiceErrorCode, SessionResult } from '@fairwell/contract';
import { metrics } from '@opentelemetry/api';
import type { LedgerAction } from '../ledger/decisions.js';
import type { JobKind } from '../queue/jobs.js';

/** How many jobs there are in a state. */
export interface QueueDepth {
  kind: JobKind;
  state: 'pending' | 'dead';
  count: number;
}

export interface Meters {
  /** What a try to carry an action out came to. `unknown`: it is looked at again. */
  action(counted: {
    mode: Mode;
    type: LedgerAction['type'];
    outcome: 'applied' | 'failed' | 'unknown';
    code?: ServiceErrorCode | undefined;
  }): void;
  session(counted: { mode: Mode; result: SessionResult }): void;
  /** One attempt to tell somebody. `dead`: the last. */
  delivery(counted: { mode: Mode; kind: JobKind; outcome: 'done' | 'failed' | 'dead' }): void;
  /** Asked whenever metrics are read. Answers with what ends that. */
  watchQueue(read: () => Promise<readonly QueueDepth[]>): () => void;
}

/** Counts of what happens. Without an SDK of OpenTelemetry in the process they count nothing. */
export function createMeters(): Meters {
  const meter = metrics.getMeter('@fairwell/service');
  const actions = meter.createCounter('fairwell.actions', {
    description: 'Tries to carry out an action, by what they came to',
  });
  const sessions = meter.createCounter('fairwell.sessions', {
    description: 'Results that sessions came to',
  });
  const deliveries = meter.createCounter('fairwell.deliveries', {
    description: 'Attempts to send a webhook, a mail or a Slack message',
  });
  const depth = meter.createObservableGauge('fairwell.queue.depth', {
    description: 'Jobs that wait, and those that were given up',
  });
  return {
    action: ({ code, ...counted }) => {
      actions.add(1, { ...counted, ...(code !== undefined && { code }) });
    },
    session: (counted) => {
      sessions.add(1, counted);
    },
    delivery: (counted) => {
      deliveries.add(1, counted);
    },
    watchQueue(read) {
      const observe: Parameters<typeof depth.addCallback>[0] = async (result) => {
        for (const { count, ...attributes } of await read()) result.observe(count, attributes);
      };
      depth.addCallback(observe);
      return () => {
        depth.removeCallback(observe);
      };
    },
  };
}
