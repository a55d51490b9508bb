import type { Examples } from './examples.js';

/** What pages send for customers, and what they are answered. */
export const customerExamples: Examples = {
  'POST /v1/events': { answer: { ids: ['evt_4Zq0mC1n8rXw2KfTt9LbVg'] } },
  'POST /v1/sessions': {
    answer: {
      id: 'ses_4Zq0mC1n8rXw2KfTt9LbVg',
      token: 'a-token-of-43-letters',
      mode: 'live',
      preview: false,
      customer: {
        id: 'cus_1',
        name: 'Robin Vale',
        email: 'robin@example.com',
        metadata: { team: 'blue' },
      },
      subscriptions: [
        {
          id: 'sub_1',
          items: [
            {
              price: {
                id: 'price_standard',
                name: 'Standard',
                amount: { value: 2900, currency: 'usd' },
                interval: 'month',
                intervalCount: 1,
              },
            },
          ],
          start: '2026-11-01T00:00:00.000Z',
          status: {
            name: 'active',
            currentPeriod: { end: '2026-12-01T00:00:00.000Z', start: '2026-11-01T00:00:00.000Z' },
          },
        },
      ],
      flow: {
        id: 'everyone',
        version: 3,
        steps: [
          {
            id: 'why',
            type: 'survey',
            header: 'Why, Robin of team blue?',
            choices: [
              {
                id: 'too_expensive',
                label: 'It costs too much',
                offer: {
                  type: 'discount',
                  couponId: 'SAVE30',
                  coupon: {
                    id: 'SAVE30',
                    name: '30% off for 3 months',
                    duration: 'repeating',
                    percentOff: 30,
                    durationInMonths: 3,
                  },
                },
                followUp: null,
              },
            ],
          },
          { id: 'sure', type: 'confirm' },
        ],
      },
      policy: { offers: true, prominentCancel: false },
      endsAt: '2026-12-01T00:00:00.000Z',
      stackCoupons: false,
      prorated: true,
    },
  },
  'POST /v1/sessions/:id/events': {
    body: { events: [{ sequence: 0, event: { type: 'closed', at: '2026-11-15T15:00:00.000Z' } }] },
  },
  'POST /v1/sessions/:id/actions': {
    body: { key: 'b3c1f6d2-5f0e-4a36', action: { type: 'cancel' } },
    answer: {
      outcome: { type: 'cancel', endsAt: '2026-12-01T00:00:00.000Z' },
      subscriptions: [
        {
          id: 'sub_1',
          items: [
            {
              price: {
                id: 'price_standard',
                name: 'Standard',
                amount: { value: 2900, currency: 'usd' },
                interval: 'month',
                intervalCount: 1,
              },
            },
          ],
          start: '2026-11-01T00:00:00.000Z',
          status: {
            name: 'active',
            currentPeriod: { end: '2026-12-01T00:00:00.000Z', start: '2026-11-01T00:00:00.000Z' },
          },
          cancelAt: '2026-12-01T00:00:00.000Z',
        },
      ],
    },
  },
  'GET /v1/sessions/:id': {
    answer: {
      id: 'ses_4Zq0mC1n8rXw2KfTt9LbVg',
      mode: 'live',
      preview: false,
      customerId: 'cus_1',
      flowId: 'everyone',
      flowVersion: 3,
      startedAt: '2026-11-15T15:00:00.000Z',
      usedClickToCancel: false,
      handledByHost: false,
      presentedOffers: [],
      steps: [],
    },
  },
  'POST /v1/retention/session': {
    body: { retention: { customer_id: 'cus_1' } },
    answer: { session: { id: 'ret_eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.c2lnbmF0dXJl' } },
  },
  'POST /v1/walls': {
    body: { kind: 'failedPayment' },
    answer: {
      token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.c2lnbmF0dXJl',
      customer: { id: 'cus_1', name: 'Robin Vale' },
      subscriptions: [
        {
          id: 'sub_1',
          items: [
            {
              price: {
                id: 'price_standard',
                name: 'Standard',
                amount: { value: 2900, currency: 'usd' },
                interval: 'month',
                intervalCount: 1,
              },
            },
          ],
          start: '2026-11-01T00:00:00.000Z',
          status: {
            name: 'active',
            currentPeriod: { end: '2026-12-01T00:00:00.000Z', start: '2026-11-01T00:00:00.000Z' },
          },
        },
      ],
      wall: {
        kind: 'failedPayment',
        subscriptionId: 'sub_1',
        invoice: {
          id: 'in_1',
          amountDue: { value: 2900, currency: 'usd' },
          since: '2026-11-01T01:00:00.000Z',
          attempted: true,
        },
        card: 'inPage',
        portal: true,
      },
    },
  },
  'POST /v1/walls/resume': {
    body: { key: 'b3c1f6d2-5f0e-4a36' },
    answer: {
      subscriptions: [
        {
          id: 'sub_1',
          items: [
            {
              price: {
                id: 'price_standard',
                name: 'Standard',
                amount: { value: 2900, currency: 'usd' },
                interval: 'month',
                intervalCount: 1,
              },
            },
          ],
          start: '2026-11-01T00:00:00.000Z',
          status: {
            name: 'active',
            currentPeriod: { end: '2026-12-01T00:00:00.000Z', start: '2026-11-01T00:00:00.000Z' },
          },
        },
      ],
    },
  },
  'POST /v1/walls/cancel': {
    body: { key: 'b3c1f6d2-5f0e-4a36' },
    answer: {
      subscriptions: [
        {
          id: 'sub_1',
          items: [
            {
              price: {
                id: 'price_standard',
                name: 'Standard',
                amount: { value: 2900, currency: 'usd' },
                interval: 'month',
                intervalCount: 1,
              },
            },
          ],
          start: '2026-11-01T00:00:00.000Z',
          status: {
            name: 'paused',
            pause: { end: '2027-01-10T00:00:00.000Z', start: '2026-11-10T00:00:00.000Z' },
            currentPeriod: { end: '2026-12-01T00:00:00.000Z', start: '2026-11-01T00:00:00.000Z' },
          },
          cancelAt: '2026-12-01T00:00:00.000Z',
        },
      ],
      endsAt: '2026-12-01T00:00:00.000Z',
    },
  },
  'POST /v1/cancellations/undo': {
    answer: {
      subscriptions: [
        {
          id: 'sub_1',
          items: [
            {
              price: {
                id: 'price_standard',
                name: 'Standard',
                amount: { value: 2900, currency: 'usd' },
                interval: 'month',
                intervalCount: 1,
              },
            },
          ],
          start: '2026-11-01T00:00:00.000Z',
          status: {
            name: 'active',
            currentPeriod: { end: '2026-12-01T00:00:00.000Z', start: '2026-11-01T00:00:00.000Z' },
          },
        },
      ],
    },
  },
  'POST /v1/walls/card': {
    answer: { publishableKey: 'pk_live_1', clientSecret: 'seti_1_secret_1' },
  },
  'POST /v1/walls/pay': {
    body: { key: 'b3c1f6d2-5f0e-4a36', invoiceId: 'in_1', paymentMethodId: 'pm_1' },
    answer: { status: 'paid' },
  },
  'POST /v1/walls/portal': {
    body: { returnUrl: 'https://app.example.com/account' },
    answer: { url: 'https://billing.stripe.com/p/session/1' },
  },
  'POST /v1/verifications': {
    body: { email: 'robin@example.com' },
    answer: {
      id: 'vrf_4Zq0mC1n8rXw2KfTt9LbVg',
      expiresAt: '2026-11-15T15:15:00.000Z',
      resendAfter: '2026-11-15T15:01:00.000Z',
    },
  },
  'POST /v1/verifications/:id/resend': {
    answer: {
      id: 'vrf_4Zq0mC1n8rXw2KfTt9LbVg',
      expiresAt: '2026-11-15T15:15:00.000Z',
      resendAfter: '2026-11-15T15:01:00.000Z',
    },
  },
  'POST /v1/verifications/:id/code': {
    body: { code: '123456' },
    answer: { session: 'verified_4Zq0mC1n8rXw2KfTt9LbVg' },
  },
};
