import type {
  Customer,
  Flow,
  HandledAction,
  OfferType,
  ReturnUrls,
  Subscription,
} from '@fairwell/contract';
import { compliancePolicy, type CompliancePreset } from '../compliance/policy.js';
import { activeOffer, type ActiveOfferBypass } from '../eligibility/active-offer.js';
import { defaultEligibilitySettings } from '../eligibility/eligibility.js';
import { resolveFlow } from '../eligibility/resolve.js';
import { FairwellError } from '../errors.js';
import { readFlow } from '../flow/read-flow.js';
import { fillCopy } from '../merge/fill-copy.js';
import { expectedOutcome } from './expected-outcome.js';
import type { FlowSession, Gateway } from './gateway.js';
import { handledActions, type FlowHandlers } from './handlers.js';
import { readCustomer } from './read-customer.js';
import { readSubscriptions } from './read-subscriptions.js';
import { withHandlers } from './with-handlers.js';

export interface HandlersGatewayOptions extends ActiveOfferBypass {
  flow: Flow;
  customer: Customer;
  subscriptions?: readonly Subscription[] | undefined;
  handlers: FlowHandlers;
  /** The laws to follow; `['usFederal']` when absent. */
  compliance?: readonly CompliancePreset[] | undefined;
  /** Show everything, do nothing. */
  preview?: boolean | undefined;
  /** Where the page leads to in the end. */
  returnUrls?: ReturnUrls | undefined;
  now?: () => Date;
}

function isOffer(type: HandledAction): type is Exclude<HandledAction, 'cancel'> {
  return type !== 'cancel';
}

/** True when there is nothing left to cancel. */
export function isCanceled(subscriptions: readonly Subscription[]): boolean {
  return (
    subscriptions.length > 0 &&
    subscriptions.every(({ cancelAt, status }) => cancelAt || status.name === 'canceled')
  );
}

/** The host's own handlers do the billing; no network. */
export function createHandlersGateway({
  flow: given,
  customer,
  subscriptions: all = [],
  handlers,
  compliance = ['usFederal'],
  preview = false,
  returnUrls,
  now = () => new Date(),
  ...bypass
}: HandlersGatewayOptions): Gateway {
  let session: FlowSession | undefined;

  const resolve = (): FlowSession => {
    const { flow, faults } = readFlow(given);
    const { subscriptions, faults: ofSubscriptions } = readSubscriptions(all);
    const { customer: readable, faults: ofCustomer } = readCustomer(customer);
    if (typeof handlers.handleCancel !== 'function' && !preview)
      throw new FairwellError(
        'handler_missing',
        'handlers.handleCancel is missing: without a service nobody else can cancel.',
        { field: 'handlers.handleCancel' },
      );
    if (isCanceled(subscriptions))
      throw new FairwellError('already_canceled', 'Every subscription is cancelled already.');
    const policy = compliancePolicy(compliance);
    const resolved = resolveFlow(flow, {
      subscriptions,
      now: now(),
      capabilities: new Set<OfferType>([...handledActions(handlers).filter(isOffer), 'custom']),
      policy,
      history: [],
      settings: defaultEligibilitySettings,
    });
    return {
      flow: fillCopy(resolved, { customer: readable, subscription: subscriptions[0] }),
      // As the host gave them: its handlers know them so.
      customer,
      subscriptions,
      policy,
      returnUrls,
      activeOffer: activeOffer(flow, subscriptions, now(), bypass),
      faults: [...faults, ...ofSubscriptions, ...ofCustomer],
    };
  };

  const unhandled: Gateway = {
    async start() {
      session = resolve();
      return session;
    },
    async record() {
      // Without a service there is nobody to tell.
    },
    async act(action) {
      if (!session) throw new FairwellError('session_unknown', 'The flow has not started.');
      return expectedOutcome(action, { ...session, now: now() });
    },
  };
  return preview ? unhandled : withHandlers(unhandled, handlers, now);
}
