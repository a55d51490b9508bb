import type {
  CheckedWall,
  ErrorResponse,
  OverdueInvoice,
  PauseInForce,
  PaymentOverdue,
  PayResponse,
} from '@fairwell/contract';
import type { FailedPaymentWallElement } from '../failed-payment-wall/failed-payment-wall.js';
import type { PauseWallElement } from '../pause-wall/pause-wall.js';
import { customer, monthly } from './samples.js';

/** Where the service of tests and stories is. */
export const serviceUrl = 'https://service.test';

export const pause: PauseInForce = {
  kind: 'pause',
  subscriptionId: monthly.id,
  since: '2026-11-02T12:00:00.000Z',
  resumesAt: '2999-02-02T12:00:00.000Z',
  charge: { value: 1400, currency: 'eur' },
};

const week = 7 * 86_400_000;

/** Due a week ago: an invoice of long ago raises no wall. */
export function overdueInvoice(part: Partial<OverdueInvoice> = {}): OverdueInvoice {
  return {
    id: 'in_1',
    amountDue: { value: 1400, currency: 'eur' },
    since: new Date(Date.now() - week).toISOString(),
    attempted: true,
    ...part,
  };
}

export function overdue(part: Partial<PaymentOverdue> = {}): PaymentOverdue {
  return {
    kind: 'failedPayment',
    subscriptionId: monthly.id,
    invoice: overdueInvoice(),
    card: 'inPage',
    portal: true,
    ...part,
  };
}

/** `never` does not come, `lost` is done and does not come back. */
type Reply = { body: object } | { status: number; code: ErrorResponse['code'] } | 'never' | 'lost';

/**
 * The service's end of the wire, in the page: answers what the library fetches. Whoever has paid or
 * resumed has no wall any more.
 */
export class WallService {
  wall: CheckedWall['wall'];
  readonly requests: { path: string; body: unknown }[] = [];
  /** Taken in place of the usual answer, one by one. */
  readonly replies: Record<string, Reply[]> = {};
  readonly #fetch = window.fetch;

  constructor(wall: CheckedWall['wall']) {
    this.wall = wall;
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      return url.startsWith(serviceUrl)
        ? this.#answer(url.slice(`${serviceUrl}/v1/walls`.length) || '/', init)
        : this.#fetch.call(window, input, init);
    };
  }

  /** How often this was asked for. */
  count(path: string): number {
    return this.requests.filter((request) => request.path === path).length;
  }

  close(): void {
    window.fetch = this.#fetch;
  }

  #answer(path: string, init: RequestInit | undefined): Promise<Response> {
    this.requests.push({
      path,
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    });
    const reply = this.replies[path]?.shift() ?? { body: this.#usual(path) };
    if (reply === 'never') return new Promise(() => undefined);
    if (reply === 'lost') return Promise.reject(new TypeError('Failed to fetch'));
    if ('body' in reply) return Promise.resolve(Response.json(reply.body));
    const { status, code } = reply;
    const error = { code, message: code, requestId: 'req_1' };
    return Promise.resolve(Response.json(error, { status }));
  }

  #usual(path: string): object {
    switch (path) {
      case '/':
        return { token: 'token', customer, subscriptions: [monthly], wall: this.wall };
      case '/resume':
        this.wall = null;
        return { subscriptions: [monthly] };
      case '/cancel':
        return { subscriptions: [monthly], endsAt: '2999-12-10T09:00:00.000Z' };
      case '/card':
        return { publishableKey: 'pk_test', clientSecret: 'seti_1_secret_1' };
      case '/portal':
        return { url: 'https://billing.test/portal' };
      default:
        this.wall = null;
        return { status: 'paid' } satisfies PayResponse;
    }
  }
}

export const askBank: PayResponse = {
  status: 'requiresAction',
  publishableKey: 'pk_test',
  clientSecret: 'pi_1_secret_1',
};

let service: WallService | undefined;

/** Takes down every wall, and the service with them. */
export function clearWalls(): void {
  for (const wall of document.querySelectorAll<PauseWallElement | FailedPaymentWallElement>(
    'fw-pause-wall, fw-failed-payment-wall',
  )) {
    wall.hide();
    wall.remove();
  }
  document.querySelector('#bank')?.remove();
  service?.close();
}

/** A service at whose walls the page stands. */
export function open(wall: WallService['wall']): WallService {
  service = new WallService(wall);
  return service;
}
