import type {
  ActionRequest,
  ActionResponse,
  BeaconRequest,
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

  // The flow may be driven where there is no page.
  const window = 'window' in globalThis ? globalThis.window : undefined;

  /** The page goes away, and takes with it what is unsent; a beacon arrives all the same. */
  const leave = (): void => {
    const { id, token } = started();
    const at = new Date().toISOString();
    const closed = { sequence: sequence++, event: { type: 'closed' as const, at } };
    const body: BeaconRequest = { token, events: [...unsent.slice(-99), closed] };
    navigator.sendBeacon(`${base}/${id}/beacon`, JSON.stringify(body));
  };

  return {
    async start() {
      session = await post<StartedSession>(base, await tokenOf(credential), request);
      window?.addEventListener('pagehide', leave);
      return session;
    },
    async record(event) {
      if (event.type === 'closed') window?.removeEventListener('pagehide', leave);
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
