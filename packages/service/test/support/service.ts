import type {
  Action,
  ActionResponse,
  ErrorResponse,
  Mode,
  RecordEventsRequest,
  SessionRecord,
  StartedSession,
  StartSessionRequest,
} from '@fairwell/contract';
import { signSessionToken } from '@fairwell/node';
import fastify, { type FastifyServerOptions } from 'fastify';
import { fairwell, SandboxProvider, type Database, type FairwellOptions } from '../../src/index.js';
import { apiKey, appId, brandKey, flow, secret, start } from './fixtures.js';

/** What an HTTP request came to. */
export interface Answer<T> {
  status: number;
  /** As `T` where the request succeeded. */
  body: T;
  /** As an error where it did not. */
  error: ErrorResponse;
  headers: Headers;
}

export interface TestClock {
  now: () => Date;
  advance(milliseconds: number): void;
}

export function createClock(): TestClock {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}

export type TestOptions = Partial<FairwellOptions> & {
  database: Database;
  /** Nothing is logged when absent. */
  logger?: FastifyServerOptions['logger'];
};

let keys = 0;
export function newKey(): string {
  return `key-of-a-decision-${String((keys += 1)).padStart(6, '0')}`;
}

/** A service on a real port, and a client of it. The database stays open when it is closed. */
export async function startService({
  database,
  now = () => start,
  logger = false,
  ...options
}: TestOptions) {
  const app = fastify({ forceCloseConnections: true, logger });
  await app.register(fairwell, {
    appId,
    secrets: [secret],
    apiKey,
    brandKey,
    flow,
    providers: { live: new SandboxProvider(database, { now }) },
    database: { ...database, close: () => Promise.resolve() },
    rateLimit: false,
    now,
    ...options,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });

  async function send<T>(
    method: string,
    path: string,
    {
      token,
      body,
      headers = {},
    }: { token?: string; body?: unknown; headers?: Record<string, string> },
  ): Promise<Answer<T>> {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text ? JSON.parse(text) : null;
    return {
      status: response.status,
      body: json as T,
      error: json as ErrorResponse,
      headers: response.headers,
    };
  }

  const tokenFor = (customerId: string, subscriptionId?: string, mode: Mode = 'live') =>
    signSessionToken({ appId, customerId, subscriptionId, mode }, secret, { now });

  return {
    app,
    url,
    send,
    tokenFor,
    start: (token: string | undefined, body: StartSessionRequest | object = {}) =>
      send<StartedSession>('POST', '/v1/sessions', { ...(token && { token }), body }),
    async session(customerId: string, body: StartSessionRequest = {}): Promise<StartedSession> {
      const { status, body: session } = await send<StartedSession>('POST', '/v1/sessions', {
        token: tokenFor(customerId),
        body,
      });
      if (status !== 201) throw new Error(`No session: ${JSON.stringify(session)}`);
      return session;
    },
    act: ({ id, token }: StartedSession, action: Action, key = newKey()) =>
      send<ActionResponse>('POST', `/v1/sessions/${id}/actions`, { token, body: { key, action } }),
    record: ({ id, token }: StartedSession, events: RecordEventsRequest['events']) =>
      send<null>('POST', `/v1/sessions/${id}/events`, { token, body: { events } }),
    read: ({ id, token }: StartedSession) =>
      send<SessionRecord>('GET', `/v1/sessions/${id}`, { token }),
    close: () => app.close(),
  };
}
export type TestService = Awaited<ReturnType<typeof startService>>;
