import type { Mode } from '@fairwell/contract';
import type { Alerts } from '../alerts/alerts.js';
import type { BillingProvider } from '../billing/provider.js';
import { isWallAction } from '../ledger/decisions.js';
import { jobId } from '../queue/job-id.js';
import type { Handler } from '../queue/job-queue.js';
import type { JobStore } from '../queue/job-store.js';
import type { JobOf, NewJob } from '../queue/jobs.js';
import type { Database } from '../storage/database.js';
import type { EndpointStore } from './endpoint-store.js';
import { sessionPayload, toldSession, type ToldSession } from './session-payload.js';

export interface TellSessionOptions {
  database: Pick<Database, 'query'>;
  jobs: Pick<JobStore, 'add'>;
  endpoints: Pick<EndpointStore, 'all'>;
  alerts: Alerts;
  providerFor: (mode: Mode, preview: boolean) => BillingProvider | undefined;
}

async function read(
  { query }: TellSessionOptions['database'],
  { session_id, data: { result, actionId } }: JobOf<'session'>,
): Promise<ToldSession | undefined> {
  const session = await query
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', session_id)
    .executeTakeFirst();
  if (!session) return undefined;
  const entry =
    actionId === null
      ? undefined
      : await query
          .selectFrom('actions')
          .select(['action', 'response'])
          .where('id', '=', actionId)
          .executeTakeFirst();
  const accepted =
    entry && !isWallAction(entry.action)
      ? { action: entry.action, outcome: entry.response?.outcome }
      : undefined;
  return { session, result, accepted };
}

/**
 * Tells everybody who listens that a session came to a result: one job for each of them, so that one
 * who does not answer keeps nobody else waiting. What is told is written once, the same for all.
 */
export function tellSession(options: TellSessionOptions): Handler<'session'> {
  const { database, jobs, endpoints, alerts, providerFor } = options;
  return async (job) => {
    const { id, mode, session_id } = job;
    const listeners = await endpoints.all(mode);
    const provider = providerFor(mode, false);
    if (!provider || (listeners.length === 0 && !alerts.wants(job.data.result))) return;
    const told = await read(database, job);
    if (!told) return;
    const { customer_id } = told.session;
    const [customer, subscriptions] = await Promise.all([
      provider.getCustomer(customer_id),
      provider.listSubscriptions(customer_id),
    ]);
    const session = toldSession(told);
    const body = JSON.stringify(sessionPayload(session, customer_id, customer, subscriptions));
    const common = { mode, session_id, customer_id };
    await jobs.add([
      ...listeners.map((endpoint): NewJob => ({
        ...common,
        id: jobId('dlv', id, endpoint.id),
        kind: 'webhook',
        data: { messageId: id, endpointId: endpoint.id, body },
      })),
      ...alerts
        .about(session, customer ?? { id: customer_id })
        .map(({ name, ...alert }): NewJob => ({ ...common, ...alert, id: jobId('dlv', id, name) })),
    ]);
  };
}
