/** What is answered to each credential. */
type Answers = Partial<Record<'none' | 'wrong' | 'otherMode' | 'adminKey' | 'right', string>>;

interface DataRow {
  needs: 'dataKey';
  path?: (given: { session?: { id: string } }) => string;
  body?: () => unknown;
  answers: Answers;
}

/** A key of another mode reads and writes what is of its own mode. */
function answers(right: string, otherMode = right): Answers {
  return {
    none: '401 credential_missing',
    wrong: '401 token_invalid',
    adminKey: '403 forbidden',
    otherMode,
    right,
  };
}

const reading = (): DataRow => ({ needs: 'dataKey', answers: answers('200') });
const writing = (body: unknown, right: string): DataRow => ({
  needs: 'dataKey',
  body: () => body,
  answers: answers(right),
});

const event = { event: 'Post Created', customerId: 'cus_monthly' };
const users = {
  customerId: 'cus_monthly',
  users: [
    { userId: 'u_1', data: { name: 'Robin Vale', email: 'r@example.com', billingAdmin: true } },
  ],
};

/** Who may use the data endpoints. The session is one that has come to its result, in live mode. */
export const dataRows: Record<string, DataRow> = {
  'GET /v1/data/sessions': reading(),
  'GET /v1/data/sessions/:id': {
    needs: 'dataKey',
    path: ({ session }) => `/v1/data/sessions/${session?.id}`,
    answers: answers('200', '404 session_unknown'),
  },
  'GET /v1/data/session-aggregation': reading(),
  'GET /v1/data/metrics': reading(),
  'POST /v1/data/dsr/access': writing({ customerId: 'cus_monthly' }, '200'),
  'POST /v1/data/dsr/delete': writing({ customerId: 'cus_monthly' }, '200'),
  'POST /v1/api/events/new': writing(event, '201'),
  'POST /v1/api/events/bulk': writing([event], '201'),
  'POST /v1/api/events/customer-update': writing({ uid: 'team_7' }, '204'),
  'POST /v1/api/events/customer-update/set-users': writing(users, '204'),
  'POST /v1/api/events/customer-update/set-users/bulk': writing([users], '204'),
};
