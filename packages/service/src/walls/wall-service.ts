import type {
  CheckedWall,
  CheckWallRequest,
  Customer,
  PauseInForce,
  PaymentOverdue,
  PayResponse,
  Subscription,
  UndoCancelResponse,
  WallActionResponse,
  WallKind,
} from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { Credentials, Identity } from '../auth/identify.js';
import type { Invoice } from '../billing/invoices.js';
import { ApprovalRequired } from '../billing/provider-error.js';
import type { BillingProvider } from '../billing/provider.js';
import { endOf } from '../billing/transitions.js';
import { isWallAction, type Place, type WallAction } from '../ledger/decisions.js';
import type { LedgerStore } from '../ledger/ledger-store.js';
import type { Decision, Ledger } from '../ledger/ledger.js';
import type { JobStore } from '../queue/job-store.js';
import type { ActionRow } from '../storage/schema.js';
import { planWallAction, requireCapability } from './plan.js';
import { inScope } from './scope.js';
import { overdueInvoice, pauseInForce, paymentOverdue } from './standing.js';
import { StatusCache } from './status-cache.js';
import { signWallToken } from './wall-token.js';

export interface WallServiceOptions {
  credentials: Credentials;
  ledger: Pick<Ledger, 'accept'>;
  ledgerStore: Pick<LedgerStore, 'lastApplied'>;
  jobs: Pick<JobStore, 'lastTold'>;
  now: () => Date;
}

/** How things stand with a customer. Invoices are only read where they matter. */
interface Status {
  customer: Customer;
  subscriptions: readonly Subscription[];
  invoices: readonly Invoice[];
}

/** Metadata is the business's own, and nothing at a wall shows it. */
function withoutMetadata<T extends { metadata?: unknown }>({ metadata: _own, ...rest }: T) {
  return rest;
}

function placeOf({ customerId, mode }: Identity): Place {
  return { session_id: null, mode, preview: false, customer_id: customerId };
}

/** What the ledger needs to know of something that was decided at a wall. */
export function wallDecision({ action, customer_id }: ActionRow): Promise<Decision> {
  if (!isWallAction(action)) throw new Error('This was not decided at a wall');
  return Promise.resolve({
    plan: (provider) => planWallAction(action, customer_id, provider),
    respond: (subscriptions) => ({ subscriptions: [...subscriptions] }),
  });
}

/** The walls: whether one stands, and what a customer does there. */
export class WallService {
  readonly #options: WallServiceOptions;
  readonly #cache: StatusCache<Status>;

  constructor(options: WallServiceOptions) {
    this.#options = options;
    this.#cache = new StatusCache(options.now);
  }

  /** @throws {FairwellError} if the customer is unknown, or the provider cannot tell. */
  async check(
    identity: Identity,
    request: CheckWallRequest,
    provider: BillingProvider,
  ): Promise<CheckedWall> {
    if (request.kind === 'failedPayment') requireCapability(provider, 'invoices');
    const status = await this.#status(identity, request, provider);
    const subscriptions = inScope(status.subscriptions, identity.subscriptionId);
    const wall = this.#stands(request, { ...status, subscriptions }, identity, provider);
    return {
      token: signWallToken(identity, wall ? request.kind : 'none', this.#options.credentials),
      customer: withoutMetadata(status.customer),
      subscriptions: subscriptions.map(withoutMetadata),
      wall,
    };
  }

  async resume(identity: Identity, key: string): Promise<WallActionResponse> {
    return { subscriptions: await this.#carryOut(identity, key, { type: 'wallResume' }) };
  }

  async cancel(identity: Identity, key: string): Promise<WallActionResponse> {
    const subscriptions = await this.#carryOut(identity, key, { type: 'wallCancel' });
    const endsAt = subscriptions
      .flatMap((each) => endOf(each) ?? [])
      .sort()
      .at(-1);
    return { subscriptions, ...(endsAt !== undefined && { endsAt }) };
  }

  /** What was to end at the end of the period goes on. */
  async undoCancel(identity: Identity, key: string): Promise<UndoCancelResponse> {
    return { subscriptions: await this.#carryOut(identity, key, { type: 'undoCancel' }) };
  }

  async pay(
    identity: Identity,
    key: string,
    payment: { invoiceId: string; paymentMethodId?: string | undefined },
  ): Promise<PayResponse> {
    try {
      await this.#carryOut(identity, key, { type: 'wallPay', ...payment });
      return { status: 'paid' };
    } catch (error) {
      if (error instanceof ApprovalRequired) return { status: 'requiresAction', ...error.approval };
      throw error;
    }
  }

  async #carryOut(identity: Identity, key: string, action: WallAction): Promise<Subscription[]> {
    const { subscriptionId } = identity;
    const { subscriptions } = await this.#options.ledger.accept(placeOf(identity), {
      key,
      action: { ...action, subscriptionId },
    });
    return subscriptions.map(withoutMetadata);
  }

  #stands(
    { kind, ignoreInvoicesWithoutAttempt = false }: CheckWallRequest,
    { subscriptions, invoices }: Status,
    { subscriptionId }: Identity,
    provider: BillingProvider,
  ): PauseInForce | PaymentOverdue | null {
    const now = this.#options.now();
    if (kind === 'pause') return pauseInForce(subscriptions, now);
    const meant = invoices.filter(
      (invoice) => subscriptionId === undefined || invoice.subscriptionId === subscriptionId,
    );
    const invoice = overdueInvoice(meant, { onlyAttempted: ignoreInvoicesWithoutAttempt, now });
    return invoice && paymentOverdue(invoice, provider);
  }

  /**
   * How things stand, from before if that is less than a minute ago and nothing was carried out for
   * the customer since, nor told of them by the provider: the database knows that of every process,
   * so a wall falls everywhere at once.
   */
  async #status(
    { customerId, mode }: Identity,
    { kind, forceCheck = false }: CheckWallRequest,
    provider: BillingProvider,
  ): Promise<Status> {
    const { ledgerStore, jobs, now } = this.#options;
    const name = JSON.stringify([kind, mode, customerId]);
    const kept = forceCheck ? undefined : this.#cache.get(name);
    if (kept) {
      const changes = await Promise.all([
        ledgerStore.lastApplied({ mode, customer_id: customerId }),
        jobs.lastTold(mode, customerId),
      ]);
      if (!changes.some((at) => at && at >= kept.readAt)) return kept.value;
    }
    const readAt = now();
    const status = await this.#read(customerId, kind, provider);
    this.#cache.set(name, status, readAt);
    return status;
  }

  async #read(customerId: string, kind: WallKind, provider: BillingProvider): Promise<Status> {
    const [customer, subscriptions, invoices] = await Promise.all([
      provider.getCustomer(customerId),
      provider.listSubscriptions(customerId),
      kind === 'failedPayment' ? provider.listInvoices(customerId) : [],
    ]);
    if (!customer)
      throw new FairwellError('customer_unknown', 'The billing provider has no such customer', {
        field: 'customerId',
      });
    return { customer, subscriptions, invoices };
  }
}
