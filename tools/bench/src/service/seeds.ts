import type { Flow, Price } from '@fairwell/contract';
import { signSessionToken } from '@fairwell/node';
import type { SandboxData } from '@fairwell/service';

export const appId = 'bench';
export const secret = 'a secret of at least thirty-two bytes';

const day = 24 * 60 * 60 * 1000;

const price = (id: string, name: string, value: number): Price => ({
  id,
  name,
  amount: { value, currency: 'usd' },
  interval: 'month',
  intervalCount: 1,
});
const standard = price('price_standard', 'Standard', 2900);
const lite = price('price_lite', 'Lite', 900);

export const flow: Flow = {
  id: 'bench',
  steps: [
    {
      id: 'why',
      type: 'survey',
      choices: [
        {
          id: 'budget',
          label: 'It costs too much',
          offer: { type: 'discount', couponId: 'SAVE30' },
        },
        {
          id: 'unused',
          label: 'I do not use it enough',
          offer: { type: 'pause', maxLength: 3, interval: 'month' },
        },
        {
          id: 'less',
          label: 'I need less',
          offer: { type: 'planChange', options: [{ priceId: lite.id, nickname: 'Lite' }] },
        },
        { id: 'other', label: 'Another reason' },
      ],
    },
    { id: 'words', type: 'feedback' },
    { id: 'sure', type: 'confirm' },
  ],
};

export const tokenFor = (customerId: string): string =>
  signSessionToken({ appId, customerId, mode: 'sandbox' }, secret);

/** Customers of these ids, each in the middle of a month that is paid for. */
export function sandboxData(customerIds: readonly string[]): SandboxData {
  const start = new Date(Date.now() - 15 * day).toISOString();
  const end = new Date(Date.now() + 15 * day).toISOString();
  return {
    prices: [standard, lite],
    coupons: [{ id: 'SAVE30', percentOff: 30, duration: 'repeating', durationInMonths: 3 }],
    customers: customerIds.map((id) => ({ id, name: 'Robin Vale' })),
    subscriptions: customerIds.map((customerId) => ({
      id: `sub_of_${customerId}`,
      customerId,
      start,
      status: { name: 'active', currentPeriod: { start, end } },
      items: [{ price: standard }],
    })),
  };
}
