import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import type { FastifyPluginAsync } from 'fastify';
import fp from 'fastify-plugin';
import { KeyStore } from './auth/key-store.js';
import { createKeyGuards } from './auth/require-key.js';
import { retentionRoutes } from './auth/retention-routes.js';
import { guarded } from './billing/guard.js';
import { previewOf } from './billing/preview.js';
import type { BillingProvider } from './billing/provider.js';
import { CustomerStore } from './data/customer-store.js';
import { eventRoutes } from './data/event-routes.js';
import { sessionDataRoutes } from './data/session-routes.js';
import { subjectRoutes } from './data/subject-routes.js';
import { SubjectService } from './data/subject-service.js';
import { mailboxRoutes } from './development/mailbox-routes.js';
import { verifyPage } from './development/verify-page.js';
import { registerDocs } from './docs/docs.js';
import { handleError } from './errors/error-handler.js';
import { validatorCompiler } from './errors/validation.js';
import { FlowChooser } from './flows/flow-chooser.js';
import { FlowStore } from './flows/flow-store.js';
import { LiveFlows } from './flows/live-flows.js';
import { matchRoutes } from './flows/match-routes.js';
import { flowRoutes } from './flows/routes.js';
import { healthRoutes } from './health/routes.js';
import { Ledger } from './ledger/ledger.js';
import { ObservedLedgerStore } from './ledger/observed-ledger-store.js';
import { serializers } from './logging/serializers.js';
import { Mailbox } from './mail/mailbox.js';
import { smtpMailer } from './mail/mailer.js';
import { configure, type FairwellOptions } from './options.js';
import { JobStore } from './queue/job-store.js';
import { Sweeper } from './recovery/sweeper.js';
import { sessionRoutes } from './sessions/routes.js';
import { SessionService } from './sessions/session-service.js';
import { SessionStore } from './sessions/session-store.js';
import { settingsRoutes } from './settings/routes.js';
import { SettingsStore } from './settings/settings-store.js';
import { createMeters } from './telemetry/meters.js';
import { verificationRoutes } from './verification/routes.js';
import { FlowTranslator } from './translation/flow-translator.js';
import { translationRoutes } from './translation/routes.js';
import { TranslationCache } from './translation/translation-cache.js';
import { VerificationService } from './verification/verification-service.js';
import { VerificationStore } from './verification/verification-store.js';
import { wallRoutes } from './walls/routes.js';
import { wallDecision, WallService } from './walls/wall-service.js';
import { createMessaging } from './webhooks/messaging.js';
import { webhookRoutes } from './webhooks/routes.js';
import { incomingRoutes } from './webhooks-in/routes.js';

/** Room for a hundred events with some text in them, in bytes. */
const bodyLimit = 256 * 1024;

