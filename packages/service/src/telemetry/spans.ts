import { SpanKind, SpanStatusCode, trace, type Attributes } from '@opentelemetry/api';
import { FairwellError } from '@fairwell/core';

const tracer = trace.getTracer('@fairwell/service');

/** What an error is called in telemetry: never its message, which may be about somebody. */
function typeOf(error: unknown): string {
  if (error instanceof FairwellError) return error.code;
  return error instanceof Error ? error.name : typeof error;
}

async function within<T>(
  kind: SpanKind,
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', typeOf(error));
      throw error;
    } finally {
      span.end();
    }
  });
}

/** A span around work of our own, in the context that it is called in. */
export function spanned<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  return within(SpanKind.INTERNAL, name, attributes, work);
}

/** A span around what another system does. */
export function spannedCall<T>(
  name: string,
  attributes: Attributes,
  work: () => Promise<T>,
): Promise<T> {
  return within(SpanKind.CLIENT, name, attributes, work);
}
