import type {
  ActionRequest,
  ActionResponse,
  RecordEventsRequest,
  SessionEvent,
  StartedSession,
  StartSessionRequest,
} from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import type { Gateway } from './gateway.js';
import { isHandled, noAnswers, runHandler, withAnswer, type FlowHandlers } from './handlers.js';
import { post, serviceAddress, tokenOf, type Credential } from './http.js';

export interface ServiceGatewayOptions extends StartSessionRequest {
  /** Where the service is mounted, for example `https://billing.example.com`. */
  serviceUrl: string;
  session?: Credential;
  /** A handler given for an action does it in place of the service, which records that it did. */
  handlers?: FlowHandlers | undefined;
  now?: () => Date;
}

/** The service supplies the flow and does the billing. */
export function createServiceGateway({
  serviceUrl,
  session: credential,
  handlers = {},
  now = () => new Date(),
  ...request
}: ServiceGatewayOptions): Gateway {
  const base = serviceAddress(serviceUrl, 'sessions');
  let session: StartedSession | undefined;
  let answers = noAnswers;
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

  const record = async (event: SessionEvent): Promise<void> => {
    answers = withAnswer(answers, event, started().flow);
    unsent.push({ sequence: sequence++, event });
    await flush();
  };

  return {
    async start() {
      session = await post<StartedSession>(base, await tokenOf(credential), request);
      return session;
    },
    record,
    async act(action, key) {
      const { id, token, flow, customer, subscriptions, preview } = started();
      if (!preview && isHandled(action, handlers)) {
        const at = now();
        const context = { flow, customer, subscriptions, answers, now: at };
        const outcome = await runHandler(handlers, action, context);
        await record({ type: 'handledByHost', action, at: at.toISOString() }).catch(
          () => undefined,
        );
        return outcome;
      }
      // The answers belong to the cancellation, yet it does not wait for them in vain.
      await flush().catch(() => undefined);
      const body: ActionRequest = { key, action };
      const { outcome } = await post<ActionResponse>(`${base}/${id}/actions`, token, body);
      return outcome;
    },
  };
}
