import type { Subscription } from '@fairwell/contract';
import type {
  ChangeRequest,
  PaymentRequest,
  PlannedChange,
  PlannedPayment,
  PlannedStep,
} from '../billing/changes.js';
import { NeverMade, ProviderError } from '../billing/provider-error.js';
import type { BillingProvider } from '../billing/provider.js';
import type { ActionRow } from '../storage/schema.js';

function isPayment(step: PlannedStep): step is PlannedPayment {
  return 'invoiceId' in step;
}

export function isDone(step: PlannedStep): boolean {
  return isPayment(step) ? step.paid === true : step.result !== undefined;
}

/** Is it known what became of a step. */
export function isSettled(step: PlannedStep): boolean {
  return isDone(step) || step.refused !== undefined;
}

/** The subscriptions as the steps left them. */
export function resultsOf(steps: readonly PlannedStep[]): Subscription[] {
  return steps.flatMap((step) => (isPayment(step) ? [] : (step.result ?? [])));
}

function changeRequest(
  { id, generation, customer_id }: ActionRow,
  { subscriptionId, change }: PlannedChange,
): ChangeRequest {
  return {
    customerId: customer_id,
    subscriptionId,
    change,
    reference: id,
    key: `${id}-${generation}-${subscriptionId}`,
  };
}

function paymentRequest(
  { id, generation, customer_id }: ActionRow,
  { invoiceId, paymentMethodId }: PlannedPayment,
): PaymentRequest {
  return {
    customerId: customer_id,
    invoiceId,
    paymentMethodId,
    key: `${id}-${generation}-${invoiceId}`,
  };
}

/** Whether the provider's state shows that a step of an entry was made. Writes what it finds into the step. */
export async function findMade(
  step: PlannedStep,
  entry: ActionRow,
  provider: BillingProvider,
): Promise<boolean> {
  if (isPayment(step)) {
    if (await provider.isPaid(paymentRequest(entry, step))) step.paid = true;
  } else {
    const found = await provider.findApplied(changeRequest(entry, step));
    if (found) step.result = found;
  }
  return isDone(step);
}

async function send(step: PlannedStep, entry: ActionRow, provider: BillingProvider): Promise<void> {
  if (isPayment(step)) {
    await provider.pay(paymentRequest(entry, step));
    step.paid = true;
  } else step.result = await provider.apply(changeRequest(entry, step));
}

/** Calls a step of an entry back. False if it may have been made, or may still be. */
export function revoke(
  step: PlannedStep,
  entry: ActionRow,
  provider: BillingProvider,
): Promise<boolean> {
  return provider.revoke(
    isPayment(step) ? paymentRequest(entry, step) : changeRequest(entry, step),
  );
}

/**
 * Makes a step of an entry and writes its result into it.
 * @throws {ProviderError} whose effect is `none` only if the step is certainly not made.
 */
export async function make(
  step: PlannedStep,
  entry: ActionRow,
  provider: BillingProvider,
): Promise<void> {
  try {
    await send(step, entry, provider);
  } catch (error) {
    if (!(error instanceof ProviderError) || error.effect === 'none') throw error;
    const found = await findMade(step, entry, provider).catch(() => undefined);
    if (found) return;
    if (found === undefined || error.effect === 'open') throw error;
    throw error.effect === 'kept'
      ? new NeverMade(error.message)
      : new ProviderError(error.code, error.message, 'none');
  }
}
