import { createServer, type IncomingMessage, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { customer, flow, monthly, now } from '../testing/fixtures.js';
import { noAnswers } from '../machine/customer-answers.js';
import { createGateway, type FlowOptions } from './create-gateway.js';
import { createServiceGateway, type ServiceGatewayOptions } from './service-gateway.js';

interface Received {
  path: string;
  authorization: string | undefined;
  body: unknown;
}

type Answer = { status?: number; body?: unknown; raw?: string; drop?: boolean };

const started = {
  id: 'ses_1',
  token: 'session-token',
  mode: 'test',
  preview: false,
  customer,
  subscriptions: [monthly],
  flow,
  policy: { offers: true, prominentCancel: false },
};

let server: Server;
let serviceUrl: string;
let received: Received[];
let answers: Record<string, Answer[]>;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return JSON.parse(body);
}

beforeEach(async () => {
  received = [];
  answers = { '/v1/sessions': [{ body: started }] };
  server = createServer((request, response) => {
    const path = request.url ?? '';
    void bodyOf(request).then((body) => {
      received.push({ path, authorization: request.headers.authorization, body });
      const { status = 200, body: reply = {}, raw, drop } = answers[path]?.shift() ?? {};
      if (drop) return response.destroy();
      return response.writeHead(status).end(raw ?? JSON.stringify(reply));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address === 'object' && address) serviceUrl = `http://127.0.0.1:${address.port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

async function open(options: Partial<ServiceGatewayOptions> = {}) {
  const gateway = createServiceGateway({ serviceUrl, session: 'host-token', ...options });
  return { gateway, session: await gateway.start() };
}

const at = now.toISOString();
const actions = '/v1/sessions/ses_1/actions';
const events = '/v1/sessions/ses_1/events';

describe('starting', () => {
  it('shows who is asking and takes what the service resolved', async () => {
    const { session } = await open({ subscriptionId: 'sub_1', serviceUrl: `${serviceUrl}/` });
    expect(session.customer).toEqual(customer);
    expect(received).toEqual([
      {
        path: '/v1/sessions',
        authorization: 'Bearer host-token',
        body: { subscriptionId: 'sub_1' },
      },
    ]);
  });

  it('carries every attribute of the session', async () => {
    const attributes: FlowOptions = {
      mode: 'test',
      preview: true,
      report: false,
      record: false,
      customerAttributes: { videosCreated: 28, isVip: true },
      dynamicOffers: { discount: { couponId: 'VIP' }, planChange: { planIds: ['price_lite'] } },
      bypassDiscountAppliedScreen: true,
      bypassPauseAppliedScreen: true,
    };
    await createGateway({ serviceUrl, session: 'host-token', ...attributes }).start();
    expect(received[0]?.body).toEqual(attributes);
  });

  it('asks the host for a fresh token each time', async () => {
    const session = vi.fn(() => Promise.resolve('fresh'));
    await open({ session });
    expect(received[0]?.authorization).toBe('Bearer fresh');
  });

  it('hands on the code, the field and the request of an error', async () => {
    answers['/v1/sessions'] = [
      {
        status: 401,
        body: { code: 'token_expired', message: 'old', field: 'authorization', requestId: 'r1' },
      },
    ];
    await expect(open()).rejects.toMatchObject({
      code: 'token_expired',
      field: 'authorization',
      requestId: 'r1',
    });
  });

  it.each<[string, Answer]>([
    ['no answer', { drop: true }],
    ['a page in place of an answer', { status: 502, raw: '<html>' }],
    ['another shape', { status: 500, body: { oops: true } }],
  ])('calls %s a network error', async (_name, answer) => {
    answers['/v1/sessions'] = [answer];
    await expect(open()).rejects.toMatchObject({ code: 'network', field: undefined });
  });

  it.each<[string, Answer]>([
    ['a page', { status: 200, raw: '<!doctype html>' }],
    ['a page that says that there is none', { status: 404, raw: '<!doctype html>' }],
    ['another server', { status: 404, body: { error: 'Not Found' } }],
  ])('calls %s at its address a wrong serviceUrl', async (_name, answer) => {
    answers['/v1/sessions'] = [answer, answer];
    await expect(open()).rejects.toMatchObject({ code: 'network', field: 'serviceUrl' });
    await expect(open()).rejects.toThrow(
      `No Fairwell service answers at ${serviceUrl}/v1/sessions`,
    );
  });
});

describe('the record', () => {
  it('arrives in order, each event once, although one sending fails', async () => {
    const { gateway } = await open();
    const empty = { status: 204, raw: '' };
    answers[events] = [{ drop: true }, empty, empty];
    const first = { type: 'stepViewed', stepId: 'a', at } as const;
    const second = { type: 'stepViewed', stepId: 'b', at } as const;
    await expect(gateway.record(first)).rejects.toMatchObject({ code: 'network' });
    await gateway.record(second);
    expect(received.at(-1)?.body).toEqual({
      events: [
        { sequence: 0, event: first },
        { sequence: 1, event: second },
      ],
    });
    await gateway.record(first);
    expect(received.at(-1)?.body).toEqual({ events: [{ sequence: 2, event: first }] });
  });
});

describe('acting', () => {
  it('sends the decision under its key, after the answers', async () => {
    const { gateway } = await open();
    answers[actions] = [{ body: { outcome: { type: 'cancel' }, subscriptions: [] } }];
    const answer = { type: 'feedbackGiven', stepId: 'w', text: 'Bye', at } as const;
    const recording = gateway.record(answer);
    await expect(gateway.act({ type: 'cancel' }, 'key-1', noAnswers)).resolves.toEqual({
      type: 'cancel',
    });
    await recording;
    expect(received.map(({ path }) => path)).toEqual(['/v1/sessions', events, actions]);
    expect(received.at(-1)).toMatchObject({
      authorization: 'Bearer session-token',
      body: { key: 'key-1', action: { type: 'cancel' } },
    });
  });

  it('acts although the answers do not arrive', async () => {
    const { gateway } = await open();
    answers[events] = [{ drop: true }, { drop: true }];
    answers[actions] = [{ body: { outcome: { type: 'cancel' }, subscriptions: [] } }];
    void gateway.record({ type: 'closed', at }).catch(() => undefined);
    await expect(gateway.act({ type: 'cancel' }, 'key-1', noAnswers)).resolves.toEqual({
      type: 'cancel',
    });
  });

  it("lets the host's handler do it, and records that it did", async () => {
    const handleCancel = vi.fn(() => ({ message: 'Done by us' }));
    const gateway = createGateway({
      serviceUrl,
      session: 'host-token',
      handlers: { handleCancel },
    });
    await gateway.start();
    await gateway.record({ type: 'feedbackGiven', stepId: 'words', text: 'Bye', at });
    const said = { ...noAnswers, feedback: 'Bye' };
    await expect(gateway.act({ type: 'cancel' }, 'key-1', said)).resolves.toEqual({
      type: 'cancel',
      message: 'Done by us',
    });
    expect(received[0]?.body).toEqual({ handles: ['cancel'] });
    expect(handleCancel).toHaveBeenCalledWith(customer, null, 'Bye', null);
    expect(received.map(({ path }) => path)).toEqual(['/v1/sessions', events, events]);
    expect(received.at(-1)?.body).toMatchObject({
      events: [{ event: { type: 'handledByHost', action: { type: 'cancel' } } }],
    });
  });

  it('leaves to the service what no handler is there for, and all of a preview', async () => {
    const handleDiscount = vi.fn();
    const handleCancel = vi.fn();
    const outcome = { type: 'cancel', endsAt: at };
    answers['/v1/sessions'] = [{ body: started }, { body: started }];
    answers[actions] = [{ body: { outcome } }, { body: { outcome } }];
    for (const options of [
      { handlers: { handleDiscount } },
      { handlers: { handleCancel }, preview: true },
    ]) {
      const gateway = createGateway({ serviceUrl, session: 'host-token', ...options });
      await gateway.start();
      await expect(gateway.act({ type: 'cancel' }, 'key-1', noAnswers)).resolves.toEqual(outcome);
    }
    expect(handleCancel).not.toHaveBeenCalled();
  });
});

describe('a page that goes away', () => {
  let page: EventTarget;
  const beacons: [url: string, body: unknown][] = [];
  beforeEach(() => {
    page = new EventTarget();
    beacons.length = 0;
    vi.stubGlobal('window', page);
    vi.stubGlobal('navigator', {
      sendBeacon: (url: string, body: string) => beacons.push([url, JSON.parse(body)]),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('sends what did not arrive, and that the flow was left', async () => {
    const { gateway } = await open();
    answers[events] = [{ drop: true }];
    const said = { type: 'feedbackGiven', stepId: 'w', text: 'Bye', at } as const;
    await gateway.record(said).catch(() => undefined);
    page.dispatchEvent(new Event('pagehide'));
    expect(beacons).toMatchObject([
      [
        `${serviceUrl}/v1/sessions/ses_1/beacon`,
        {
          token: 'session-token',
          events: [
            { sequence: 0, event: said },
            { sequence: 1, event: { type: 'closed' } },
          ],
        },
      ],
    ]);
  });

  it('has nothing to say once the flow is closed', async () => {
    const { gateway } = await open();
    answers[events] = [{ status: 204, raw: '' }];
    await gateway.record({ type: 'closed', at });
    page.dispatchEvent(new Event('pagehide'));
    expect(beacons).toEqual([]);
  });
});
