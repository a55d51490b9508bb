import type { CheckedWall } from '@fairwell/contract';
import { onTestFinished } from 'vitest';
import { customer, monthly } from '@fairwell-tools/adapters/testing/samples';

const serviceUrl = 'https://service.test';

const pause: CheckedWall['wall'] = {
  kind: 'pause',
  subscriptionId: monthly.id,
  since: '2026-11-02T12:00:00.000Z',
  resumesAt: '2999-02-02T12:00:00.000Z',
  charge: { value: 1400, currency: 'eur' },
};

const overdue: CheckedWall['wall'] = {
  kind: 'failedPayment',
  subscriptionId: monthly.id,
  invoice: {
    id: 'in_1',
    amountDue: { value: 1400, currency: 'eur' },
    since: new Date().toISOString(),
    attempted: true,
  },
  card: 'inPage',
  portal: true,
};

/**
 * The service's end of the wire, in the page, for one test: the subscription is paused and its
 * payment overdue, until it is resumed.
 */
export class WallService {
  /** Paths that were asked for, in order. */
  readonly asked: string[] = [];
  /** What the page gives a wall; the one that hooks share keeps what it is not given anew. */
  readonly options = {
    serviceUrl,
    session: 'token',
    customerId: crypto.randomUUID(),
    forceCheck: false,
  };
  /** Answers wait for this. */
  gate: Promise<unknown> = Promise.resolve();
  #isPaused = true;

  constructor() {
    const { fetch } = window;
    window.fetch = async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      if (!url.startsWith(serviceUrl)) return fetch(input, init);
      this.asked.push(url.slice(`${serviceUrl}/v1`.length));
      await this.gate;
      return Response.json(this.#answer(url, init?.body));
    };
    onTestFinished(() => {
      window.fetch = fetch;
    });
  }

  #answer(url: string, body: unknown): object {
    const subscriptions = [monthly];
    if (url.endsWith('/resume')) {
      this.#isPaused = false;
      return { subscriptions };
    }
    const isAboutPayment = typeof body === 'string' && body.includes('failedPayment');
    const wall = isAboutPayment ? overdue : this.#isPaused ? pause : null;
    return { token: 'token', customer, subscriptions, wall };
  }
}
