'use client';

import { practiceStripe } from '@fairwell-examples/account';
import { useFailedPaymentWall, usePauseWall, type WallControls } from '@fairwell/react';
import { useEffect } from 'react';
import { useApp } from './app-state';

/** What a wall tells arrives at the document. */
function useFall(event: 'fw-resume' | 'fw-update-payment-information', what: string): void {
  const { hear, refresh } = useApp();
  useEffect(() => {
    const tell = () => {
      hear(what);
      refresh();
    };
    document.addEventListener(event, tell);
    return () => document.removeEventListener(event, tell);
  }, [event, what, hear, refresh]);
}

const say = ({ stands }: WallControls) => (stands === undefined ? 'unknown' : String(stands));

export function Walls() {
  const { visit } = useApp();
  const asked = { customerId: visit.customer, forceCheck: true };
  const pause = usePauseWall(asked);
  const payment = useFailedPaymentWall({ ...asked, loadStripe: practiceStripe });
  useFall('fw-resume', 'resume');
  useFall('fw-update-payment-information', 'paid');
  return (
    <>
      <p data-testid="pause-wall">{say(pause)}</p>
      <p data-testid="payment-wall">{say(payment)}</p>
    </>
  );
}
