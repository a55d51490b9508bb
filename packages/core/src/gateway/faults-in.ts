import { asFairwellError, FairwellError } from '../errors.js';
import type { Rule } from '../flow/rules.js';

/** What is wrong with one of the host's values, by the rule for it; nothing where all is well. */
export function faultsIn(rule: Rule, value: unknown, path: string): FairwellError[] {
  try {
    rule(value, path);
    return [];
  } catch (thrown) {
    const { field = path, message } = asFairwellError(thrown);
    return [new FairwellError('invalid_request', message, { field })];
  }
}
