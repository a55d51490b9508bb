import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings/settings.js';
import { readEnvironment } from './environment.js';
import type { Variables } from './variables.js';

const secret = 'a secret of at least thirty-two bytes';
const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const complete: Variables = {
  FAIRWELL_APP_ID: 'app',
  FAIRWELL_SECRET: secret,
  FAIRWELL_DATA_DIR: '/data',
  FAIRWELL_FLOW: '/flow.json',
};

describe('the environment', () => {
  it('needs little', () => {
    expect(readEnvironment(complete)).toEqual({
      host: '127.0.0.1',
      port: 4400,
      logLevel: 'info',
      trustedProxies: [],
      appId: 'app',
      secrets: [secret],
      apiKey: undefined,
      brandKey: undefined,
      origins: [],
      database: { directory: '/data' },
      flowFile: '/flow.json',
      settings: defaultSettings,
      stripeKeys: {},
      mail: undefined,
      verification: {},
      translation: {},
      webhooks: { allowPrivate: false },
      alerts: {},
      development: false,
    });
  });

  it('can say more', () => {
    const other = 'another secret of the same good length';
    const environment = readEnvironment({
      ...complete,
      HOST: '0.0.0.0',
      PORT: '80',
      FAIRWELL_SECRETS: `${other}, ${secret}`,
      FAIRWELL_DATA_DIR: '',
      DATABASE_URL: 'postgres://db/fairwell',
      FAIRWELL_ORIGINS: 'https://a.example.com, http://localhost:3000',
      FAIRWELL_CANCEL_AT: 'immediately',
      FAIRWELL_PAUSE_INVOICES: 'void',
      FAIRWELL_PRORATE: 'false',
      FAIRWELL_RECORD_SESSIONS: 'false',
      FAIRWELL_STACK_COUPONS: 'true',
      FAIRWELL_PAUSE_COOLDOWN_MONTHS: '6',
      FAIRWELL_COMPLIANCE: 'california,germany',
      FAIRWELL_DYNAMIC_COUPONS: 'FIVE,SAVE30',
      STRIPE_SECRET_KEY: 'rk_live_x',
      STRIPE_PUBLISHABLE_KEY: 'pk_live_x',
      STRIPE_SANDBOX_SECRET_KEY: 'sk_test_y',
      FAIRWELL_API_KEY: 'key',
      FAIRWELL_SMTP_URL: 'smtps://mail.example.com',
      FAIRWELL_MAIL_FROM: 'Example <help@example.com>',
      FAIRWELL_VERIFICATION_SUBJECT: 'Your code',
      FAIRWELL_CUSTOMER_DATA_ENDPOINT: 'https://app.example.com/customer-data',
      FAIRWELL_TRANSLATION_FILE: '/memory.json',
      FAIRWELL_TRANSLATE_URL: 'https://translate.example.com',
      FAIRWELL_TRANSLATE_KEY: 'key',
      FAIRWELL_DEVELOPMENT: 'true',
      STRIPE_SANDBOX_WEBHOOK_SECRETS: 'whsec_a, whsec_b',
      FAIRWELL_WEBHOOK_URL: 'https://app.example.com/fairwell',
      FAIRWELL_WEBHOOK_SECRETS: webhookSecret,
      FAIRWELL_ALERT_MAIL_TO: 'team@example.com, support@example.com',
      FAIRWELL_SLACK_WEBHOOK_URL: 'https://hooks.slack.com/services/T/B/x',
      FAIRWELL_SLACK_RESULTS: 'cancel,pause',
    });
    expect(environment).toMatchObject({
      host: '0.0.0.0',
      port: 80,
      secrets: [secret, other, secret],
      database: { url: 'postgres://db/fairwell' },
      origins: ['https://a.example.com', 'http://localhost:3000'],
      settings: {
        ...defaultSettings,
        cancelAt: 'immediately',
        pauseInvoices: 'void',
        prorate: false,
        recordSessions: false,
        stackCoupons: true,
        pauseCooldownMonths: 6,
        compliance: ['california', 'germany'],
        dynamicCoupons: ['FIVE', 'SAVE30'],
      },
      stripeKeys: {
        live: { secretKey: 'rk_live_x', publishableKey: 'pk_live_x' },
        sandbox: { secretKey: 'sk_test_y', webhookSecrets: ['whsec_a', 'whsec_b'] },
      },
      mail: { smtpUrl: 'smtps://mail.example.com', from: 'Example <help@example.com>' },
      verification: {
        subject: 'Your code',
        customerDataEndpoint: 'https://app.example.com/customer-data',
      },
      translation: {
        file: '/memory.json',
        server: { url: 'https://translate.example.com', apiKey: 'key' },
      },
      webhooks: {
        endpoints: [{ url: 'https://app.example.com/fairwell', secrets: [webhookSecret] }],
      },
      alerts: {
        mailTo: ['team@example.com', 'support@example.com'],
        slack: { url: 'https://hooks.slack.com/services/T/B/x', results: ['cancel', 'pause'] },
      },
      development: true,
    });
  });

  it('takes a test key of Stripe for the test mode', () => {
    const { stripeKeys } = readEnvironment({
      ...complete,
      STRIPE_SECRET_KEY: 'sk_test_x',
    });
    expect(stripeKeys).toEqual({ test: { secretKey: 'sk_test_x' } });
  });

  it('names everything that is missing at once', () => {
    const missing = ['FAIRWELL_APP_ID', 'FAIRWELL_SECRET', 'FAIRWELL_DATA_DIR', 'FAIRWELL_FLOW'];
    for (const name of missing) expect(() => readEnvironment({})).toThrow(name);
  });

  it.each<[name: string, value: string, others?: Variables]>([
    ['FAIRWELL_SECRET', 'short'],
    ['FAIRWELL_SECRETS', `${secret},short`],
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['LOG_LEVEL', 'loud'],
    ['DATABASE_URL', 'mysql://db'],
    ['DATABASE_URL', 'postgres://db'],
    ['FAIRWELL_ORIGINS', 'app.example.com'],
    ['FAIRWELL_ORIGINS', 'https://app.example.com/path'],
    ['FAIRWELL_CANCEL_AT', 'later'],
    ['FAIRWELL_STACK_COUPONS', 'yes'],
    ['FAIRWELL_DISCOUNT_COOLDOWN_MONTHS', '-1'],
    ['FAIRWELL_COMPLIANCE', 'california,mars'],
    ['FAIRWELL_SMTP_URL', 'mail.example.com'],
    ['FAIRWELL_MAIL_FROM', '', { FAIRWELL_SMTP_URL: 'smtp://mail.example.com' }],
    ['FAIRWELL_SMTP_URL', '', { FAIRWELL_MAIL_FROM: 'help@example.com' }],
    ['FAIRWELL_CUSTOMER_DATA_ENDPOINT', 'file:///etc/passwd'],
    ['FAIRWELL_API_KEY', '', { FAIRWELL_CUSTOMER_DATA_ENDPOINT: 'https://app.example.com/' }],
    ['FAIRWELL_TRANSLATE_URL', 'translate.example.com'],
    ['FAIRWELL_TRANSLATE_URL', '', { FAIRWELL_TRANSLATE_KEY: 'key' }],
    ['FAIRWELL_DEVELOPMENT', 'yes'],
    ['FAIRWELL_DEVELOPMENT', 'true', { NODE_ENV: 'production' }],
    ['STRIPE_WEBHOOK_SECRETS', 'whsec_x'],
    [
      'FAIRWELL_WEBHOOK_URL',
      'http://app.example.com/',
      { FAIRWELL_WEBHOOK_SECRETS: webhookSecret },
    ],
    ['FAIRWELL_WEBHOOK_URL', '', { FAIRWELL_WEBHOOK_SECRETS: webhookSecret }],
    ['FAIRWELL_WEBHOOK_SECRETS', '', { FAIRWELL_WEBHOOK_URL: 'https://app.example.com/' }],
    ['FAIRWELL_WEBHOOK_SECRETS', 'short', { FAIRWELL_WEBHOOK_URL: 'https://app.example.com/' }],
    ['FAIRWELL_ALERT_MAIL_TO', 'nobody'],
    ['FAIRWELL_SMTP_URL', '', { FAIRWELL_ALERT_MAIL_TO: 'team@example.com' }],
    ['FAIRWELL_SLACK_WEBHOOK_URL', 'https://10.0.0.1/'],
    ['FAIRWELL_SLACK_RESULTS', 'saved'],
    ['STRIPE_PUBLISHABLE_KEY', 'pk_test_x'],
    ['STRIPE_PUBLISHABLE_KEY', 'pk_test_x', { STRIPE_SECRET_KEY: 'sk_live_x' }],
  ])('refuses %s=%s by name', (name, value, others = {}) => {
    expect(() => readEnvironment({ ...complete, ...others, [name]: value })).toThrow(name);
  });

  it('never repeats a secret', () => {
    expect(() => readEnvironment({ ...complete, FAIRWELL_SECRET: 'hunter2' })).not.toThrow(
      'hunter2',
    );
  });
});
