import { context, metrics, SpanStatusCode, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from '@opentelemetry/sdk-trace';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { ProviderError } from '../src/index.js';
import { faulty } from './support/faulty-provider.js';
import { startReceiver } from './support/receiver.js';
import { cancel, takeDiscount, useWorld } from './support/world.js';

const world = useWorld();
const spans = new InMemorySpanExporter();
const counts = new InMemoryMetricExporter(AggregationTemporality.DELTA);
const reader = new PeriodicExportingMetricReader({
  exporter: counts,
  exportIntervalMillis: 3_600_000,
});
const meterProvider = new MeterProvider({ readers: [reader] });
const tracerProvider = new TracerProvider({
  spanProcessors: [new SimpleSpanProcessor({ exporter: spans })],
});
context.setGlobalContextManager(new AsyncLocalStorageContextManager());
metrics.setGlobalMeterProvider(meterProvider);
trace.setGlobalTracerProvider(tracerProvider);
beforeEach(() => {
  spans.reset();
  counts.reset();
});
afterAll(async () => {
  await meterProvider.shutdown();
  await tracerProvider.shutdown();
});

interface Point {
  attributes: Record<string, unknown>;
  value: unknown;
}

/** Everything that was counted since this was last asked for, by name. */
async function counted(): Promise<Record<string, Point[]>> {
  counts.reset();
  await reader.forceFlush();
  const points = counts
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap((scope) => scope.metrics)
    .flatMap(({ descriptor: { name }, dataPoints }) =>
      dataPoints.map(({ attributes, value }) => ({ name, attributes: { ...attributes }, value })),
    );
  return Object.fromEntries(
    ['actions', 'sessions', 'deliveries', 'queue.depth'].map((name) => [
      name,
      points.flatMap(({ name: theirs, ...point }) =>
        theirs === `fairwell.${name}` ? [point] : [],
      ),
    ]),
  );
}

it('traces what the ledger writes and what the provider is asked, in the context of the request', async () => {
  const service = await world.serve();
  // What an instrumentation of HTTP does.
  const request = trace.getTracer('host').startSpan('POST /actions');
  const session = await service.session('cus_monthly');
  spans.reset();
  await context.with(trace.setSpan(context.active(), request), async () => {
    await service.app.inject({
      method: 'POST',
      url: `/v1/sessions/${session.id}/actions`,
      headers: { authorization: `Bearer ${session.token}` },
      payload: { key: 'a-key-of-this-decision-1', action: takeDiscount },
    });
  });
  request.end();
  const finished = spans.getFinishedSpans();
  const { traceId } = request.spanContext();
  const traced = finished.filter((span) => span.spanContext().traceId === traceId);
  const names = traced.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'fairwell.ledger.open',
      'fairwell.provider.listSubscriptions',
      'fairwell.ledger.write_plan',
      'fairwell.provider.apply',
      'fairwell.ledger.apply',
    ]),
  );
  expect(names.indexOf('fairwell.ledger.open')).toBeLessThan(
    names.indexOf('fairwell.provider.apply'),
  );
  const apply = traced.find(({ name }) => name === 'fairwell.provider.apply');
  expect(apply?.attributes).toEqual({ 'fairwell.provider': 'sandbox' });
});

it('counts actions, sessions, deliveries and the queue, and says nothing of anybody', async () => {
  const receiver = await startReceiver();
  world.cleanUp(() => {
    receiver.close();
  });
  receiver.answer(500);
  const provider = faulty(world.sandbox);
  const service = await world.serve({
    providers: { live: provider },
    webhooks: {
      endpoints: [{ url: receiver.url, secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'] }],
      allowPrivate: true,
    },
  });
  const session = await service.session('cus_monthly');
  const refusal = 'cus_monthly, robin@example.com, was refused';
  provider.fail('apply', 'before', new ProviderError('payment_declined', refusal, 'none'));
  await service.act(session, takeDiscount);
  await service.act(session, cancel);
  const failed = { mode: 'live', kind: 'webhook', outcome: 'failed' };
  const seen: Record<string, Point[]> = {};
  await expect
    .poll(
      async () => {
        for (const [name, points] of Object.entries(await counted()))
          seen[name] = [...(seen[name] ?? []), ...points];
        return seen['deliveries'];
      },
      { timeout: 20_000 },
    )
    .toContainEqual({ attributes: failed, value: 1 });
  expect(seen['queue.depth']).toContainEqual({
    attributes: { kind: 'webhook', state: 'pending' },
    value: 1,
  });
  expect(seen['sessions']).toEqual([{ attributes: { mode: 'live', result: 'cancel' }, value: 1 }]);
  const declined = { mode: 'live', type: 'discount', outcome: 'failed', code: 'payment_declined' };
  expect(seen['actions']).toEqual(
    expect.arrayContaining([
      { attributes: declined, value: 1 },
      { attributes: { mode: 'live', type: 'cancel', outcome: 'applied' }, value: 1 },
    ]),
  );

  const finished = spans.getFinishedSpans();
  expect(
    finished.find(({ status }) => status.code === SpanStatusCode.ERROR)?.attributes,
  ).toMatchObject({
    'error.type': 'payment_declined',
  });
  const told = JSON.stringify([
    seen,
    finished.map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
  ]);
  for (const own of ['cus_', 'sub_', '@', 'Robin', session.id, session.token, receiver.url])
    expect(told).not.toContain(own);
});

it('asks for the queue no more once the service is closed', async () => {
  const service = await world.serve();
  await service.close();
  expect((await counted())['queue.depth']).toEqual([]);
});
