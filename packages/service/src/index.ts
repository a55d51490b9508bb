export type {
  CancelReason,
  Change,
  ChangeMap,
  ChangeRequest,
  ChangeType,
} from './billing/changes.js';
export { ProviderError, type Effect } from './billing/provider-error.js';
export type { BillingProvider } from './billing/provider.js';
export {
  SandboxProvider,
  seedSandbox,
  type SandboxData,
} from './billing/sandbox/sandbox-provider.js';
export { StripeProvider, type StripeProviderOptions } from './billing/stripe/stripe-provider.js';
export type { FairwellOptions, RateLimit } from './options.js';
export { fairwell } from './plugin.js';
export { defaultSettings, type Settings } from './settings.js';
export { openDatabase, type Database, type DatabaseLocation } from './storage/database.js';
