export { authHash } from './auth-hash.js';
export {
  maxTokenLifetime,
  minSecretBytes,
  requireSecret,
  signSessionToken,
  TokenError,
  verifySessionToken,
  type Clock,
  type SessionTokenOptions,
  type TokenErrorCode,
  type VerifyOptions,
} from './session-token.js';
export {
  createWebhookSecret,
  isWebhookSecret,
  signWebhook,
  verifyWebhook,
  verifyWebhookBody,
  WebhookError,
  webhookTolerance,
  type ReceivedHeaders,
  type WebhookErrorCode,
  type WebhookHeaders,
} from './webhook.js';
