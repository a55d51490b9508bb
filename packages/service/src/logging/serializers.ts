import { FairwellError } from '@fairwell/core';
import type { FastifyRequest } from 'fastify';
import { AttemptFailed } from '../queue/jobs.js';

/** An error as it is logged. */
type LoggedError = {
  type: string;
  code?: string;
  /** `withheld` where it may repeat what somebody typed, or whom a mail was for. */
  message: string;
  /** The places of the stack, without the message that Node puts before them. */
  stack: string;
  cause?: LoggedError;
};

/** Errors of the language itself. Not `SyntaxError`: that of JSON repeats the text. */
const plain: ReadonlySet<unknown> = new Set(
  [Error, TypeError, RangeError, ReferenceError].map(({ prototype }) => prototype),
);

/** A database, a mail server and a billing provider may put values into their messages. */
function isOurs(error: Error): boolean {
  if (error instanceof FairwellError || error instanceof AttemptFailed) return true;
  const isOfMail = 'responseCode' in error || 'command' in error;
  return plain.has(Object.getPrototypeOf(error)) && !isOfMail;
}

function codeOf(error: Error): string | undefined {
  const fields = new Map<string, unknown>(Object.entries(error));
  const code = fields.get('code') ?? fields.get('responseCode');
  return typeof code === 'string' || typeof code === 'number' ? String(code) : undefined;
}

function placesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at /.test(line))
    .join('\n');
}

/** What of an error may be in a log: never its other fields, which can hold rows, requests and keys. */
function err(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'withheld', stack: '' };
  const code = codeOf(error);
  return {
    type: error.name,
    ...(code !== undefined && { code }),
    message: isOurs(error) ? error.message : 'withheld',
    stack: placesOf(error),
    ...(error.cause instanceof Error && { cause: err(error.cause) }),
  };
}

/** A request by its path: what follows it can be a credential or an address. */
function req({ method, url, host, ip }: FastifyRequest) {
  return { method, url: url.split('?', 1)[0] ?? '', host, remoteAddress: ip };
}

/** How the service logs what pino would otherwise write whole. */
export const serializers = { err, req };
