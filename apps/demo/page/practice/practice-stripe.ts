import type { LoadStripe, StripeJs } from '@fairwell/elements';
import { refuseApproval } from '../api.ts';
import { element } from '../dom.ts';
import { askPracticeBank } from './practice-bank.ts';
import { chosenCard, practiceCard } from './practice-card.ts';

type PaymentElement = ReturnType<ReturnType<StripeJs['elements']>['create']>;

const refused = { error: { message: 'Your bank did not approve the payment.' } };

function createPaymentElement(form: HTMLElement): PaymentElement {
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

function createPracticeStripe(): StripeJs {
  const form = practiceCard(
    element('p', {}, 'No card is asked for in this demo. Choose how the one you give answers:'),
    ['pm_card_visa', 'pm_card_chargeDeclined', 'pm_card_authenticationRequired'],
  );
  return {
    elements: () => ({ create: () => createPaymentElement(form) }),
    confirmSetup: async () => ({ setupIntent: { payment_method: chosenCard(form) } }),
    async handleNextAction({ clientSecret }) {
      if (await askPracticeBank()) return {};
      await refuseApproval({ invoiceId: clientSecret.replace(/_secret$/, '') });
      return refused;
    },
  };
}

/** Takes the place of Stripe.js, which knows nothing of a sandbox that is not Stripe's. */
export const practiceStripe: LoadStripe = async () => createPracticeStripe();
