import type {
  Coupon,
  Customer,
  Facts,
  Flow,
  FlowDraft,
  HandledAction,
  Metadata,
  Mode,
  Price,
  ReportedCustomer,
  ReportedInterval,
  Segment,
  ServiceErrorCode,
  SessionDigest,
  SessionEvent,
  SessionResult,
  Settings,
  SettingsChanges,
  Subscription,
} from '@fairwell/contract';
import type { ColumnType, Generated, Selectable } from 'kysely';
import type { PlannedStep } from '../billing/changes.js';
import type { Invoice } from '../billing/invoices.js';
import type { LedgerAction, LedgerResponse } from '../ledger/decisions.js';
import type { JobKind, JobMap } from '../queue/jobs.js';

/** Written as JSON text, read as a value. */
type Json<T> = ColumnType<T, string, string>;
type NullableJson<T> = ColumnType<T | null, string | null, string | null>;
/** The database works it out. */
type Derived<T> = ColumnType<T, never, never>;

export interface SessionsTable {
  id: string;
  /** SHA-256 of the access token, hex. The token itself is nowhere. */
  token_hash: string;
  mode: Mode;
  preview: boolean;
  report: boolean;
  /** May it be replayed; null in a session from before the setting was kept with it. */
  record: boolean | null;
  customer_id: string;
  /** Null where all of the customer's subscriptions are meant. */
  subscription_id: string | null;
  locale: string | null;
  attributes: NullableJson<Metadata>;
  flow_id: string;
  flow_version: number | null;
  /** What the page carries out itself; null for nothing. */
  handles: NullableJson<HandledAction[]>;
  /** As it was resolved for this customer: what they may accept is what they were shown. */
  flow: Json<Flow>;
  started_at: Date;
  ended_at: Date | null;
  result: SessionResult | null;
  used_click_to_cancel: Generated<boolean>;
  handled_by_host: Generated<boolean>;
  /** The ledger entry of what was decided. */
  accepted_action_id: string | null;
  /** The one that led to the flow; null where none did. */
  segment: NullableJson<Segment>;
  /** Those it was started under; null in a session from before they were kept. */
  settings: NullableJson<Settings>;
  /** When we heard that a pause or a cancellation was taken back at the provider; null while it stands. */
  undone_at: ColumnType<Date | null, never, Date | null>;
  /** When the customer paid for the first time after they stayed. */
  reactivated_at: ColumnType<Date | null, never, Date | null>;
  /** Null in a session from before it was kept, as the two that follow. */
  provider: string | null;
  /** What they paid for when it began; whose it is stands in `customer_id`. */
  customer: NullableJson<Omit<ReportedCustomer, 'id'>>;
  /** What was seen and said, once the session has come to a result. */
  digest: ColumnType<SessionDigest | null, never, string>;
  /** A more relevant session within 24 hours stands for this one. */
  bounced: ColumnType<boolean, never, boolean>;
  abtest: ColumnType<string | null, never, string | null>;
  /** The types of the offers in the digest, in the order of the alphabet, with commas. */
  presented: ColumnType<string, never, string>;
  /** In lower case. */
  email: Derived<string | null>;
  trial: Derived<boolean | null>;
  billing_interval: Derived<ReportedInterval | null>;
  plan_id: Derived<string | null>;
  coupon_id: Derived<string | null>;
  pause_duration: Derived<number | null>;
  survey_response: Derived<string | null>;
  /** `flow.version`. */
  blueprint_id: Derived<string>;
  reactivated: Derived<boolean>;
  /** In which it began: months since the year 0, in UTC. */
  month: Derived<number>;
}
export type SessionRow = Selectable<SessionsTable>;

export interface SessionEventsTable {
  session_id: string;
  sequence: number;
  event: Json<SessionEvent>;
  received_at: Date;
}

export type ActionState = 'pending' | 'applied' | 'failed';

