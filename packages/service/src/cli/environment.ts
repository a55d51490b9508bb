import type { Mode } from '@fairwell/contract';
import { compliancePresets } from '@fairwell/core';
import { minSecretBytes } from '@fairwell/node';
import type { AlertOptions } from '../alerts/alerts.js';
import type { MailOptions } from '../mail/mailer.js';
import { isHttpUrl, isSmtpUrl, type VerificationOptions } from '../options.js';
import { defaultSettings, type Settings } from '../settings/settings.js';
import type { DatabaseLocation } from '../storage/database.js';
import type { WebhookOptions } from '../webhooks/messaging.js';
import { readAlerts, readWebhooks } from './notifications.js';
import { readTranslation, type TranslationSources } from './translation.js';
import { VariableReader, type Variables } from './variables.js';

export interface StripeKeys {
  secretKey: string;
  publishableKey: string | undefined;
  /** Of the endpoint that Stripe sends webhooks to. */
  webhookSecrets?: readonly string[];
}

/** Everything the command is told by its environment. */
export interface Environment {
  host: string;
  port: number;
  logLevel: string;
  /** Addresses of proxies in front of the service, whose `X-Forwarded-For` is believed. */
  trustedProxies: string[];
  appId: string;
  secrets: readonly string[];
  apiKey: string | undefined;
  brandKey: string | undefined;
  origins: readonly string[];
  database: DatabaseLocation;
  /** Path of the blueprint's JSON file. */
  flowFile: string;
  settings: Settings;
  /** Keys of Stripe by mode; without any, the sandbox provider bills. */
  stripeKeys: Partial<Record<Mode, StripeKeys>>;
  mail: MailOptions | undefined;
  verification: VerificationOptions;
  translation: TranslationSources;
  webhooks: WebhookOptions;
  alerts: AlertOptions;
  development: boolean;
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function readSecrets(read: VariableReader): string[] {
  const one = read.text('FAIRWELL_SECRET');
  const several = read.list('FAIRWELL_SECRETS');
  if (one === undefined && several.length === 0)
    read.refuse('FAIRWELL_SECRET', 'is required: it signs session tokens');
  const isShort = (secret: string): boolean => Buffer.byteLength(secret) < minSecretBytes;
  if (one !== undefined && isShort(one))
    read.refuse('FAIRWELL_SECRET', `must have at least ${minSecretBytes} bytes`);
  if (several.some(isShort))
    read.refuse('FAIRWELL_SECRETS', `must have at least ${minSecretBytes} bytes each`);
  return one === undefined ? several : [one, ...several];
}

function readDatabase(read: VariableReader): DatabaseLocation {
  const url = read.text('DATABASE_URL');
  const directory = read.text('FAIRWELL_DATA_DIR');
  if (url !== undefined && directory !== undefined)
    read.refuse('DATABASE_URL', 'and FAIRWELL_DATA_DIR exclude each other');
  if (url !== undefined && !/^postgres(ql)?:\/\//.test(url))
    read.refuse('DATABASE_URL', 'must begin with postgres://');
  if (url !== undefined) return { url };
  return {
    directory: directory ?? read.required('FAIRWELL_DATA_DIR', 'a folder, or DATABASE_URL'),
  };
}

function readOrigins(read: VariableReader): string[] {
  const origins = read.list('FAIRWELL_ORIGINS');
  for (const origin of origins)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      read.refuse(
        'FAIRWELL_ORIGINS',
        `must be origins like https://app.example.com, not ${origin}`,
      );
  return origins;
}

function readSettings(read: VariableReader): Settings {
  const { discountCooldownMonths, pauseCooldownMonths, messages } = defaultSettings;
  return {
    cancelAt: read.oneOf('FAIRWELL_CANCEL_AT', ['periodEnd', 'immediately'], 'periodEnd'),
    pauseInvoices: read.oneOf(
      'FAIRWELL_PAUSE_INVOICES',
      ['markUncollectible', 'void', 'keepAsDraft'],
      'markUncollectible',
    ),
    prorate: read.oneOf('FAIRWELL_PRORATE', ['true', 'false'], 'true') === 'true',
    recordSessions: read.oneOf('FAIRWELL_RECORD_SESSIONS', ['true', 'false'], 'true') === 'true',
    stackCoupons: read.flag('FAIRWELL_STACK_COUPONS'),
    pauseForAnnual: read.flag('FAIRWELL_PAUSE_FOR_ANNUAL'),
    discountCooldownMonths: read.integer(
      'FAIRWELL_DISCOUNT_COOLDOWN_MONTHS',
      discountCooldownMonths,
      120,
    ),
    pauseCooldownMonths: read.integer('FAIRWELL_PAUSE_COOLDOWN_MONTHS', pauseCooldownMonths, 120),
    compliance: read.someOf('FAIRWELL_COMPLIANCE', compliancePresets),
    dynamicCoupons: read.list('FAIRWELL_DYNAMIC_COUPONS'),
    dynamicPlans: read.list('FAIRWELL_DYNAMIC_PLANS'),
    messages,
  };
}

function isLive(key: string): boolean {
  return /^[prs]k_live_/.test(key);
}

function readKeyPair(read: VariableReader, prefix: string): StripeKeys | undefined {
  const secretKey = read.text(`${prefix}_SECRET_KEY`);
  const publishableKey = read.text(`${prefix}_PUBLISHABLE_KEY`);
  const webhookSecrets = read.list(`${prefix}_WEBHOOK_SECRETS`);
  if (secretKey === undefined) {
    if (webhookSecrets.length > 0)
      read.refuse(`${prefix}_WEBHOOK_SECRETS`, `is of no use without ${prefix}_SECRET_KEY`);
    if (publishableKey !== undefined)
      read.refuse(`${prefix}_PUBLISHABLE_KEY`, `is of no use without ${prefix}_SECRET_KEY`);
    return undefined;
  }
  if (publishableKey !== undefined && isLive(publishableKey) !== isLive(secretKey))
    read.refuse(`${prefix}_PUBLISHABLE_KEY`, `must be of the same mode as ${prefix}_SECRET_KEY`);
  return { secretKey, publishableKey, ...(webhookSecrets.length > 0 && { webhookSecrets }) };
}

function readStripeKeys(read: VariableReader): Partial<Record<Mode, StripeKeys>> {
  const main = readKeyPair(read, 'STRIPE');
  const sandbox = readKeyPair(read, 'STRIPE_SANDBOX');
  return {
    ...(main && { [isLive(main.secretKey) ? 'live' : 'test']: main }),
    ...(sandbox && { sandbox }),
  };
}

function readMail(read: VariableReader): MailOptions | undefined {
  const smtpUrl = read.text('FAIRWELL_SMTP_URL');
  const from = read.text('FAIRWELL_MAIL_FROM');
  if (smtpUrl === undefined && from === undefined) return undefined;
  if (smtpUrl === undefined || from === undefined)
    read.refuse(
      smtpUrl === undefined ? 'FAIRWELL_SMTP_URL' : 'FAIRWELL_MAIL_FROM',
      'is required: mail needs a server and a sender',
    );
  if (smtpUrl !== undefined && !isSmtpUrl(smtpUrl))
    read.refuse('FAIRWELL_SMTP_URL', 'must begin with smtp:// or smtps://');
  return { smtpUrl: smtpUrl ?? '', from: from ?? '' };
}

function readVerification(read: VariableReader): VerificationOptions {
  const subject = read.text('FAIRWELL_VERIFICATION_SUBJECT');
  const customerDataEndpoint = read.text('FAIRWELL_CUSTOMER_DATA_ENDPOINT');
  if (customerDataEndpoint !== undefined && !isHttpUrl(customerDataEndpoint))
    read.refuse('FAIRWELL_CUSTOMER_DATA_ENDPOINT', 'must begin with https://');
  if (customerDataEndpoint !== undefined && read.text('FAIRWELL_API_KEY') === undefined)
    read.refuse('FAIRWELL_API_KEY', 'is required: it signs for FAIRWELL_CUSTOMER_DATA_ENDPOINT');
  return { subject, customerDataEndpoint };
}

function readDevelopment(read: VariableReader): boolean {
  const development = read.flag('FAIRWELL_DEVELOPMENT');
  if (development && read.text('NODE_ENV') === 'production')
    read.refuse('FAIRWELL_DEVELOPMENT', 'must not be true where NODE_ENV is production');
  return development;
}

/**
 * Only where the data is.
 * @throws {EnvironmentError}
 */
export function readDatabaseLocation(variables: Variables): DatabaseLocation {
  const read = new VariableReader(variables);
  const location = readDatabase(read);
  read.finish();
  return location;
}

/** @throws {EnvironmentError} that names every variable at fault. */
export function readEnvironment(variables: Variables): Environment {
  const read = new VariableReader(variables);
  const webhooks = readWebhooks(read);
  const environment: Environment = {
    host: read.text('HOST') ?? '127.0.0.1',
    port: read.integer('PORT', 4400, 65_535),
    logLevel: read.oneOf('LOG_LEVEL', logLevels, 'info'),
    trustedProxies: read.list('FAIRWELL_TRUSTED_PROXIES'),
    appId: read.required('FAIRWELL_APP_ID', 'it names this app in its session tokens'),
    secrets: readSecrets(read),
    apiKey: read.text('FAIRWELL_API_KEY'),
    brandKey: read.text('FAIRWELL_BRAND_KEY'),
    origins: readOrigins(read),
    database: readDatabase(read),
    flowFile: read.required('FAIRWELL_FLOW', "the path of the flow's JSON file"),
    settings: readSettings(read),
    stripeKeys: readStripeKeys(read),
    mail: readMail(read),
    verification: readVerification(read),
    translation: readTranslation(read),
    webhooks,
    alerts: readAlerts(read, webhooks),
    development: readDevelopment(read),
  };
  read.finish();
  return environment;
}
