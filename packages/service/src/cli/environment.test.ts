import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../settings.js';
import { readEnvironment } from './environment.js';
import type { Variables } from './variables.js';

const secret = 'a secret of at least thirty-two bytes';
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
      FAIRWELL_STACK_COUPONS: 'true',
      FAIRWELL_PAUSE_COOLDOWN_MONTHS: '6',
      FAIRWELL_COMPLIANCE: 'california,germany',
      STRIPE_SECRET_KEY: 'rk_live_x',
      STRIPE_SANDBOX_SECRET_KEY: 'sk_test_y',
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
        stackCoupons: true,
        pauseCooldownMonths: 6,
        compliance: ['california', 'germany'],
      },
      stripeKeys: { live: 'rk_live_x', sandbox: 'sk_test_y' },
    });
  });

  it('takes a test key of Stripe for the test mode', () => {
    const { stripeKeys } = readEnvironment({
      ...complete,
      STRIPE_SECRET_KEY: 'sk_test_x',
    });
    expect(stripeKeys).toEqual({ test: 'sk_test_x' });
  });

  it('names everything that is missing at once', () => {
    const missing = ['FAIRWELL_APP_ID', 'FAIRWELL_SECRET', 'FAIRWELL_DATA_DIR', 'FAIRWELL_FLOW'];
    for (const name of missing) expect(() => readEnvironment({})).toThrow(name);
  });

  it.each([
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
  ])('refuses %s=%s by name', (name, value) => {
    expect(() => readEnvironment({ ...complete, [name]: value })).toThrow(name);
  });

  it('never repeats a secret', () => {
    expect(() => readEnvironment({ ...complete, FAIRWELL_SECRET: 'hunter2' })).not.toThrow(
      'hunter2',
    );
  });
});
