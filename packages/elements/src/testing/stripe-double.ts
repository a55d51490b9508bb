import type { StripeJs, StripePaymentElement } from '../failed-payment-wall/stripe.js';

/** A card that the double's form takes, one that it refuses, and one whose bank asks. */
export const cards = { good: '4242', expired: '0069', bank: '3184' } as const;

/** Shows a window over the page, as Stripe does: at the end of the body. */
function bankWindow(): Promise<boolean> {
  return new Promise((resolve) => {
    const layer = document.createElement('div');
    layer.id = 'bank';
    layer.setAttribute('role', 'group');
    layer.setAttribute('aria-label', 'Your bank');
    Object.assign(layer.style, {
      position: 'fixed',
      inset: '0',
      display: 'grid',
      placeContent: 'center',
      background: 'rgb(0 0 0 / 40%)',
      zIndex: '2147483647',
    });
    const panel = document.createElement('div');
    Object.assign(panel.style, { padding: '24px', background: 'Canvas', color: 'CanvasText' });
    panel.append('Your bank asks: is it you? ');
    for (const answer of ['Yes', 'No']) {
      const button = document.createElement('button');
      button.textContent = answer;
      button.addEventListener('click', () => {
        layer.remove();
        resolve(answer === 'Yes');
      });
      panel.append(button);
    }
    layer.append(panel);
    document.body.append(layer);
  });
}

/** A real form in place of Stripe's, which lives where Stripe's does and asks a bank as it does. */
export function createStripeDouble(): StripeJs {
  const input = document.createElement('input');
  const isMounted = (): boolean => input.isConnected;

  let ready: () => void = () => undefined;
  const payment: StripePaymentElement = {
    mount(container) {
      if (container.getRootNode() !== document)
        throw new Error('Elements cannot be mounted in a ShadowRoot.');
      const label = document.createElement('label');
      label.append('Card number ', input);
      container.append(label);
      setTimeout(() => ready());
    },
    destroy: () => input.closest('label')?.remove(),
    on(event: 'ready' | 'loaderror', handler: (event: never) => void) {
      if (event === 'ready') ready = handler as () => void;
    },
  };

  return {
    elements: () => ({ create: () => payment }),
    async confirmSetup() {
      if (!isMounted()) throw new Error('The form is not in the page.');
      if (input.value === cards.expired) return { error: { message: 'Your card has expired.' } };
      if (input.value === cards.bank && !(await bankWindow()))
        return { error: { message: 'Your bank did not agree.' } };
      return { setupIntent: { payment_method: `pm_${input.value}` } };
    },
    async handleNextAction() {
      return (await bankWindow()) ? {} : { error: { message: 'Your bank did not agree.' } };
    },
  };
}
