import { beforeAll, afterAll, expect, it, vi } from 'vitest';
import { SandboxProvider } from './billing/sandbox/sandbox-provider.js';
import { configure, type FairwellOptions } from './options.js';
import { defaultSettings } from './settings/settings.js';
import { openDatabase, type Database } from './storage/database.js';

let database: Database;
let options: FairwellOptions;
beforeAll(async () => {
  database = await openDatabase({ memory: true });
  options = {
    appId: 'app',
    secrets: ['a secret of at least thirty-two bytes'],
    database,
    providers: { test: new SandboxProvider(database) },
    flow: { id: 'flow', steps: [{ id: 'sure', type: 'confirm' }] },
  };
}, 60_000);
afterAll(() => database.close());

it('has defaults for what need not be said', () => {
  expect(configure(options)).toMatchObject({
    defaultMode: 'test',
    origins: [],
    settings: defaultSettings,
    rateLimit: { max: 300, window: 60 },
  });
});

it.each<[name: string, wrong: object]>([
  ['appId', { appId: '' }],
  ['secrets', { secrets: [] }],
  ['secrets[0]', { secrets: ['short'] }],
  ['database', { database: undefined }],
  ['providers', { providers: undefined }],
  ['providers', { providers: {} }],
  ['apiKey', { apiKey: '' }],
  ['brandKey', { brandKey: '' }],
  ['origins[1]', { origins: ['https://a.example.com', 'a.example.com'] }],
  ['settings.cancelAt', { settings: { cancelAt: 'later' } }],
  ['settings.discountCooldownMonths', { settings: { discountCooldownMonths: 0.5 } }],
  ['settings.compliance', { settings: { compliance: ['mars'] } }],
  ['settings.cancelsAt', { settings: { cancelsAt: 'periodEnd' } }],
  ['rateLimit', { rateLimit: { max: 0, window: 60 } }],
  ['mail.smtpUrl', { mail: { smtpUrl: 'mail.example.com', from: 'a@example.com' } }],
  ['mail.from', { mail: { smtpUrl: 'smtp://mail.example.com', from: '' } }],
  [
    'verification.customerDataEndpoint',
    { apiKey: 'key', verification: { customerDataEndpoint: 'customer-data' } },
  ],
  ['apiKey', { verification: { customerDataEndpoint: 'https://app.example.com/' } }],
  ['verification.texts.de.text', { verification: { texts: { de: { text: 'Hallo' } } } }],
  ['verification.texts.de.subject', { verification: { texts: { de: { subject: 'a\nb' } } } }],
  ['verification.texts.de_DE', { verification: { texts: { de_DE: {} } } }],
  ['steps[0].type', { flow: { id: 'flow', steps: [{ id: 'a', type: 'quiz' }] } }],
  ['steps', { flow: { id: 'flow', steps: [] } }],
  [
    'steps[0].choices[0].label',
    {
      flow: {
        id: 'flow',
        steps: [{ id: 'a', type: 'survey', choices: [{ id: 'b' }] }],
      },
    },
  ],
])('refuses a wrong %s by name', (name, wrong) => {
  expect(() => configure({ ...options, ...wrong })).toThrow(name);
});

it('shows nothing to developers in production', () => {
  vi.stubEnv('NODE_ENV', 'production');
  expect(() => configure({ ...options, development: true })).toThrow('development');
  vi.unstubAllEnvs();
  expect(configure({ ...options, development: true }).development).toBe(true);
});
