import type { Mode, ReturnUrls } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { isWebhookSecret, requireSecret } from '@fairwell/node';
import type { AlertOptions } from './alerts/alerts.js';
import type { BillingProvider } from './billing/provider.js';
import { fixedFlow, isFlowSource, type FlowSource } from './flows/flow-source.js';
import type { MailOptions } from './mail/mailer.js';
import { defaultSettings, findSettingFault, type Settings } from './settings/settings.js';
import { findReturnUrlFault } from './sessions/return-urls.js';
import type { Database } from './storage/database.js';
import type { WebhookOptions } from './webhooks/messaging.js';
import type { Translator } from './translation/translator.js';
import { findMailTextFault, type CodeMailTexts } from './verification/code-mail-texts.js';
import { findAddressFault } from './webhooks/public-address.js';

export interface RateLimit {
  /** Requests from one address. */
  max: number;
  /** In seconds. */
  window: number;
}

/** For customers who are not signed in: they are mailed a code. */
export interface VerificationOptions {
  /** Subject of the mail, in every language. */
  subject?: string | undefined;
  /** The mail by language, in place of ours. */
  texts?: CodeMailTexts | undefined;
  /** Is asked for a customer's attributes by `POST` once they are known. Needs an `apiKey`. */
  customerDataEndpoint?: string | undefined;
}

export interface FairwellOptions {
  /** Names this app in its session tokens. */
  appId: string;
  /** Session tokens signed with any of these are good; the first signs. At least 32 bytes each. */
  secrets: readonly string[];
  /** Where sessions and the ledger are kept. Closed with the app. */
  database: Database;
  /** Who bills, in each mode that is open. */
  providers: Partial<Record<Mode, BillingProvider>>;
  /** The blueprint of the flow, as JSON; or a `FlowSource` that chooses one for each visitor. */
  flow: unknown;
  /** Lets a page in by `authHash` instead of a session token. */
  apiKey?: string | undefined;
  /** Private key (`X-Brand-Key`) of `POST /v1/retention/session`. */
  brandKey?: string | undefined;
  /** Pages that may call the service from a browser, for example `https://app.example.com`. */
  origins?: readonly string[] | undefined;
  /** Where pages lead to in the end, within `origins`, unless a session says otherwise. */
  returnUrls?: ReturnUrls | undefined;
  settings?: Partial<Settings> | undefined;
  /** 300 requests a minute when absent; `false` where something in front of the service does it. */
  rateLimit?: RateLimit | false | undefined;
  /** Without it no mail is sent, and nobody is verified by mail. */
  mail?: MailOptions | undefined;
  verification?: VerificationOptions | undefined;
  /** Translate drafts of flows when they are asked to; the next for what the one before has not. */
  translators?: readonly Translator[] | undefined;
  /** Who is told, machine to machine, that a session came to its result. */
  webhooks?: WebhookOptions | undefined;
  /** Who of the team is told. */
  alerts?: AlertOptions | undefined;
  /**
   * Shows a developer what nobody else may see: mail is kept at `/dev/mailbox` unless `mail` is
   * given, and `/verify` shows hashes. Refused where `NODE_ENV` is `production`.
   */
  development?: boolean | undefined;
  now?: (() => Date) | undefined;
}

/** The options with their defaults, checked. */
export interface Configuration {
  appId: string;
  secrets: readonly string[];
  database: Database;
  providers: Partial<Record<Mode, BillingProvider>>;
  defaultMode: Mode;
  flows: FlowSource;
  apiKey: string | undefined;
  brandKey: string | undefined;
  origins: readonly string[];
  returnUrls: ReturnUrls;
  settings: Settings;
  rateLimit: RateLimit | false;
  mail: MailOptions | undefined;
  verification: VerificationOptions;
  translators: readonly Translator[];
  webhooks: WebhookOptions;
  alerts: AlertOptions;
  development: boolean;
  now: () => Date;
}

const modes: readonly Mode[] = ['live', 'test', 'sandbox'];

const required = {
  database: 'what openDatabase answers',
  providers: 'an object with a provider for live, test or sandbox',
};

/** Options come from JavaScript too. */
function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function refuse(name: string, expected: string): never {
  throw new TypeError(`The option "${name}" of Fairwell must be ${expected}`);
}

function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

function hasProtocol(url: string, ...protocols: string[]): boolean {
  return URL.canParse(url) && protocols.includes(new URL(url).protocol);
}

