import type {
  ActionRequest,
  ActionResponse,
  ErrorResponse,
  RecordEventsRequest,
  SessionEvent,
  StartedSession,
  StartSessionRequest,
} from '@fairwell/contract';
import { FairwellError } from '../errors.js';
import type { Gateway } from './gateway.js';
import { isHandled, noAnswers, runHandler, withAnswer, type FlowHandlers } from './handlers.js';

export interface ServiceGatewayOptions extends StartSessionRequest {
  /** Where the service is mounted, for example `https://billing.example.com`. */
  serviceUrl: string;
  /**
   * A session token or `ret_…` id from the host's back end, or a function that fetches one. A
   * function is asked at every start, since a token lasts 15 minutes at most.
   */
  session?: string | (() => string | Promise<string>) | undefined;
  /** A handler given for an action does it in place of the service, which records that it did. */
  handlers?: FlowHandlers | undefined;
  now?: () => Date;
}

/** Longer than the service waits for its billing provider. */
const timeout = 35_000;

function isErrorResponse(value: unknown): value is ErrorResponse {
  return typeof value === 'object' && value !== null && 'code' in value && 'message' in value;
}

async function post<T>(url: string, token: string | undefined, body: unknown): Promise<T> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(body),
      // What is said last must arrive although the page goes away.
      keepalive: true,
      signal: AbortSignal.timeout(timeout),
    });
    // Events are answered with nothing.
    answer = response.status === 204 ? undefined : await response.json();
  } catch (cause) {
    throw new FairwellError('network', `No answer from ${url}`, { cause });
  }
  // The service answers as the contract says; to check it here again would cost the page kilobytes.
  if (response.ok) return answer as T;
  if (!isErrorResponse(answer))
    throw new FairwellError(
      'network',
      `${url} answered ${response.status}, not as the service does`,
    );
  const { code, message, field, requestId } = answer;
  throw new FairwellError(code, message, { field, requestId });
}

/** The service supplies the flow and does the billing. */
export function createServiceGateway({
  serviceUrl,
  session: credential,
  handlers = {},
  now = () => new Date(),
  ...request
}: ServiceGatewayOptions): Gateway {
  const base = `${serviceUrl.replace(/\/+$/, '')}/v1/sessions`;
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
      const token = typeof credential === 'function' ? await credential() : credential;
      session = await post<StartedSession>(base, token, request);
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
