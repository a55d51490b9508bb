import { ApiError, invalidRequest } from './errors.ts';

/** Seconds for which Stripe keeps an idempotency key. */
const lifetime = 24 * 60 * 60;
const maxKeyLength = 255;

/** What is answered to a request, and kept to be given again. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly requestId: string;
  /** What `Stripe-Should-Retry` says; without it, the SDK decides by the status. */
  readonly shouldRetry?: boolean;
}

interface Kept {
  readonly path: string;
  readonly params: string;
  readonly since: number;
  answer: Answer | null;
}

/**
 * Stripe's idempotency keys (https://docs.stripe.com/api/idempotent_requests): the first answer that
 * an execution gave is given again, whatever it was.
 */
export class IdempotencyKeys {
  readonly #kept = new Map<string, Kept>();

  /**
   * The kept answer; or null, and then the key is in use until `keep` or `release`.
   * Throws an `ApiError`: 400 for another use of the key, 409 while it is in use.
   */
  begin(key: string, request: { path: string; params: string; now: number }): Answer | null {
    if (key.length > maxKeyLength) {
      throw invalidRequest(`Idempotency keys can be up to ${maxKeyLength} characters long.`);
    }
    const kept = this.#kept.get(key);
    if (!kept || request.now - kept.since >= lifetime) {
      const { path, params, now } = request;
      this.#kept.set(key, { path, params, since: now, answer: null });
      return null;
    }
    if (kept.path !== request.path) {
      throw mismatch(
        `Keys for idempotent requests can only be used for the same endpoint they were first used for ('${request.path}' vs '${kept.path}'). Try using a key other than '${key}' if you meant to execute a different request.`,
      );
    }
    if (kept.params !== request.params) {
      throw mismatch(
        `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
      );
    }
    if (!kept.answer) {
      throw new ApiError(409, {
        type: 'idempotency_error',
        code: 'idempotency_key_in_use',
        message: `There is currently another in-progress request using this idempotency key: ${key}.`,
      });
    }
    return kept.answer;
  }

  keep(key: string, answer: Answer): void {
    const kept = this.#kept.get(key);
    if (kept) kept.answer = answer;
  }

  /** Frees a key whose request was refused before it was executed. */
  release(key: string): void {
    this.#kept.delete(key);
  }
}

function mismatch(message: string): ApiError {
  return new ApiError(400, { type: 'idempotency_error', message });
}
