import type { SessionResult } from '@fairwell/contract';
import type { CancelFlowElement } from '../cancel-flow/cancel-flow.js';
import type { OptionsOf } from './options.js';

export type ShowCancelFlowOptions = OptionsOf<
  CancelFlowElement,
  'show' | 'hide' | 'restart' | 'preload' | 'open' | 'variant'
>;

let showing: Promise<SessionResult> | undefined;

async function show({ signal, ...properties }: ShowCancelFlowOptions): Promise<SessionResult> {
  await import('../define/cancel-flow.js');
  if (signal?.aborted) return 'abort';
  const flow = document.createElement('fw-cancel-flow');
  Object.assign(flow, properties);
  document.body.append(flow);
  const over = new AbortController();
  return new Promise((resolve) => {
    flow.addEventListener('fw-closed', ({ detail }) => {
      over.abort();
      flow.remove();
      resolve(detail.result);
    });
    const leave = (): void => {
      // What is in flight keeps it open, until there is something else to show.
      flow.addEventListener('fw-step-change', () => flow.hide());
      flow.hide();
    };
    // A signal may outlive many flows.
    signal?.addEventListener('abort', leave, { signal: over.signal });
    flow.show();
  });
}

/**
 * Opens a cancel flow over the page; while one is open, there is no second. Its events arrive at the
 * document.
 * @returns how it ended, once it is closed. Rejects where its code cannot be loaded.
 */
export function showCancelFlow(options: ShowCancelFlowOptions): Promise<SessionResult> {
  showing ??= show(options).finally(() => (showing = undefined));
  return showing;
}
