import type { Mode } from '@fairwell/contract';
import { Alerts, type AlertOptions } from '../alerts/alerts.js';
import { sendMail, sendToSlack } from '../alerts/send.js';
import type { BillingProvider } from '../billing/provider.js';
import type { Mailer } from '../mail/mailer.js';
import { JobQueue, type JobQueueOptions } from '../queue/job-queue.js';
import type { JobStore } from '../queue/job-store.js';
import type { Database } from '../storage/database.js';
import { takeIn } from '../webhooks-in/take-in.js';
import { deliverWebhook } from './deliver.js';
import { EndpointStore, type ConfiguredEndpoint } from './endpoint-store.js';
import { createPost } from './post.js';
import { tellSession } from './tell-session.js';

/** Who is told what happened here. Further endpoints can be added by `POST /v1/admin/webhooks`. */
export interface WebhookOptions {
  /** Hear of every mode. */
  endpoints?: readonly ConfiguredEndpoint[] | undefined;
  /** Let receivers be in a private network and be reached by http; false when absent. */
  allowPrivate?: boolean | undefined;
}

export interface MessagingOptions {
  database: Database;
  jobs: JobStore;
  webhooks: WebhookOptions;
  alerts: AlertOptions;
  mailer: Mailer | undefined;
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
  log: JobQueueOptions['log'];
  meters: JobQueueOptions['meters'];
  now: () => Date;
}

/** The queue with everything that is done in it, and what the routes of endpoints need. */
export function createMessaging({
  database,
  jobs,
  webhooks: { endpoints: configured = [], allowPrivate = false },
  alerts,
  mailer,
  providerFor,
  log,
  meters,
  now,
}: MessagingOptions) {
  const endpoints = new EndpointStore(database, configured, now);
  const post = createPost({ allowPrivate });
  const queue = new JobQueue({
    store: jobs,
    handlers: {
      session: tellSession({ database, jobs, endpoints, alerts: new Alerts(alerts), providerFor }),
      webhook: deliverWebhook(endpoints, post, now),
      mail: sendMail(mailer),
      slack: sendToSlack(alerts.slack?.url, post),
      providerEvent: takeIn({ database, providerFor, now }),
    },
    log,
    meters,
    now,
    random: Math.random,
  });
  return { queue, endpoints, allowPrivate };
}
