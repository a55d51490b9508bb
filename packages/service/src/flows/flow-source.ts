import type { Customer, Flow, Metadata, Mode, Subscription } from '@fairwell/contract';
import { parseFlow } from '@fairwell/core';

/** Who a flow is for. */
export interface Visitor {
  mode: Mode;
  customer: Customer;
  subscriptions: readonly Subscription[];
  attributes: Metadata;
  locale: string | undefined;
}

/** Where blueprints come from. */
export interface FlowSource {
  /** The blueprint for this visitor, as its author wrote it. */
  flowFor(visitor: Visitor): Promise<Flow>;
}

/**
 * One blueprint for everybody.
 * @throws {FairwellError} `invalid_flow` naming the place in the JSON.
 */
export function fixedFlow(blueprint: unknown): FlowSource {
  const flow = parseFlow(blueprint);
  return { flowFor: () => Promise.resolve(flow) };
}

/** Options come from JavaScript too. */
export function isFlowSource(value: unknown): value is FlowSource {
  return typeof value === 'object' && value !== null && 'flowFor' in value;
}
