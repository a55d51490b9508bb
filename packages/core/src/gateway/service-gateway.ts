import type {
  ActionRequest,
  ActionResponse,
  RecordEventsRequest,
  StartedSession,
  StartSessionRequest,
} from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import type { Gateway } from './gateway.js';
import { post, serviceAddress, tokenOf, type Credential } from './http.js';

export interface ServiceGatewayOptions extends StartSessionRequest {
  /** Where the service is mounted, for example `https://billing.example.com`. */
  serviceUrl: string;
  session?: Credential;
}

/** The service supplies the flow and does the billing. */
export function createServiceGateway({
  serviceUrl,
  session: credential,
  ...request
}: ServiceGatewayOptions): Gateway {
  const base = serviceAddress(serviceUrl, 'sessions');
  let session: StartedSession | undefined;
  let sequence = 0;
  let unsent: RecordEventsRequest['events'] = [];
  let sending: Promise<void> = Promise.resolve();

  const started = (): StartedSession => {
    if (!session) throw new FairwellError('session_unknown', 'The flow has not started.');
    return session;
  };

  /** Sends what is unsent, in order; what does not arrive is sent again with the next. */
  const flush = (): Promise<void> => {
    sending = sending
      .catch(() => undefined)
      .then(async () => {
        const events = unsent.slice(0, 100);
        if (events.length === 0) return;
        const { id, token } = started();
        await post(`${base}/${id}/events`, token, { events } satisfies RecordEventsRequest);
        unsent = unsent.filter((each) => !events.includes(each));
      });
    return sending;
  };

  return {
    async start() {
      session = await post<StartedSession>(base, await tokenOf(credential), request);
      return session;
    },
    async record(event) {
      unsent.push({ sequence: sequence++, event });
      await flush();
    },
    async act(action, key) {
      const { id, token } = started();
      // The answers belong to the cancellation, yet it does not wait for them in vain.
      await flush().catch(() => undefined);
      const body: ActionRequest = { key, action };
      const { outcome } = await post<ActionResponse>(`${base}/${id}/actions`, token, body);
      return outcome;
    },
  };
}
