import '@fairwell/elements/failed-payment-wall.js';
import '@fairwell/elements/pause-wall.js';
import { practiceStripe } from '@fairwell-examples/account';
import { createSignal, onCleanup, onMount } from 'solid-js';
import { useShop } from './shop';

/** Both walls. Taken out of the page a hard wall would come back, so each is hidden first. */
export function Walls() {
  const { visit, session, hear, refresh } = useShop();
  const [pauseStands, setPauseStands] = createSignal<boolean>();
  const [paymentStands, setPaymentStands] = createSignal<boolean>();
  let pause!: HTMLElementTagNameMap['fw-pause-wall'];
  let payment!: HTMLElementTagNameMap['fw-failed-payment-wall'];

  const fallen = (what: string, setStands: (stands: boolean) => void) => () => {
    hear(what);
    setStands(false);
    void refresh();
  };
  onMount(() => {
    void pause.check().then(setPauseStands);
    void payment.check().then(setPaymentStands);
  });
  onCleanup(() => {
    pause.hide();
    payment.hide();
  });
  return (
    <>
      <p data-testid="pause-wall">{String(pauseStands() ?? 'unknown')}</p>
      <p data-testid="payment-wall">{String(paymentStands() ?? 'unknown')}</p>
      <fw-pause-wall
        ref={pause}
        prop:serviceUrl={visit.service}
        prop:session={session}
        prop:customerId={visit.customer}
        prop:forceCheck={true}
        on:fw-resume={fallen('resume', setPauseStands)}
      />
      <fw-failed-payment-wall
        ref={payment}
        prop:serviceUrl={visit.service}
        prop:session={session}
        prop:customerId={visit.customer}
        prop:forceCheck={true}
        prop:loadStripe={practiceStripe}
        on:fw-update-payment-information={fallen('paid', setPaymentStands)}
      />
    </>
  );
}
