import type { Mailer } from '../mail/mailer.js';
import type { Handler } from '../queue/job-queue.js';
import { AttemptFailed } from '../queue/jobs.js';
import type { Post } from '../webhooks/post.js';

export function sendMail(mailer: Mailer | undefined): Handler<'mail'> {
  return async ({ data }) => {
    if (!mailer) throw new AttemptFailed('no mail server is set up');
    await mailer.send(data);
  };
}

/** @param url Of the incoming webhook; undefined where Slack is not told any more. */
export function sendToSlack(url: string | undefined, post: Post): Handler<'slack'> {
  return async ({ data: { text } }) => {
    if (url === undefined) throw new AttemptFailed('Slack is not set up', { isFinal: true });
    const body = JSON.stringify({ text, unfurl_links: false, unfurl_media: false });
    return { status: await post(url, { 'content-type': 'application/json' }, body) };
  };
}