const plugin: FastifyPluginAsync<FairwellOptions> = async (app, options) => {
  const configuration = configure(options);
  const { database, providers, settings, flows, now, appId, secrets, apiKey, defaultMode } =
    configuration;
  const log = app.log.child({}, { serializers });
  const meters = createMeters();
  const store = new SessionStore(database);
  const ledgerStore = new ObservedLedgerStore(database, now, meters);
  const jobs = new JobStore(database, now);
  const flowStore = new FlowStore(database, now);
  const liveFlows = new LiveFlows(database, now);
  const signing = { appId, secrets, now };
  const chooser = new FlowChooser({
    live: liveFlows,
    store: flowStore,
    configured: flows,
    signing,
  });
  const settingsStore = new SettingsStore(database, settings, now);
  const service = new SessionService({
    store,
    ledgerStore,
    flows: chooser,
    settings: settingsStore,
    now,
  });
  const providerFor = (mode: Mode, preview: boolean): BillingProvider | undefined => {
    const provider = providers[mode];
    if (!provider) return undefined;
    return preview ? previewOf(guarded(provider), now) : guarded(provider);
  };
  const ledger = new Ledger({
    store: ledgerStore,
    providerFor,
    decisionOf: (entry) =>
      entry.session_id === null ? wallDecision(entry) : service.decision(entry),
    log,
    now,
  });

  app.setValidatorCompiler(validatorCompiler);
  // Answers are made of unions, which a serializer compiled from the schema validates one by one.
  app.setSerializerCompiler(() => JSON.stringify);
  app.setErrorHandler(handleError);
  app.addHook('onRoute', (route) => {
    route.bodyLimit ??= bodyLimit;
    route.logSerializers = { ...route.logSerializers, ...serializers };
  });
  await app.register(helmet);
  await app.register(cors, {
    origin: [...configuration.origins],
    methods: ['GET', 'POST'],
    allowedHeaders: ['authorization', 'content-type'],
    maxAge: 600,
  });
  if (configuration.rateLimit)
    await app.register(rateLimit, {
      max: configuration.rateLimit.max,
      timeWindow: configuration.rateLimit.window * 1000,
      errorResponseBuilder: (_request, { after }) =>
        new FairwellError('rate_limited', `Too many requests; try again in ${after}`),
    });
  await registerDocs(app);

  const credentials = { appId, secrets, apiKey, defaultMode, now };
  const walls = new WallService({ credentials, ledger, ledgerStore, jobs, now });
  const { brandKey, origins } = configuration;
  const { mail, verification, development } = configuration;
  const mailbox = development && !mail ? new Mailbox(now) : undefined;
  const mailer = mail ? smtpMailer(mail) : mailbox;
  const { customerDataEndpoint: endpoint } = verification;
  const verifications =
    mailer &&
    new VerificationService({
      store: new VerificationStore(database, now),
      mailer,
      secrets,
      subject: verification.subject,
      texts: verification.texts ?? {},
      customerData:
        endpoint !== undefined && apiKey !== undefined ? { endpoint, apiKey } : undefined,
      providerFor,
      log,
    });
  await app.register(sessionRoutes, {
    credentials,
    service,
    store,
    ledger,
    verifications,
    providerFor,
    returnUrls: configuration.returnUrls,
    origins,
    now,
  });
  await app.register(retentionRoutes, { credentials, brandKey, providerFor });
  await app.register(wallRoutes, { credentials, service: walls, origins, providerFor });
  if (verifications) {
    const modes = new Set((['live', 'test', 'sandbox'] as const).filter((mode) => providers[mode]));
    await app.register(verificationRoutes, { credentials, service: verifications, modes });
  }
  const { requireAdminKey, requireDataKey } = createKeyGuards(app, {
    store: new KeyStore(database, now),
    appId,
    rateLimit: configuration.rateLimit,
  });
  await app.register(flowRoutes, { store: flowStore, live: liveFlows, signing, requireAdminKey });
  const cache = new TranslationCache(database, now);
  const { translators } = configuration;
  const translator = new FlowTranslator({ store: flowStore, cache, translators });
  await app.register(translationRoutes, { translator, requireAdminKey });
  await app.register(matchRoutes, { chooser, requireAdminKey, providerFor });
  await app.register(settingsRoutes, { store: settingsStore, requireAdminKey });
  await app.register(sessionDataRoutes, { database, store, appId, requireDataKey, now });
  const customerStore = new CustomerStore(database, now);
  await app.register(eventRoutes, { store: customerStore, requireDataKey, credentials, now });
  const subjects = new SubjectService({ database, providerFor });
  await app.register(subjectRoutes, { service: subjects, requireDataKey });
  if (mailbox) await app.register(mailboxRoutes, { mailbox });
  if (development) await app.register(verifyPage);
  await app.register(healthRoutes, { database });

  const { webhooks, alerts } = configuration;
  const messaging = createMessaging({
    database,
    jobs,
    webhooks,
    alerts,
    mailer,
    providerFor,
    log,
    meters,
    now,
  });
  const { queue } = messaging;
  await app.register(webhookRoutes, { ...messaging, jobs, requireAdminKey, now });
  await app.register(incomingRoutes, { providers, jobs });

  const sweeper = new Sweeper({ ledger, sessions: store, log, now });
  let unwatch = (): void => undefined;
  app.addHook('onReady', async () => {
    // Where no other process shares the data, whatever is pending was left by one that is gone.
    sweeper.start(database.exclusive);
    queue.start();
    unwatch = meters.watchQueue(() => jobs.depth());
  });
  app.addHook('preClose', (done) => {
    // While requests finish, nothing more is taken on: the next process does it.
    void sweeper.close();
    void queue.close();
    done();
  });
  app.addHook('onClose', async () => {
    unwatch();
    await sweeper.close();
    await ledger.drain();
    await queue.close();
    await verifications?.drain();
    mailer?.close();
    await database.close();
  });
};

/**
 * The service as a Fastify plugin. It keeps to itself: its hooks, headers and error handler do not
 * touch the host's own routes. Takes a `prefix`.
 * @throws TypeError that names the option at fault.
 */
export const fairwell = fp(plugin, {
  name: '@fairwell/service',
  fastify: '5.x',
  encapsulate: true,
});
