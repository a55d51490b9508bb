import { SessionResult } from '@fairwell/contract';
import { isWebhookSecret } from '@fairwell/node';
import type { AlertOptions } from '../alerts/alerts.js';
import { isAddress } from '../options.js';
import type { WebhookOptions } from '../webhooks/messaging.js';
import { findAddressFault } from '../webhooks/public-address.js';
import type { VariableReader } from './variables.js';

const results = SessionResult.anyOf.map((each) => each.const);

export function readWebhooks(read: VariableReader): WebhookOptions {
  const allowPrivate = read.flag('FAIRWELL_WEBHOOK_ALLOW_PRIVATE');
  const url = read.text('FAIRWELL_WEBHOOK_URL');
  const secrets = read.list('FAIRWELL_WEBHOOK_SECRETS');
  if (url === undefined && secrets.length > 0)
    read.refuse('FAIRWELL_WEBHOOK_URL', 'is required: FAIRWELL_WEBHOOK_SECRETS are for it');
  if (url === undefined) return { allowPrivate };
  const fault = findAddressFault(url, allowPrivate);
  if (fault !== null) read.refuse('FAIRWELL_WEBHOOK_URL', `must be ${fault}`);
  if (secrets.length === 0 || !secrets.every(isWebhookSecret))
    read.refuse(
      'FAIRWELL_WEBHOOK_SECRETS',
      'must be whsec_ and 24 to 64 bytes in base64; several, separated by commas, to replace one',
    );
  return { endpoints: [{ url, secrets }], allowPrivate };
}

export function readAlerts(
  read: VariableReader,
  { allowPrivate = false }: WebhookOptions,
): AlertOptions {
  const mailTo = read.list('FAIRWELL_ALERT_MAIL_TO');
  const url = read.text('FAIRWELL_SLACK_WEBHOOK_URL');
  const told = read.someOf('FAIRWELL_SLACK_RESULTS', results);
  if (!mailTo.every(isAddress))
    read.refuse('FAIRWELL_ALERT_MAIL_TO', 'must be addresses, separated by commas');
  if (
    mailTo.length > 0 &&
    read.text('FAIRWELL_SMTP_URL') === undefined &&
    !read.flag('FAIRWELL_DEVELOPMENT')
  )
    read.refuse('FAIRWELL_SMTP_URL', 'is required: FAIRWELL_ALERT_MAIL_TO is mailed by it');
  const fault = url === undefined ? null : findAddressFault(url, allowPrivate);
  if (fault !== null) read.refuse('FAIRWELL_SLACK_WEBHOOK_URL', `must be ${fault}`);
  return {
    ...(mailTo.length > 0 && { mailTo }),
    ...(url !== undefined && { slack: { url, ...(told.length > 0 && { results: told }) } }),
  };
}
