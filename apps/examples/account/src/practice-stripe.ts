import type { LoadStripe, StripeJs } from '@fairwell/elements';

type PaymentElement = ReturnType<ReturnType<StripeJs['elements']>['create']>;

/** A form without a field, for a card of the sandbox that pays. */
function createForm(): PaymentElement {
  const form = document.createElement('p');
  form.textContent = 'Practice card';
  let ready: () => void = () => undefined;
  return {
    mount(container) {
      container.append(form);
      ready();
    },
    destroy: () => form.remove(),
    on(event: 'ready' | 'loaderror', handler: (event: never) => void) {
      if (event === 'ready') ready = handler as () => void;
    },
  };
}

const stripe: StripeJs = {
  elements: () => ({ create: createForm }),
  confirmSetup: () => Promise.resolve({ setupIntent: { payment_method: 'pm_card_visa' } }),
  handleNextAction: () => Promise.resolve({}),
};

/** Takes the place of Stripe.js, which knows nothing of a sandbox that is not Stripe's. */
export const practiceStripe: LoadStripe = () => Promise.resolve(stripe);
