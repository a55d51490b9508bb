import type { CheckedWall, StartedSession } from '@fairwell/contract';
import { signSessionToken } from '@fairwell/node';
import fastify from 'fastify';
import { fairwell, type BillingProvider, type Database, type Settings } from '../../src/index.js';
import { appId, flow, secret } from '../support/fixtures.js';
import type { Request } from './cases.js';
import { databaseOf, type Process } from './process.js';

/** What a page was answered; null where the answer never came. */
export type Told = { status: number; body: unknown; code: string | undefined } | null;

/** Where a customer decides, with a credential of its own. */
export interface Tab {
  /** Undefined where it is no session. */
  sessionId: string | undefined;
  send(service: Service, key: string): Promise<Told>;
}

export type Service = Awaited<ReturnType<typeof openService>>;

interface ServiceOptions {
  process: Process;
  database: Database;
  provider: BillingProvider;
  settings: Partial<Settings>;
  now: () => Date;
}

/** A service as one process runs it, without a network between it and its clients. */
export async function openService({ process, database, provider, settings, now }: ServiceOptions) {
  const app = fastify();
  await app.register(fairwell, {
    appId,
    secrets: [secret],
    flow,
    providers: { live: provider },
    database: databaseOf(database, process),
    rateLimit: false,
    settings,
    now,
  });
  await app.ready();

  async function post(url: string, token: string, payload: object): Promise<Told> {
    const { statusCode: status, body: text } = await app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${token}` },
      payload,
    });
    // What a process that is gone would have answered, nobody hears.
    if (process.isDead) return null;
    const body: unknown = JSON.parse(text);
    const isError = typeof body === 'object' && body !== null && 'code' in body;
    return { status, body, code: isError ? String(body.code) : undefined };
  }

  async function mustPost<T>(url: string, token: string, payload: object): Promise<T> {
    const told = await post(url, token, payload);
    if (!told || told.status >= 300) throw new Error(`${url} answered ${JSON.stringify(told)}`);
    return told.body as T;
  }

  const tokenFor = (customerId: string): string =>
    signSessionToken({ appId, customerId, mode: 'live' }, secret, { now });

  return {
    post,
    close: () => app.close(),
    /** Somewhere else where the same customer can decide the same. */
    async openTab(customerId: string, request: Request): Promise<Tab> {
      if (request.way === 'session') {
        const { id, token } = await mustPost<StartedSession>(
          '/v1/sessions',
          tokenFor(customerId),
          {},
        );
        return {
          sessionId: id,
          send: (service, key) =>
            service.post(`/v1/sessions/${id}/actions`, token, { key, action: request.action }),
        };
      }
      if (request.way === 'undo')
        return {
          sessionId: undefined,
          send: (service, key) =>
            service.post('/v1/cancellations/undo', tokenFor(customerId), { key }),
        };
      const { token } = await mustPost<CheckedWall>('/v1/walls', tokenFor(customerId), {
        kind: request.kind,
        forceCheck: true,
      });
      return {
        sessionId: undefined,
        send: (service, key) =>
          service.post(`/v1/walls/${request.path}`, token, { key, ...request.body }),
      };
    },
  };
}