function checkWebhooks({ endpoints = [], allowPrivate = false }: WebhookOptions): void {
  endpoints.forEach(({ url, secrets }, index) => {
    const fault = findAddressFault(url, allowPrivate);
    if (fault !== null) refuse(`webhooks.endpoints[${index}].url`, fault);
    if (secrets.length === 0 || !secrets.every(isWebhookSecret))
      refuse(`webhooks.endpoints[${index}].secrets`, 'a list of secrets like "whsec_…"');
  });
}

function checkAlerts(
  { mailTo = [], slack }: AlertOptions,
  { mail, webhooks: { allowPrivate = false } = {}, development = false }: FairwellOptions,
): void {
  mailTo.forEach((address, index) => {
    if (!isAddress(address)) refuse(`alerts.mailTo[${index}]`, 'an address');
  });
  if (mailTo.length > 0 && !mail && !development) refuse('mail', 'given, to send alerts by');
  const fault = slack && findAddressFault(slack.url, allowPrivate);
  if (fault) refuse('alerts.slack.url', fault);
}

/** A mail address, as far as it can be told by looking at it. */
export function isAddress(text: string): boolean {
  return /^[^\s@<>,;]+@[^\s@<>,;]+$/.test(text);
}

export function isSmtpUrl(url: string): boolean {
  return hasProtocol(url, 'smtp:', 'smtps:');
}

export function isHttpUrl(url: string): boolean {
  return hasProtocol(url, 'http:', 'https:');
}

function readFlow(flow: unknown): FlowSource {
  if (isFlowSource(flow)) return flow;
  try {
    return fixedFlow(flow);
  } catch (error) {
    if (!(error instanceof FairwellError)) throw error;
    throw new TypeError(`The option "flow" of Fairwell is not a flow: ${error.message}`, {
      cause: error,
    });
  }
}

/** @throws TypeError that names the option at fault. */
export function configure(options: FairwellOptions): Configuration {
  for (const name of ['database', 'providers'] as const)
    if (!isObject(options[name])) refuse(name, required[name]);
  const { appId, secrets, database, providers, apiKey, brandKey, origins = [] } = options;
  const { settings = {}, rateLimit = { max: 300, window: 60 }, now = () => new Date() } = options;
  const { mail, verification = {}, development = false } = options;
  const { webhooks = {}, alerts = {}, returnUrls = {}, translators = [] } = options;
  if (typeof appId !== 'string' || !appId) refuse('appId', 'a text');
  if (!Array.isArray(secrets) || secrets.length === 0) refuse('secrets', 'a list of at least one');
  secrets.forEach((secret: unknown, index) => {
    requireSecret(secret, `The option "secrets[${index}]" of Fairwell`);
  });
  const defaultMode = modes.find((mode) => providers[mode]);
  if (!defaultMode) refuse('providers', required.providers);
  if (apiKey === '') refuse('apiKey', 'absent or a text');
  if (brandKey === '') refuse('brandKey', 'absent or a text');
  origins.forEach((origin, index) => {
    if (!isOrigin(origin)) refuse(`origins[${index}]`, 'an origin like "https://app.example.com"');
  });
  const misled = findReturnUrlFault(returnUrls, origins);
  if (misled !== undefined) refuse(`returnUrls.${misled}`, 'https, within the option "origins"');
  const fault = findSettingFault(settings);
  if (fault) throw new TypeError(`The option "settings.${fault.field}" of Fairwell ${fault.says}`);
  if (rateLimit !== false && !(rateLimit.max > 0 && rateLimit.window > 0))
    refuse('rateLimit', 'false or { max, window }, both above 0');
  if (mail && !isSmtpUrl(mail.smtpUrl)) refuse('mail.smtpUrl', 'like "smtps://smtp.example.com"');
  if (mail?.from === '') refuse('mail.from', 'an address');
  const { customerDataEndpoint: endpoint } = verification;
  if (endpoint !== undefined && !isHttpUrl(endpoint))
    refuse('verification.customerDataEndpoint', 'an address that begins with https://');
  if (endpoint !== undefined && apiKey === undefined)
    refuse('apiKey', 'given, to sign what the customerDataEndpoint is asked');
  const wording = findMailTextFault(verification.texts ?? {});
  if (wording) refuse(`verification.texts.${wording.field}`, wording.says);
  checkWebhooks(webhooks);
  checkAlerts(alerts, options);
  if (development && process.env['NODE_ENV'] === 'production')
    refuse('development', 'absent in production');
  return {
    appId,
    secrets,
    database,
    providers,
    defaultMode,
    flows: readFlow(options.flow),
    apiKey,
    brandKey,
    origins,
    returnUrls,
    settings: { ...defaultSettings, ...settings },
    rateLimit,
    mail,
    verification,
    translators,
    webhooks,
    alerts,
    development,
    now,
  };
}
