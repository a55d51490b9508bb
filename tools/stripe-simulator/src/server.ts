import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { catchUp } from './clock.ts';
import type { Endpoint } from './endpoint.ts';
import {
  ApiError,
  cardDeclined,
  invalidRequest,
  rateLimited,
  serverError,
  unauthorized,
} from './errors.ts';
import { expanded } from './expand.ts';
import type { Fault, Faults } from './faults.ts';
import { canonical, parseForm } from './form.ts';
import type { FormHash } from './form.ts';
import { IdempotencyKeys } from './idempotency.ts';
import type { Answer } from './idempotency.ts';
import { array, string } from './params.ts';
import { apiVersion } from './store.ts';
import type { ReceivedRequest, Store } from './store.ts';
import { isRecord } from './types.ts';

interface Account {
  readonly store: Store;
  readonly faults: Faults;
  readonly keys: IdempotencyKeys;
}

/** The HTTP side: authentication, faults, idempotency and errors around the endpoints. */
export function createServer(
  store: Store,
  faults: Faults,
  endpoints: readonly Endpoint[],
): FastifyInstance {
  const account: Account = { store, faults, keys: new IdempotencyKeys() };
  const app = Fastify({
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 500 },
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  for (const endpoint of endpoints) {
    const { method, url } = endpoint;
    app.route({
      method,
      url,
      handler: (request, reply) => handle(account, endpoint, request, reply),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const received = note(store, request);
    const message = `Unrecognized request URL (${received.method}: ${received.path}).`;
    const error = new ApiError(404, { type: 'invalid_request_error', message });
    return send(reply, received, errorAnswer(received, error));
  });
  app.addHook('preClose', (done) => {
    faults.close();
    done();
  });
  return app;
}

async function handle(
  account: Account,
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const received = note(account.store, request);
  const fault = account.faults.take(received.method, received.path);
  const answer =
    fault?.type === 'lose-request'
      ? null
      : await answerTo(account, endpoint, request, received, fault);
  if (!answer || fault?.type === 'lose-response') {
    reply.hijack();
    reply.raw.destroy();
    return reply;
  }
  const body = fault?.type === 'garbage' ? garbage[fault.body](answer.body) : answer.body;
  return send(reply, received, { ...answer, body });
}

const garbage: Record<Extract<Fault, { type: 'garbage' }>['body'], (body: string) => string> = {
  html: () => '<!doctype html><title>Bad gateway</title>',
  'truncated-json': (body) => body.slice(0, -1),
};

/** The answer, errors included; null for a request that was given up. */
async function answerTo(
  account: Account,
  endpoint: Endpoint,
  request: FastifyRequest,
  received: ReceivedRequest,
  fault: Fault | undefined,
): Promise<Answer | null> {
  try {
    authenticate(request);
    if (fault?.type === 'refuse') {
      return errorAnswer(received, refusals[fault.status](), fault.shouldRetry);
    }
    return await answerOnce(account, endpoint, request, received, fault);
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(received, error);
    const defect = error instanceof Error ? error.message : String(error);
    const message = `The simulator failed: ${defect}`;
    return errorAnswer(received, new ApiError(500, { type: 'api_error', message }), false);
  }
}

function note(store: Store, request: FastifyRequest): ReceivedRequest {
  const key = request.headers['idempotency-key'];
  const received: ReceivedRequest = {
    id: store.id('req'),
    method: request.method,
    path: request.url.replace(/\?.*$/, ''),
    params: typeof request.body === 'string' && request.body !== '' ? request.body : query(request),
    idempotencyKey: typeof key === 'string' ? key : null,
    status: null,
  };
  store.requests.push(received);
  return received;
}

function query(request: FastifyRequest): string {
  return request.url.split('?')[1] ?? '';
}

function authenticate({ headers }: FastifyRequest): void {
  const key = headers.authorization?.replace(/^Bearer /, '');
  if (key === undefined) throw unauthorized('You did not provide an API key.');
  if (!/^[rs]k_test_\w+$/.test(key)) {
    throw unauthorized(`Invalid API Key provided: ${key.slice(0, 3)}****`);
  }
  const version = headers['stripe-version'] ?? apiVersion;
  if (version !== apiVersion) {
    throw invalidRequest(`Invalid Stripe API version: ${String(version)}`);
  }
}

const refusals: Record<Extract<Fault, { type: 'refuse' }>['status'], () => ApiError> = {
  402: cardDeclined,
  429: rateLimited,
  500: () => serverError(500),
  503: () => serverError(503),
};

/** The answer of the first execution under the request's idempotency key; null when it was given up. */
async function answerOnce(
  { store, faults, keys }: Account,
  endpoint: Endpoint,
  request: FastifyRequest,
  received: ReceivedRequest,
  fault: Fault | undefined,
): Promise<Answer | null> {
  const form = parseForm(received.params);
  const key = received.method === 'POST' ? received.idempotencyKey : null;
  if (key !== null) {
    const now = store.clockNow();
    const kept = keys.begin(key, { path: received.path, params: canonical(form), now });
    if (kept) return kept;
  }
  try {
    if (fault?.type === 'hang' && !(await faults.hang())) return null;
    catchUp(store);
    const execute = prepare(store, endpoint, request, form);
    const executed = fault?.type === 'fail-before' ? null : run(store, received, execute);
    // A repetition would only get the same answer again.
    const answer =
      executed && fault?.type !== 'fail-after'
        ? executed
        : errorAnswer(received, serverError(500), false);
    if (key !== null) keys.keep(key, answer);
    return answer;
  } catch (error) {
    if (key !== null) keys.release(key);
    throw error;
  }
}

/** Reads the parameters. What the execution returns is the body. */
function prepare(
  store: Store,
  endpoint: Endpoint,
  request: FastifyRequest,
  form: FormHash,
): () => string {
  const { expand, ...params } = form;
  const paths = expand === undefined ? [] : array(string)(expand, 'expand');
  const id = isRecord(request.params) ? request.params['id'] : undefined;
  const execute = endpoint.prepare(store, typeof id === 'string' ? id : '', params);
  return () => JSON.stringify(expanded(store, execute(), paths));
}

function run(store: Store, received: ReceivedRequest, execute: () => string): Answer {
  store.request = received;
  try {
    return { status: 200, body: execute(), requestId: received.id };
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(received, error);
    throw error;
  } finally {
    store.request = null;
  }
}

function errorAnswer(
  received: ReceivedRequest,
  { status, body }: ApiError,
  shouldRetry?: boolean,
): Answer {
  return {
    status,
    body: JSON.stringify({ error: body }),
    requestId: received.id,
    ...(shouldRetry !== undefined && { shouldRetry }),
  };
}

function send(reply: FastifyReply, received: ReceivedRequest, answer: Answer): FastifyReply {
  received.status = answer.status;
  void reply.headers({ 'Request-Id': received.id, 'Stripe-Version': apiVersion });
  if (received.idempotencyKey !== null) {
    void reply.header('Idempotency-Key', received.idempotencyKey);
  }
  if (answer.shouldRetry !== undefined) {
    void reply.header('Stripe-Should-Retry', String(answer.shouldRetry));
  }
  if (answer.requestId !== received.id) {
    void reply.headers({ 'Idempotent-Replayed': 'true', 'Original-Request': answer.requestId });
  }
  return reply.code(answer.status).type('application/json').send(answer.body);
}
