import type { FlowSession, Gateway } from './gateway.js';
import { isHandled, noAnswers, runHandler, withAnswer, type FlowHandlers } from './handlers.js';

/** A gateway some of whose actions the host's handlers carry out in its place; it is told that they did. */
export function withHandlers(
  gateway: Gateway,
  handlers: FlowHandlers,
  now: () => Date = () => new Date(),
): Gateway {
  let session: FlowSession | undefined;
  let answers = noAnswers;
  return {
    async start() {
      session = await gateway.start();
      return session;
    },
    async record(event) {
      if (session) answers = withAnswer(answers, event, session.flow);
      await gateway.record(event);
    },
    async act(action, key) {
      if (!session || !isHandled(action, handlers)) return gateway.act(action, key);
      const at = now();
      const outcome = await runHandler(handlers, action, { ...session, answers, now: at });
      // What is done is done, recorded or not.
      await gateway
        .record({ type: 'handledByHost', action, at: at.toISOString() })
        .catch(() => undefined);
      return outcome;
    },
  };
}
