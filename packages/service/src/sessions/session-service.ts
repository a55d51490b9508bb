import type {
  Action,
  SessionRecord,
  StartedSession,
  StartSessionRequest,
} from '@fairwell/contract';
import {
  activeOffer,
  FairwellError,
  fillCopy,
  findOffer,
  localizeFlow,
  resolveFlow,
} from '@fairwell/core';
import { equalSecrets, sha256 } from '../auth/hash.js';
import type { Identity } from '../auth/identify.js';
import type { CancelReason, PlannedChange } from '../billing/changes.js';
import type { BillingProvider } from '../billing/provider.js';
import { currencyOf, paidUntil } from '../billing/transitions.js';
import { withDynamicOffers } from '../flows/dynamic-offers.js';
import { fillOffers } from '../flows/fill-offers.js';
import type { ChosenFlow, FlowChooser } from '../flows/flow-chooser.js';
import type { Visitor } from '../flows/flow-source.js';
import { withVisibleMetadata } from '../flows/visible-metadata.js';
import type { LedgerStore } from '../ledger/ledger-store.js';
import { isWallAction } from '../ledger/decisions.js';
import type { Decision } from '../ledger/ledger.js';
import { offeredFor } from '../ledger/offered.js';
import { outcomeOf } from '../ledger/outcome.js';
import { planChanges } from '../ledger/plan.js';
import type { SettingsStore } from '../settings/settings-store.js';
import type { ActionRow, SessionRow } from '../storage/schema.js';
import { readAnswers } from './answers.js';
import { eligibilityContext } from './eligibility-context.js';
import { sessionRecord } from './session-record.js';
import { accessLifetime, type SessionStore } from './session-store.js';
import { snapshotOf } from './snapshot.js';
import { targetsOf } from './targets.js';

export interface SessionServiceOptions {
  store: SessionStore;
  ledgerStore: LedgerStore;
  flows: FlowChooser;
  settings: SettingsStore;
  now: () => Date;
}

/** Longest comment that goes to the billing provider. */
const maxComment = 500;

/** The languages that the page would take, the best first. */
function localesOf({ locale, locales }: StartSessionRequest): readonly string[] {
  return locales ?? (locale === undefined ? [] : [locale]);
}

export class SessionService {
  readonly #options: SessionServiceOptions;

  constructor(options: SessionServiceOptions) {
    this.#options = options;
  }

  /** @throws {FairwellError} if the customer is unknown, or there is nothing left to cancel. */
  async start(
    identity: Identity,
    request: StartSessionRequest,
    provider: BillingProvider,
    onOfferError: (error: unknown) => void,
  ): Promise<StartedSession> {
    const { store, ledgerStore, now } = this.#options;
    const { customerId, subscriptionId, mode } = identity;
    const [customer, all] = await Promise.all([
      provider.getCustomer(customerId),
      provider.listSubscriptions(customerId),
    ]);
    if (!customer)
      throw new FairwellError('customer_unknown', 'The billing provider has no such customer', {
        field: 'customerId',
      });
    const subscriptions = targetsOf(all, subscriptionId);
    const startedAt = now();
    const attributes = request.customerAttributes ?? {};
    const locales = localesOf(request);
    const visitor = { mode, customer, subscriptions, attributes, locale: locales[0] };
    const [{ flow: blueprint, segment }, settings, history] = await Promise.all([
      this.#choose(visitor, request),
      this.#options.settings.inForce(mode),
      ledgerStore.history({ mode, customer_id: customerId }),
    ]);
    const context = eligibilityContext({
      subscriptions,
      history,
      provider,
      handles: request.handles ?? [],
      settings,
      now: startedAt,
    });
    const currency = currencyOf(subscriptions);
    const asked = withDynamicOffers(blueprint, request.dynamicOffers ?? {}, settings);
    const filled = await fillOffers(asked, provider, currency, onOfferError);
    const resolved = resolveFlow(filled, context);
    const flow = localizeFlow(resolved, locales);
    const inForce = activeOffer(asked, subscriptions, startedAt, request);
    const { id, token } = await store.create({
      identity,
      request,
      // In its own language, so that the figures of all its languages are of the same answers.
      flow: localizeFlow(resolved, []),
      segment,
      settings,
      provider: provider.name,
      snapshot: snapshotOf(customer, subscriptions),
      startedAt,
    });
    const ends = subscriptions.flatMap((subscription) => paidUntil(subscription) ?? []).sort();
    const endsAt = settings.cancelAt === 'immediately' ? startedAt.toISOString() : ends.at(-1);
    return {
      id,
      token,
      mode,
      preview: request.preview ?? false,
      customer: withVisibleMetadata(customer, flow, 'customer'),
      subscriptions: subscriptions.map((subscription) =>
        withVisibleMetadata(subscription, flow, 'subscription'),
      ),
      flow: fillCopy(flow, { customer, subscription: subscriptions[0] }),
      policy: context.policy,
      ...(endsAt !== undefined && { endsAt }),
      stackCoupons: settings.stackCoupons,
      prorated: settings.prorate,
      ...(inForce && { activeOffer: inForce }),
      ...(Object.keys(settings.messages).length > 0 && { messages: settings.messages }),
    };
  }

