import { serviceErrors, type ServiceErrorCode } from '@fairwell/contract';

/** Is this one of the codes that the service answers with. */
export function isServiceCode(code: string): code is ServiceErrorCode {
  return Object.hasOwn(serviceErrors, code);
}
