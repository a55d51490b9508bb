import { defaultSettings } from '../settings/settings.js';
import type { Examples } from './examples.js';

/** What programs send and are answered, and whoever runs the service. */
export const programExamples: Examples = {
  'GET /v1/admin/flows': {
    answer: {
      flows: [
        {
          id: 'annual',
          name: 'Annual customers',
          primary: false,
          liveVersion: 1,
          revision: 2,
          unpublished: false,
          archivedAt: null,
          createdAt: '2026-11-15T15:00:00.000Z',
          updatedAt: '2026-11-15T15:00:00.000Z',
        },
      ],
    },
  },
  'POST /v1/admin/flows': {
    answer: {
      id: 'another',
      name: 'Another',
      primary: false,
      liveVersion: null,
      revision: 1,
      unpublished: true,
      archivedAt: null,
      createdAt: '2026-11-15T15:00:00.000Z',
      updatedAt: '2026-11-15T15:00:00.000Z',
      draft: {
        flow: { name: 'Another', steps: [{ id: 'sure', type: 'confirm', header: 'Another' }] },
        segment: null,
      },
    },
  },
  'GET /v1/admin/flows/:id': {
    answer: {
      id: 'annual',
      name: 'Annual customers',
      primary: false,
      liveVersion: 1,
      revision: 2,
      unpublished: false,
      archivedAt: null,
      createdAt: '2026-11-15T15:00:00.000Z',
      updatedAt: '2026-11-15T15:00:00.000Z',
      draft: {
        flow: {
          name: 'Annual customers',
          steps: [{ id: 'sure', type: 'confirm', header: 'Annual customers' }],
        },
        segment: null,
      },
    },
  },
  'PUT /v1/admin/flows/:id/draft': {
    answer: {
      id: 'annual',
      name: 'Changed',
      primary: false,
      liveVersion: 1,
      revision: 3,
      unpublished: true,
      archivedAt: null,
      createdAt: '2026-11-15T15:00:00.000Z',
      updatedAt: '2026-11-15T15:00:00.000Z',
      draft: {
        flow: { name: 'Changed', steps: [{ id: 'sure', type: 'confirm', header: 'Changed' }] },
        segment: null,
      },
    },
  },
  'POST /v1/admin/flows/:id/publish': {
    answer: {
      version: 2,
      name: 'Annual customers',
      live: true,
      publishedAt: '2026-11-15T15:00:00.000Z',
      flow: {
        id: 'annual',
        version: 2,
        name: 'Annual customers',
        steps: [{ id: 'sure', type: 'confirm', header: 'Annual customers' }],
      },
      segment: null,
    },
  },
  'GET /v1/admin/flows/:id/versions': {
    answer: {
      versions: [
        {
          version: 1,
          name: 'Annual customers',
          live: true,
          publishedAt: '2026-11-15T15:00:00.000Z',
        },
      ],
    },
  },
  'GET /v1/admin/flows/:id/versions/:version': {
    answer: {
      version: 1,
      name: 'Annual customers',
      live: true,
      publishedAt: '2026-11-15T15:00:00.000Z',
      flow: {
        id: 'annual',
        version: 1,
        name: 'Annual customers',
        steps: [{ id: 'sure', type: 'confirm', header: 'Annual customers' }],
      },
      segment: null,
    },
  },
  'POST /v1/admin/flows/:id/restore': {
    answer: {
      id: 'annual',
      name: 'Annual customers',
      primary: false,
      liveVersion: 1,
      revision: 3,
      unpublished: false,
      archivedAt: null,
      createdAt: '2026-11-15T15:00:00.000Z',
      updatedAt: '2026-11-15T15:00:00.000Z',
      draft: {
        flow: {
          name: 'Annual customers',
          steps: [{ id: 'sure', type: 'confirm', header: 'Annual customers' }],
        },
        segment: null,
      },
    },
  },
  'PUT /v1/admin/flows/:id/archived': {
    answer: {
      id: 'annual',
      name: 'Annual customers',
      primary: false,
      liveVersion: 1,
      revision: 2,
      unpublished: false,
      archivedAt: '2026-11-15T15:00:00.000Z',
      createdAt: '2026-11-15T15:00:00.000Z',
      updatedAt: '2026-11-15T15:00:00.000Z',
      draft: {
        flow: {
          name: 'Annual customers',
          steps: [{ id: 'sure', type: 'confirm', header: 'Annual customers' }],
        },
        segment: null,
      },
    },
  },
  'POST /v1/admin/flows/:id/preview': {
    answer: {
      token: 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.e30.c2lnbmF0dXJl',
      expiresAt: '2026-11-15T15:15:00.000Z',
    },
  },
  'PUT /v1/admin/flow-order': {
    answer: {
      flows: [
        {
          id: 'annual',
          name: 'Annual customers',
          primary: false,
          liveVersion: 1,
          revision: 2,
          unpublished: false,
          archivedAt: null,
          createdAt: '2026-11-15T15:00:00.000Z',
          updatedAt: '2026-11-15T15:00:00.000Z',
        },
      ],
    },
  },
  'PUT /v1/admin/primary-flow': {
    answer: {
      flows: [
        {
          id: 'annual',
          name: 'Annual customers',
          primary: true,
          liveVersion: 1,
          revision: 2,
          unpublished: false,
          archivedAt: null,
          createdAt: '2026-11-15T15:00:00.000Z',
          updatedAt: '2026-11-15T15:00:00.000Z',
        },
      ],
    },
  },
  'POST /v1/admin/flow-match': {
    answer: { flowId: 'everyone', version: 3, because: 'configured', segments: [] },
  },
  'GET /v1/admin/settings': {
    answer: {
      settings: defaultSettings,
      changes: {},
      revision: 0,
    },
  },
  'PUT /v1/admin/settings': {
    answer: {
      settings: defaultSettings,
      changes: {},
      revision: 1,
    },
  },
  'POST /v1/api/events/new': { answer: { ids: ['evt_4Zq0mC1n8rXw2KfTt9LbVg'] } },
  'POST /v1/api/events/bulk': { answer: { ids: ['evt_4Zq0mC1n8rXw2KfTt9LbVg'] } },
  'GET /healthz': { answer: { status: 'ok' } },
  'GET /readyz': { answer: { status: 'ok' } },
  'GET /v1/admin/flows/:id/languages': {
    answer: {
      revision: 2,
      locale: 'en',
      languages: [{ locale: 'de', manual: 1, automatic: 3, stale: [], missing: [] }],
    },
  },
  'POST /v1/admin/flows/:id/translate': {
    answer: {
      revision: 2,
      locale: 'en',
      languages: [{ locale: 'de', manual: 1, automatic: 3, stale: [], missing: [] }],
      made: { de: 3 },
      refused: [],
    },
  },
  'GET /dev/mailbox': {
    answer: {
      mails: [
        {
          to: 'robin@example.com',
          subject: 'Your verification code',
          text: 'Your verification code is 123456',
          sentAt: '2026-11-15T12:00:00.000Z',
        },
      ],
    },
  },
  'POST /verify': { body: { customerId: 'cus_1', apiKey: 'the API key' } },
  'GET /v1/admin/webhooks': {
    answer: [
      {
        id: 'whe_4Zq0mC1n8rXw2KfTt9LbVg',
        url: 'https://app.example.com/fairwell',
        createdAt: '2026-11-15T12:00:00.000Z',
      },
    ],
  },
  'POST /v1/admin/webhooks/:id/test': { answer: { deliveryId: 'dlv_4Zq0mC1n8rXw2KfTt9LbVg' } },
  'GET /v1/admin/deliveries': {
    answer: [
      {
        id: 'dlv_4Zq0mC1n8rXw2KfTt9LbVg',
        kind: 'webhook',
        state: 'pending',
        createdAt: '2026-11-15T12:00:00.000Z',
        nextAttemptAt: '2026-11-15T12:00:06.000Z',
        attempts: [
          { attempt: 1, at: '2026-11-15T12:00:00.000Z', status: 503, error: 'answered with 503' },
        ],
      },
    ],
  },
};
