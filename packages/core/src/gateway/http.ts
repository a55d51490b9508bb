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
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(url, {
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
    // Events are answered with nothing.
    answer = response.status === 204 ? undefined : await response.json();
  } catch (cause) {
    throw new FairwellError('network', `No answer from ${url}`, { cause });
  }
  // The service answers as the contract says; to check it here again would cost the page kilobytes.
  if (response.ok) return answer as T;
  if (!isErrorResponse(answer))
    throw new FairwellError(
      'network',
      `${url} answered ${response.status}, not as the service does`,
    );
  const { code, message, field, requestId } = answer;
  throw new FairwellError(code, message, { field, requestId });
}
