import type { Flow, Step } from '@fairwell/contract';
import { asFairwellError, FairwellError } from '../errors.js';
import { checkFlow, step } from './parse.js';
import { isRecord } from './rules.js';
import { offersOf } from './offers.js';

/** A flow that can be shown, and what is wrong with the one that was given. */
export interface ReadFlow {
  flow: Flow;
  faults: FairwellError[];
}

/** What an offer has to bring along where no service fills it in. */
function missingIn(flow: Flow): FairwellError[] {
  const missing = (field: string, what: string): FairwellError =>
    new FairwellError('invalid_flow', `${what} has no ${field}, so it is not offered.`, { field });
  return offersOf(flow).flatMap(({ id, offer }) => {
    if (offer.type === 'discount' && !offer.coupon)
      return [missing('coupon', `The discount of "${id}"`)];
    if (offer.type !== 'planChange') return [];
    return offer.options
      .filter(({ price }) => !price)
      .map(({ priceId }) => missing('price', `The plan "${priceId}" of "${id}"`));
  });
}

/**
 * What can be shown of a flow: a step that is not as it should be is left out. Where nothing is left,
 * the confirmation is, so that there is always a way to cancel.
 */
export function readFlow(value: unknown): ReadFlow {
  try {
    const flow = checkFlow(value);
    return { flow, faults: missingIn(flow) };
  } catch (fault) {
    const given: unknown[] = isRecord(value) && Array.isArray(value['steps']) ? value['steps'] : [];
    const faults: FairwellError[] = [];
    const isSound = (each: unknown, index: number): each is Step => {
      try {
        step(each, `steps[${index}]`);
        return true;
      } catch (stepFault) {
        faults.push(asFairwellError(stepFault));
        return false;
      }
    };
    const steps = given.filter((each, index): each is Step => isSound(each, index));
    return {
      flow: { id: 'flow', steps },
      faults: faults.length ? faults : [asFairwellError(fault)],
    };
  }
}
