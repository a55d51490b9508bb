import type { Flow } from '@fairwell/contract';
import { checkTranslations } from '../translation/check-translations.js';
import { checkFlow } from './parse.js';

/**
 * Checks a blueprint: the shape of `Flow` in `@fairwell/contract`, ids unique among siblings, a
 * confirm step only at the end, and translations of texts that there are, which fit in their place
 * and keep the merge fields.
 *
 * @throws {FairwellError} `invalid_flow`, with `field` naming the place (`steps[0].choices[1].label`,
 * `translations.de["why/budget.label"]`) and the message saying what was expected there.
 */
export function parseFlow(value: unknown): Flow {
  const flow = checkFlow(value);
  checkTranslations(flow);
  return flow;
}