/** The ledger. */
export interface ActionsTable {
  id: string;
  /** Where it was decided; null at a wall. */
  session_id: string | null;
  key: string;
  /** SHA-256 of the action, hex. */
  hash: string;
  action: Json<LedgerAction>;
  mode: Mode;
  preview: boolean;
  customer_id: string;
  state: ActionState;
  /** What to change at the provider; null until that has been worked out. */
  changes: NullableJson<PlannedStep[]>;
  /** How many times somebody took it on. Tells who still holds it. */
  attempts: number;
  /** How many times it was sent under a new key of the provider's. */
  generation: number;
  /** Somebody is at work on it until then; null when nobody is. */
  lease_until: Date | null;
  /** When the sweep looks at it next. */
  due_at: Date;
  response: NullableJson<LedgerResponse>;
  error_code: ServiceErrorCode | null;
  error_message: string | null;
  error_field: string | null;
  created_at: Date;
  settled_at: Date | null;
}
export type ActionRow = Selectable<ActionsTable>;

export interface VerificationsTable {
  id: string;
  mode: Mode;
  /** As it was typed, whether a customer has it or not. */
  email: string;
  /** BCP 47: the language of the mail. */
  locale: string | null;
  /** Keyed, so that the six digits cannot be found again from it. */
  code_hash: string;
  attempts: Generated<number>;
  codes_sent: Generated<number>;
  created_at: Date;
  expires_at: Date;
  resend_after: Date;
  /** Null until the provider was asked, and for good where nobody has the address. */
  customer_id: ColumnType<string | null, never, string | null>;
  verified_at: ColumnType<Date | null, never, Date>;
  /** SHA-256 of the credential that the right code was answered with, hex. */
  credential_hash: ColumnType<string | null, never, string>;
  credential_expires_at: ColumnType<Date | null, never, Date>;
  subscription_id: ColumnType<string | null, never, string | null>;
  attributes: ColumnType<Metadata | null, never, string | null>;
  redeemed_at: ColumnType<Date | null, never, Date | null>;
}
export type VerificationRow = Selectable<VerificationsTable>;

export type KeyKind = 'data' | 'admin';

/** Keys of the host's own programs. */
export interface ApiKeysTable {
  id: string;
  kind: KeyKind;
  mode: Mode;
  /** SHA-256 of the key, hex. The key itself is nowhere. */
  hash: string;
  created_at: Date;
  revoked_at: ColumnType<Date | null, never, Date>;
}
export type ApiKeyRow = Selectable<ApiKeysTable>;

export type JobState = 'pending' | 'done' | 'dead';

/** What is done after the answer: see `queue/`. */
export interface JobsTable {
  id: string;
  kind: JobKind;
  mode: Mode;
  session_id: string | null;
  customer_id: string | null;
  data: Json<JobMap[JobKind]>;
  state: JobState;
  /** How many times somebody took it on. Tells who still holds it. */
  attempts: Generated<number>;
  /** Attempts from before it was replayed, which no longer count. */
  forgiven: Generated<number>;
  due_at: Date;
  /** Somebody is at work on it until then; null when nobody is. */
  lease_until: ColumnType<Date | null, never, Date | null>;
  created_at: Date;
  settled_at: ColumnType<Date | null, never, Date | null>;
}
export type JobRow = Selectable<JobsTable>;

export interface JobAttemptsTable {
  job_id: string;
  attempt: number;
  at: Date;
  /** Of the HTTP answer, where there was one. */
  status: number | null;
  /** Null where it worked. */
  error: string | null;
}
export type JobAttemptRow = Selectable<JobAttemptsTable>;

export interface WebhookEndpointsTable {
  id: string;
  mode: Mode;
  url: string;
  /** Signs, so it is kept as it is. */
  secret: string;
  /** Signs too until `previous_until`. */
  previous_secret: ColumnType<string | null, never, string | null>;
  previous_until: ColumnType<Date | null, never, Date>;
  created_at: Date;
}
export type WebhookEndpointRow = Selectable<WebhookEndpointsTable>;

