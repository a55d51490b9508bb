import type {
  Action,
  ActionMap,
  ActionType,
  Coupon,
  Customer,
  Flow,
  HandledAction,
  Outcome,
  Subscription,
} from '@fairwell/contract';
import { pauseEnd, pauseStart, trialEnd } from '../dates/offer-dates.js';
import { FairwellError } from '../errors.js';
import type { CustomerAnswers } from '../machine/customer-answers.js';
import { findOffer } from '../flow/offers.js';
import { expectedOutcome } from './expected-outcome.js';

/** What a handler may answer: words for the customer in place of ours. */
export interface HandlerResult {
  message?: string | undefined;
}
export type Handled = HandlerResult | void | Promise<HandlerResult | void>;

/**
 * The host's own billing. Each resolves when done, optionally with `{ message }`, or rejects,
 * optionally with `{ message }`; both messages are shown to the customer. Without a service, an
 * offer whose handler is missing is not made.
 */
export interface FlowHandlers {
  /**
   * @param surveyResponse Label of the survey choice.
   * @param feedback What was typed on the feedback step.
   * @param followupResponse Label of the follow-up option and the words typed there.
   */
  handleCancel?: (
    customer: Customer,
    surveyResponse: string | null,
    feedback: string | null,
    followupResponse: string | null,
  ) => Handled;
  handleDiscount?: (customer: Customer, coupon: Coupon) => Handled;
  /** `pauseDuration` is in `pauseInterval`s and absent where a day was picked; dates are ISO 8601 UTC. */
  handlePause?: (
    customer: Customer,
    pause: {
      pauseDuration?: number | undefined;
      pauseInterval: 'month' | 'week';
      pauseEndDate: string;
    },
  ) => Handled;
  handlePlanChange?: (
    customer: Customer,
    change: { newPriceId: string; oldPriceId: string | undefined },
  ) => Handled;
  /** `newTrialEndDate` is ISO 8601 UTC. */
  handleTrialExtension?: (
    customer: Customer,
    extension: { trialExtensionDays: number; newTrialEndDate: string | undefined },
  ) => Handled;
  handleSupportRequest?: (customer: Customer) => Handled;
  handleRedirect?: (
    customer: Customer,
    redirect: { redirectUrl: string; redirectLabel: string },
  ) => Handled;
}

/** The handler that stands for each action; a custom offer carries itself out. */
export const handlerNames: Record<HandledAction, keyof FlowHandlers> = {
  cancel: 'handleCancel',
  discount: 'handleDiscount',
  pause: 'handlePause',
  planChange: 'handlePlanChange',
  trialExtension: 'handleTrialExtension',
  contact: 'handleSupportRequest',
  redirect: 'handleRedirect',
};

export interface HandlerContext {
  flow: Flow;
  customer: Customer;
  subscriptions: readonly Subscription[];
  answers: CustomerAnswers;
  now: Date;
}

type Call<T extends ActionType> = (
  handlers: FlowHandlers,
  action: ActionMap[T],
  context: HandlerContext,
) => Handled;

const calls: { [T in ActionType]: Call<T> } = {
  cancel: ({ handleCancel }, _action, { customer, answers }) =>
    handleCancel?.(customer, answers.surveyResponse, answers.feedback, answers.followupResponse),
  discount({ handleDiscount }, { offerId }, { customer, flow }) {
    const offer = findOffer(flow, offerId);
    if (offer?.type === 'discount' && offer.coupon) return handleDiscount?.(customer, offer.coupon);
  },
  pause({ handlePause }, action, { customer, flow, subscriptions, now }) {
    const offer = findOffer(flow, action.offerId);
    const start = offer?.type === 'pause' ? pauseStart(offer, subscriptions, now) : now;
    return handlePause?.(customer, {
      pauseDuration: action.length,
      pauseInterval: action.interval,
      pauseEndDate: pauseEnd(action, start),
    });
  },
  planChange: ({ handlePlanChange }, { priceId }, { customer, subscriptions }) =>
    handlePlanChange?.(customer, {
      newPriceId: priceId,
      oldPriceId: subscriptions[0]?.items[0]?.price.id,
    }),
  trialExtension: ({ handleTrialExtension }, { days }, { customer, subscriptions }) =>
    handleTrialExtension?.(customer, {
      trialExtensionDays: days,
      newTrialEndDate: trialEnd(subscriptions, days),
    }),
  contact: ({ handleSupportRequest }, _action, { customer }) => handleSupportRequest?.(customer),
  redirect({ handleRedirect }, { offerId, url }, { customer, flow }) {
    const offer = findOffer(flow, offerId);
    const redirectLabel = offer?.type === 'redirect' ? offer.label : '';
    return handleRedirect?.(customer, { redirectUrl: url, redirectLabel });
  },
  custom: () => undefined,
};

function call<T extends ActionType>(
  type: T,
  handlers: FlowHandlers,
  action: ActionMap[T],
  context: HandlerContext,
): Handled {
  return calls[type](handlers, action, context);
}

function messageOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('message' in value)) return undefined;
  return typeof value.message === 'string' && value.message ? value.message : undefined;
}

function isHandledAction(type: string): type is HandledAction {
  return type in handlerNames;
}

/** What the host carries out itself. */
export function handledActions(handlers: FlowHandlers): HandledAction[] {
  return Object.keys(handlerNames)
    .filter(isHandledAction)
    .filter((type) => typeof handlers[handlerNames[type]] === 'function');
}

/** Does the host carry this action out itself. */
export function isHandled({ type }: Action, handlers: FlowHandlers): boolean {
  return isHandledAction(type) && typeof handlers[handlerNames[type]] === 'function';
}

/**
 * Waits for a handler of the host.
 * @returns its words to the customer, if it gave any.
 * @throws {FairwellError} `handler_failed`, with the words of a rejection as `customerMessage`.
 */
export async function awaitHandler(name: string, run: () => Handled): Promise<string | undefined> {
  try {
    return messageOf(await run());
  } catch (cause) {
    throw new FairwellError('handler_failed', `The handler for "${name}" rejected.`, {
      customerMessage: messageOf(cause),
      cause,
    });
  }
}

/**
 * Has the host's handler carry the action out.
 * @returns What was agreed, with the handler's words to the customer if it gave any.
 * @throws {FairwellError} `handler_failed`, as `awaitHandler`.
 */
export async function runHandler(
  handlers: FlowHandlers,
  action: Action,
  context: HandlerContext,
): Promise<Outcome> {
  const message = await awaitHandler(action.type, () =>
    call(action.type, handlers, action, context),
  );
  const expected = expectedOutcome(action, context);
  const { type } = expected;
  // The host has seen to the address itself.
  const outcome = type === 'redirect' || type === 'contact' ? { type } : expected;
  return message ? { ...outcome, message } : outcome;
}
