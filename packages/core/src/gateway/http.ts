import type { ErrorResponse } from '@fairwell/contract';
import { FairwellError } from '../errors.js';

/**
 * A session token or `ret_…` id from the host's back end, or a function that fetches one. A
 * function is asked anew whenever it is needed, since a token lasts 15 minutes at most.
 */
export type Credential = string | (() => string | Promise<string>) | undefined;

/** Longer than the service waits for its billing provider. */
const timeout = 35_000;

function isErrorResponse(value: unknown): value is ErrorResponse {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

export async function tokenOf(credential: Credential): Promise<string | undefined> {
  return typeof credential === 'function' ? await credential() : credential;
}

/** The address of one of the service's resources. */
export function serviceAddress(serviceUrl: string, resource: string): string {
  return `${serviceUrl.replace(/\/+$/, '')}/v1/${resource}`;
}

/**
 * Asks the service.
 * @throws {FairwellError} with the service's code, or `network` where no answer of it came.
 */
export async function post<T>(url: string, token: string | undefined, body: unknown): Promise<T> {
  let status = 0;
  let answer: unknown;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      // What is said last must arrive although the page goes away.
      keepalive: true,
      signal: AbortSignal.timeout(timeout),
    });
    ({ status } = response);
    // Events are answered with nothing.
    if (status !== 204) answer = await response.json();
  } catch (cause) {
    if (!(cause instanceof SyntaxError))
      throw new FairwellError('network', `No answer from ${url}`, { cause });
  }
  // The service answers as the contract says; to check it here again would cost the page kilobytes.
  if (status === 204 || (status < 300 && answer !== undefined)) return answer as T;
  if (!isErrorResponse(answer))
    throw new FairwellError('network', `No Fairwell service answers at ${url} (${status})`, {
      // Another server is the fault of the page's author, which one that is down is not.
      field: status < 500 ? 'serviceUrl' : undefined,
    });
  const { code, message, field, requestId } = answer;
  throw new FairwellError(code, message, { field, requestId });
}
