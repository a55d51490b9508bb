import type { FlowSession, Gateway } from './gateway.js';
export { handledActions } from './handlers.js';
import { handlerFaults } from './handler-faults.js';
import { isHandled, runHandler, type FlowHandlers } from './handlers.js';

/** A gateway some of whose actions the host's handlers carry out in its place; it is told that they did. */
export function withHandlers(
  gateway: Gateway,
  handlers: FlowHandlers,
  now: () => Date = () => new Date(),
): Gateway {
  let session: FlowSession | undefined;
  return {
    async start() {
      const started = await gateway.start();
      session = { ...started, faults: [...(started.faults ?? []), ...handlerFaults(handlers)] };
      return session;
    },
    record: (event) => gateway.record(event),
    async act(action, key, answers) {
      if (!session || !isHandled(action, handlers)) return gateway.act(action, key, answers);
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
