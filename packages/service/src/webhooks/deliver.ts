import { signWebhook } from '@fairwell/node';
import type { Handler } from '../queue/job-queue.js';
import { AttemptFailed } from '../queue/jobs.js';
import type { EndpointStore } from './endpoint-store.js';
import type { Post } from './post.js';

/** Sends a webhook to its endpoint, signed with the secrets that the endpoint has now. */
export function deliverWebhook(
  endpoints: Pick<EndpointStore, 'find'>,
  post: Post,
  now: () => Date,
): Handler<'webhook'> {
  return async ({ mode, data: { messageId, endpointId, body } }) => {
    const endpoint = await endpoints.find(mode, endpointId);
    if (!endpoint) throw new AttemptFailed('the endpoint was removed', { isFinal: true });
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Fairwell',
      ...signWebhook({ id: messageId, sentAt: now(), body }, endpoint.secrets),
    };
    return { status: await post(endpoint.url, headers, body) };
  };
}
