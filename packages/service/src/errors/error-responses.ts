import { ErrorResponse, serviceErrors } from '@fairwell/contract';
import { Type } from 'typebox';
import { isServiceCode } from './service-code.js';

const codes = Object.keys(serviceErrors).filter(isServiceCode);
const statuses = [...new Set(Object.values(serviceErrors))];

/** For the `response` of a route's schema: every status that an error is answered with. */
export const errorResponses: Record<number, typeof ErrorResponse> = Object.fromEntries(
  statuses.map((status) => {
    const here = codes.filter((code) => serviceErrors[code] === status);
    return [status, Type.Object(ErrorResponse.properties, { description: here.join(', ') })];
  }),
);
