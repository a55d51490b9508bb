import '@fairwell/elements/failed-payment-wall.js';
import '@fairwell/elements/pause-wall.js';
import { fetchSession, practiceStripe } from '@fairwell-examples/account';
import { find, findElement } from './dom.js';
import { hear } from './heard.js';
import { visit } from './store.js';

/** Checks both walls. @returns a function that takes them down. */
export function checkWalls(page: HTMLElement, refresh: () => void): () => void {
  const pause = findElement(page, 'fw-pause-wall');
  const payment = findElement(page, 'fw-failed-payment-wall');
  payment.loadStripe = practiceStripe;
  for (const [wall, id] of [
    [pause, 'pause-wall'],
    [payment, 'payment-wall'],
  ] as const) {
    const stands = find(page, `[data-testid="${id}"]`, HTMLParagraphElement);
    const show = (value: boolean) => (stands.textContent = String(value));
    const options = {
      serviceUrl: visit.service,
      session: () => fetchSession(visit),
      customerId: visit.customer,
      forceCheck: true,
    };
    Object.assign(wall, options);
    void wall.check().then(show);
    const fall = (what: string) => () => {
      hear(what);
      show(false);
      refresh();
    };
    wall.addEventListener('fw-resume', fall('resume'));
    wall.addEventListener('fw-update-payment-information', fall('paid'));
  }
  return () => {
    pause.hide();
    payment.hide();
  };
}
