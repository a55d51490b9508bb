import { Flow, type DraftFlow } from '@fairwell/contract';
import { FairwellError, parseFlow } from '@fairwell/core';
import { faultOf } from '../errors/validation.js';

/** The name that a draft has so far. */
export function nameOf({ name }: DraftFlow): string | undefined {
  return typeof name === 'string' && name ? name : undefined;
}

/** A blueprint without what is given to it when it is published. */
export function withoutNumber({ id: _id, version: _version, ...rest }: DraftFlow): DraftFlow {
  return rest;
}

/**
 * A draft as it is shown to customers.
 * @param version Undefined where it is only looked at.
 * @throws {FairwellError} `invalid_flow`; `field` is the place in the draft, `flow.steps[0].choices`.
 */
export function flowToPublish(draft: DraftFlow, id: string, version?: number): Flow {
  const flow: unknown = {
    id,
    ...(version !== undefined && { version }),
    ...withoutNumber(draft),
  };
  try {
    const parsed = parseFlow(flow);
    const fault = faultOf(Flow, parsed);
    if (fault)
      throw new FairwellError('invalid_flow', `${fault.field} ${fault.says}`, {
        field: fault.field,
      });
    return parsed;
  } catch (error) {
    if (!(error instanceof FairwellError) || error.code !== 'invalid_flow') throw error;
    const field = error.field ? `flow.${error.field}` : 'flow';
    throw new FairwellError('invalid_flow', error.message, { field, cause: error });
  }
}