  async #choose(
    visitor: Visitor,
    { preview, previewToken }: StartSessionRequest,
  ): Promise<ChosenFlow> {
    const { flows } = this.#options;
    if (previewToken === undefined) return flows.choose(visitor);
    if (!preview)
      throw new FairwellError('invalid_request', 'previewToken is only for a preview', {
        field: 'previewToken',
      });
    return flows.preview(visitor.mode, previewToken);
  }

  /**
   * The session that an access token opens.
   * @throws {FairwellError} the same `session_unknown` for one that does not exist and one of somebody else.
   */
  async open(id: string, token: string | undefined): Promise<SessionRow> {
    if (token === undefined)
      throw new FairwellError(
        'credential_missing',
        'Send the token of the session as "Authorization: Bearer …"',
      );
    const session = await this.#options.store.find(id);
    if (!session || !equalSecrets(sha256(token), session.token_hash))
      throw new FairwellError('session_unknown', 'There is no such session for this token');
    if (session.started_at.getTime() + accessLifetime <= this.#options.now().getTime())
      throw new FairwellError('token_expired', 'The session has expired; start a new one');
    return session;
  }

  async record(session: SessionRow): Promise<SessionRecord> {
    const { store, ledgerStore } = this.#options;
    const [events, accepted] = await Promise.all([
      store.events(session.id),
      session.accepted_action_id ? ledgerStore.get(session.accepted_action_id) : undefined,
    ]);
    return sessionRecord(session, events, accepted);
  }

  /**
   * Refuses what was not offered in a session, before it is written down.
   * @throws {FairwellError} that names what differs from the offer.
   */
  async check(session: SessionRow, action: Action, provider: BillingProvider): Promise<void> {
    if (session.handles?.some((type) => type === action.type))
      throw new FairwellError('action_unsupported', 'The page has said that it does this itself', {
        field: 'action.type',
      });
    const offer = action.type === 'cancel' ? undefined : findOffer(session.flow, action.offerId);
    // Between which days a customer may choose depends on what is paid for.
    const waits = offer?.type === 'pause' && offer.datePicker && offer.startAt === 'periodEnd';
    const subscriptions = waits ? await provider.listSubscriptions(session.customer_id) : [];
    offeredFor(action, session.flow, {
      now: this.#options.now(),
      subscriptions: waits ? targetsOf(subscriptions, session.subscription_id) : [],
    });
  }

  /** What the ledger needs to know of something that was decided in a session. */
  async decision({ session_id, action }: ActionRow): Promise<Decision> {
    if (session_id === null || isWallAction(action))
      throw new Error('This was not decided in a session');
    const session = await this.#options.ledgerStore.session(session_id);
    return {
      plan: (provider) => this.#plan(session, action, provider),
      respond: (subscriptions) => ({
        outcome: outcomeOf(action, subscriptions, session.flow),
        subscriptions: [...subscriptions],
      }),
    };
  }

  /** What a decision asks of the provider, with everything as it is now. */
  async #plan(
    session: SessionRow,
    action: Action,
    provider: BillingProvider,
  ): Promise<PlannedChange[]> {
    const { ledgerStore, now } = this.#options;
    // An offer that was accepted does not keep anybody from cancelling after all.
    if (session.accepted_action_id && (action.type !== 'cancel' || session.result === 'cancel'))
      throw session.result === 'cancel'
        ? new FairwellError('already_canceled', 'The subscription has been cancelled already')
        : new FairwellError('session_ended', 'An offer has been accepted in this session already');
    const at = now();
    if (action.type === 'contact' || action.type === 'redirect' || action.type === 'custom')
      return [];
    const [all, history, reason, settings] = await Promise.all([
      provider.listSubscriptions(session.customer_id),
      ledgerStore.history(session),
      this.#reason(session),
      session.settings ?? this.#options.settings.inForce(session.mode),
    ]);
    const subscriptions = targetsOf(all, session.subscription_id);
    const offer = offeredFor(action, session.flow, { now: at, subscriptions });
    const context = eligibilityContext({
      subscriptions,
      history,
      provider,
      handles: [],
      settings,
      now: at,
    });
    return planChanges({ action, offer, reason, settings, context }, provider);
  }

  async #reason({ id, flow }: SessionRow): Promise<CancelReason> {
    const { surveyChoiceId, surveyResponse, followupResponse, feedback } = readAnswers(
      flow,
      await this.#options.store.events(id),
    );
    const said = [surveyResponse, followupResponse, feedback].filter(Boolean).join('. ');
    return {
      ...(surveyChoiceId !== undefined && { choiceId: surveyChoiceId }),
      ...(said && { comment: said.slice(0, maxComment) }),
    };
  }
}