/** What was paid after a customer stayed. */
export interface BoostedPaymentsTable {
  mode: Mode;
  invoice_id: string;
  session_id: string;
  /** In the currency's smallest unit. Read as text by one driver and as a number by the other. */
  amount: ColumnType<string | number, number, never>;
  currency: string;
  paid_at: Date;
}

interface SandboxTable<T> {
  id: string;
  data: Json<T>;
}

export interface FlowsTable {
  mode: Mode;
  id: string;
  draft: Json<FlowDraft>;
  /** Counts every change of the draft. */
  revision: number;
  /** Is the draft other than the live version. */
  unpublished: boolean;
  live_version: number | null;
  /** Segments are asked in this order. */
  position: number;
  is_primary: Generated<boolean>;
  archived_at: Date | null;
  created_at: Date;
  updated_at: Date;
}
export type FlowRow = Selectable<FlowsTable>;

/** Written once. */
export interface FlowVersionsTable {
  mode: ColumnType<Mode, Mode, never>;
  flow_id: ColumnType<string, string, never>;
  version: ColumnType<number, number, never>;
  flow: ColumnType<Flow, string, never>;
  segment: ColumnType<Segment | null, string | null, never>;
  published_at: ColumnType<Date, Date, never>;
}
export type FlowVersionRow = Selectable<FlowVersionsTable>;

/** What the host changed of the settings that the service was started with. */
export interface SettingsTable {
  mode: Mode;
  changes: Json<SettingsChanges>;
  revision: number;
  updated_at: Date;
}

/** What a host told of its customers. */
export interface CustomerEventsTable {
  id: string;
  mode: Mode;
  customer_id: string | null;
  /** The host's own id of the customer. */
  uid: string | null;
  user_uid: string | null;
  event: string;
  data: NullableJson<Facts>;
  occurred_at: Date;
  received_at: Date;
}

/** Joins a customer's id at the billing provider and the host's own. */
export interface CustomerProfilesTable {
  id: string;
  mode: Mode;
  customer_id: string | null;
  uid: string | null;
  data: Json<Facts>;
  updated_at: Date;
}
export type CustomerProfileRow = Selectable<CustomerProfilesTable>;

/** Users within a customer, some of whom get mail about failed payments (`billingAdmin`). */
export interface CustomerUsersTable {
  profile_id: string;
  mode: Mode;
  user_id: string;
  data: Json<Facts>;
  updated_at: Date;
}

/** What a translator answered. */
export interface MachineTranslationsTable {
  source_locale: string;
  locale: string;
  /** SHA-256 of the text, hex. */
  source_hash: string;
  text: string;
  made_at: Date;
}

export interface Schema {
  flows: FlowsTable;
  flow_versions: FlowVersionsTable;
  settings: SettingsTable;
  machine_translations: MachineTranslationsTable;
  sessions: SessionsTable;
  session_events: SessionEventsTable;
  actions: ActionsTable;
  api_keys: ApiKeysTable;
  verifications: VerificationsTable;
  jobs: JobsTable;
  job_attempts: JobAttemptsTable;
  webhook_endpoints: WebhookEndpointsTable;
  boosted_payments: BoostedPaymentsTable;
  customer_events: CustomerEventsTable;
  customer_profiles: CustomerProfilesTable;
  customer_users: CustomerUsersTable;
  sandbox_customers: SandboxTable<Customer> & { email: string | null };
  sandbox_prices: SandboxTable<Price>;
  sandbox_coupons: SandboxTable<Coupon>;
  sandbox_subscriptions: SandboxTable<Subscription> & { customer_id: string };
  sandbox_invoices: SandboxTable<Invoice> & {
    customer_id: string;
    /** Key of the payment that the customer's bank was asked about. */
    awaits_approval_of: string | null;
  };
  /** Changes that were made, by the key they were asked for under. */
  sandbox_changes: {
    key: string;
    reference: string;
    subscription_id: string | null;
    made_at: Date;
  };
}
