import { serviceErrors, type ErrorResponse, type ServiceErrorCode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isServiceCode } from './service-code.js';

/** Fastify's own errors that have a code of their own here. */
const fastifyErrors: Record<string, ServiceErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
};

function codeOf(error: unknown): ServiceErrorCode {
  if (error instanceof FairwellError) return isServiceCode(error.code) ? error.code : 'internal';
  if (!(error instanceof Error)) return 'internal';
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 429) return 'rate_limited';
  if (status < 400 || status >= 500) return 'internal';
  const known = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return fastifyErrors[known] ?? 'invalid_request';
}

function messageOf(error: unknown, code: ServiceErrorCode): string {
  return code !== 'internal' && error instanceof Error ? error.message : 'The service failed';
}

/** The one shape of an error answer. */
export function errorResponse(error: unknown, requestId: string): ErrorResponse {
  const code = codeOf(error);
  // What Fastify itself refuses is the body's form, not a field in it.
  const inBody = code === 'invalid_request' && !(error instanceof FairwellError);
  const field = error instanceof FairwellError ? error.field : inBody ? 'body' : undefined;
  return {
    code,
    message: messageOf(error, code),
    ...(field !== undefined && { field }),
    requestId,
  };
}

export function handleError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const body = errorResponse(error, request.id);
  const status = serviceErrors[body.code];
  if (status >= 500) request.log.error({ err: error, code: body.code }, 'request failed');
  // Not the field: its name can be somebody's own words. The answer has it, with the request's id.
  else request.log.info({ code: body.code }, 'request refused');
  void reply.code(status).type('application/json').send(body);
}
