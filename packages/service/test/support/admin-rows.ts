import { draftNamed } from './admin.js';

/** What is answered to each credential. */
type Answers = Partial<Record<'none' | 'wrong' | 'otherMode' | 'dataKey' | 'right', string>>;

interface AdminRow {
  needs: 'adminKey';
  path?: () => string;
  body?: () => unknown;
  answers: Answers;
}

/** A key of another mode finds what that mode has, which is nothing. */
const admin: Answers = {
  none: '401 credential_missing',
  wrong: '401 token_invalid',
  otherMode: '404 not_found',
  dataKey: '403 forbidden',
};

/** An id that is of nothing. */
const nobodys = (prefix: string): string => `${prefix}_${'A'.repeat(22)}`;

/** Who may use the admin endpoints. There is a published flow "stored". */
export const adminRows: Record<string, AdminRow> = {
  'GET /v1/admin/flows': {
    needs: 'adminKey',
    answers: { ...admin, otherMode: '200', right: '200' },
  },
  'POST /v1/admin/flows': {
    needs: 'adminKey',
    body: () => ({ id: 'another', draft: draftNamed('Another') }),
    answers: { ...admin, otherMode: '201', right: '201' },
  },
  'GET /v1/admin/flows/:id': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored',
    answers: { ...admin, right: '200' },
  },
  'PUT /v1/admin/flows/:id/draft': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/draft',
    body: () => ({ revision: 2, draft: draftNamed('Changed') }),
    answers: { ...admin, right: '200' },
  },
  'POST /v1/admin/flows/:id/publish': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/publish',
    body: () => ({ revision: 2 }),
    answers: { ...admin, right: '201' },
  },
  'GET /v1/admin/flows/:id/versions': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/versions',
    answers: { ...admin, right: '200' },
  },
  'GET /v1/admin/flows/:id/versions/:version': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/versions/1',
    answers: { ...admin, right: '200' },
  },
  'POST /v1/admin/flows/:id/restore': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/restore',
    body: () => ({ version: 1, revision: 2 }),
    answers: { ...admin, right: '200' },
  },
  'PUT /v1/admin/flows/:id/archived': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/archived',
    body: () => ({ archived: true }),
    answers: { ...admin, right: '200' },
  },
  'POST /v1/admin/flows/:id/preview': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/preview',
    body: () => ({}),
    answers: { ...admin, right: '201' },
  },
  'GET /v1/admin/flows/:id/languages': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/languages',
    answers: { ...admin, right: '200' },
  },
  'POST /v1/admin/flows/:id/translate': {
    needs: 'adminKey',
    path: () => '/v1/admin/flows/stored/translate',
    body: () => ({ revision: 2, locales: ['de'] }),
    // Here is no translator, which is said before a flow is looked for.
    answers: {
      ...admin,
      otherMode: '409 action_unsupported',
      right: '409 action_unsupported',
    },
  },
  'PUT /v1/admin/flow-order': {
    needs: 'adminKey',
    body: () => ({ ids: ['stored'] }),
    answers: { ...admin, otherMode: '400 invalid_request', right: '200' },
  },
  'PUT /v1/admin/primary-flow': {
    needs: 'adminKey',
    body: () => ({ id: 'stored' }),
    answers: { ...admin, right: '200' },
  },
  'POST /v1/admin/flow-match': {
    needs: 'adminKey',
    body: () => ({ customerId: 'cus_monthly' }),
    // In the other mode the customer has no subscription.
    answers: { ...admin, otherMode: '404 subscription_unknown', right: '200' },
  },
  'GET /v1/admin/settings': {
    needs: 'adminKey',
    answers: { ...admin, otherMode: '200', right: '200' },
  },
  'PUT /v1/admin/settings': {
    needs: 'adminKey',
    body: () => ({ changes: {}, revision: 0 }),
    answers: { ...admin, otherMode: '200', right: '200' },
  },
  'GET /v1/admin/webhooks': {
    needs: 'adminKey',
    answers: { ...admin, otherMode: '200', right: '200' },
  },
  'POST /v1/admin/webhooks': {
    needs: 'adminKey',
    body: () => ({ url: 'https://app.example.com/fairwell' }),
    answers: { ...admin, otherMode: '201', right: '201' },
  },
  'DELETE /v1/admin/webhooks/:id': {
    needs: 'adminKey',
    path: () => `/v1/admin/webhooks/${nobodys('whe')}`,
    answers: { ...admin, otherMode: '404 not_found', right: '404 not_found' },
  },
  'POST /v1/admin/webhooks/:id/rotate': {
    needs: 'adminKey',
    path: () => `/v1/admin/webhooks/${nobodys('whe')}/rotate`,
    answers: { ...admin, otherMode: '404 not_found', right: '404 not_found' },
  },
  'POST /v1/admin/webhooks/:id/test': {
    needs: 'adminKey',
    path: () => `/v1/admin/webhooks/${nobodys('whe')}/test`,
    answers: { ...admin, otherMode: '404 not_found', right: '404 not_found' },
  },
  'GET /v1/admin/deliveries': {
    needs: 'adminKey',
    answers: { ...admin, otherMode: '200', right: '200' },
  },
  'POST /v1/admin/deliveries/replay': {
    needs: 'adminKey',
    answers: { ...admin, otherMode: '200', right: '200' },
  },
  'POST /v1/admin/deliveries/:id/replay': {
    needs: 'adminKey',
    path: () => `/v1/admin/deliveries/${nobodys('dlv')}/replay`,
    answers: { ...admin, otherMode: '404 not_found', right: '404 not_found' },
  },
};
