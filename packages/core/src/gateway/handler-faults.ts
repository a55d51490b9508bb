import { FairwellError } from '../errors.js';
import { handlerNames, type FlowHandlers } from './handlers.js';

/** What is wrong with the host's handlers; what is no function is passed over. */
export function handlerFaults(handlers: FlowHandlers): FairwellError[] {
  const names = Object.values(handlerNames).filter(
    (name) => !['function', 'undefined'].includes(typeof handlers[name]),
  );
  return names.map((name) => {
    const field = `handlers.${name}`;
    return new FairwellError('invalid_request', `${field}: expected a function.`, { field });
  });
}
