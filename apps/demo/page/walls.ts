import '@fairwell/elements/failed-payment-wall.js';
import '@fairwell/elements/pause-wall.js';
import type { Person } from '../server/api.ts';
import { fetchSessionToken } from './api.ts';
import { practiceStripe } from './practice/practice-stripe.ts';

export interface WallOptions {
  /** Cards are for practice. */
  isSandbox: boolean;
  logOut: () => void;
}

function required<T extends keyof HTMLElementTagNameMap>(tag: T): HTMLElementTagNameMap[T] {
  const found = document.querySelector(tag);
  if (!found) throw new Error(`The page has no ${tag}.`);
  return found;
}

/** Stripe.js, where the customer's network or browser does not let it through. */
function loadNothing(): Promise<never> {
  return Promise.reject(new Error('There is no form for a card here.'));
}

/** @returns a function that asks whether a wall stands before somebody, as a product does on each page. */
export function prepareWalls({ isSandbox, logOut }: WallOptions): (person: Person) => void {
  const pause = required('fw-pause-wall');
  const payment = required('fw-failed-payment-wall');
  for (const wall of [pause, payment]) {
    wall.serviceUrl = location.origin;
    // Everything can be put back behind the service's back.
    wall.forceCheck = true;
  }
  pause.handlers = { handleLogout: logOut };
  payment.handlers = {
    handleLogout: logOut,
    handleSupportRequest: () => ({ message: 'We have heard you, and write to you today.' }),
  };

  return ({ customer, isSignedOut, walls }) => {
    pause.softWall = walls.isPauseSoft;
    payment.gracePeriodDays = walls.graceDays;
    if (!walls.hasCardForm) payment.loadStripe = loadNothing;
    else if (isSandbox) payment.loadStripe = practiceStripe;
    for (const wall of [pause, payment]) {
      wall.hide();
      wall.customerId = isSignedOut ? undefined : customer.id;
      wall.session = isSignedOut ? undefined : () => fetchSessionToken(customer.id);
      if (!isSignedOut) void wall.check();
    }
  };
}
