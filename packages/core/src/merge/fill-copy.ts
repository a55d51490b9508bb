import type { Flow } from '@fairwell/contract';
import { mapOffers } from '../flow/offers.js';
import { escapeRichText } from '../richtext/escape.js';
import { mergeFields, type MergeSource } from './merge-fields.js';

interface Copy {
  header?: string | undefined;
  description?: string | undefined;
}

/**
 * The flow with the merge fields of its headers, descriptions and losses filled in: what a gateway
 * hands to the machine. A customer's own words stay text inside rich text.
 */
export function fillCopy(flow: Flow, source: MergeSource): Flow {
  const filled = <C extends Copy>(copy: C): C => ({
    ...copy,
    ...(copy.header && { header: mergeFields(copy.header, source) }),
    ...(copy.description && {
      description: mergeFields(copy.description, source, escapeRichText),
    }),
  });
  const { steps, ...rest } = mapOffers(flow, filled);
  return {
    ...rest,
    steps: steps.map((step) =>
      step.type === 'confirm' && step.losses
        ? { ...filled(step), losses: step.losses.map((loss) => mergeFields(loss, source)) }
        : filled(step),
    ),
  };
}
