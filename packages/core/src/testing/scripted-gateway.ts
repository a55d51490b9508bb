import type { Action, Flow, Outcome, SessionEvent, Subscription } from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import { expectedOutcome } from '../gateway/expected-outcome.js';
import type { FlowSession, Gateway } from '../gateway/gateway.js';
import { customer, monthly, now } from './fixtures.js';

/** What becomes of an action: done; done though the answer is lost; not done and nobody knows; refused. */
export type Fate = 'done' | 'lost' | 'unknown' | 'refused';

interface Flight {
  action: Action;
  key: string;
  settle(fate: Fate): void;
}

/**
 * A gateway whose answers the test gives, with the service's promise kept: what is done under a key
 * is done once.
 */
export class ScriptedGateway implements Gateway {
  readonly session: FlowSession;
  readonly recorded: SessionEvent[] = [];
  readonly received: { action: Action; key: string }[] = [];
  readonly done = new Map<string, Action>();
  readonly flights: Flight[] = [];
  starts = 0;

  constructor(flow: Flow, subscriptions: readonly Subscription[] = [monthly]) {
    this.session = {
      flow,
      customer,
      subscriptions,
      policy: { offers: true, prominentCancel: false },
    };
  }

  start(): Promise<FlowSession> {
    this.starts += 1;
    return Promise.resolve(this.session);
  }

  record(event: SessionEvent): Promise<void> {
    this.recorded.push(event);
    return Promise.resolve();
  }

  act(action: Action, key: string): Promise<Outcome> {
    this.received.push({ action, key });
    return new Promise((resolve, reject) => {
      const flight: Flight = {
        action,
        key,
        settle: (fate) => {
          this.flights.splice(this.flights.indexOf(flight), 1);
          const isDone = this.done.has(key);
          if (fate === 'refused' && !isDone)
            return reject(new FairwellError('payment_declined', 'declined'));
          if (fate === 'unknown') return reject(new FairwellError('outcome_unknown', 'no answer'));
          this.done.set(key, action);
          if (fate === 'lost') return reject(new FairwellError('network', 'lost'));
          resolve(expectedOutcome(action, { ...this.session, now }));
        },
      };
      this.flights.push(flight);
    });
  }

  /** Answers what is in flight and lets the machine take it in. */
  async settle(fate: Fate): Promise<void> {
    this.flights[0]?.settle(fate);
    await tick();
  }
}

/** Lets every promise that is due run. */
export function tick(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
