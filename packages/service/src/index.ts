export type { AlertOptions, SlackOptions } from './alerts/alerts.js';
export type {
  CancelReason,
  Change,
  ChangeMap,
  ChangeRequest,
  ChangeType,
  PaymentRequest,
} from './billing/changes.js';
export type { Invoice } from './billing/invoices.js';
export {
  ApprovalRequired,
  ProviderError,
  type Approval,
  type Effect,
} from './billing/provider-error.js';
export type { BillingProvider, Capability } from './billing/provider.js';
export {
  SandboxProvider,
  seedSandbox,
  type SandboxData,
  type SandboxOptions,
} from './billing/sandbox/sandbox-provider.js';
export { StripeProvider, type StripeProviderOptions } from './billing/stripe/stripe-provider.js';
export type { FlowSource, Visitor } from './flows/flow-source.js';
export type { MailOptions } from './mail/mailer.js';
export type { FairwellOptions, RateLimit, VerificationOptions } from './options.js';
export { fairwell } from './plugin.js';
export { defaultSettings, type Settings } from './settings/settings.js';
export { openDatabase, type Database, type DatabaseLocation } from './storage/database.js';
export { libreTranslate, type LibreTranslateOptions } from './translation/libre-translate.js';
export { translationMemory } from './translation/translation-memory.js';
export type { SourceText, Translator } from './translation/translator.js';
export type { CodeMailText, CodeMailTexts } from './verification/code-mail-texts.js';
export type { ConfiguredEndpoint } from './webhooks/endpoint-store.js';
export type { WebhookOptions } from './webhooks/messaging.js';
export type {
  IncomingWebhooks,
  ProviderEvent,
  ReceivedEvent,
} from './webhooks-in/provider-event.js';
