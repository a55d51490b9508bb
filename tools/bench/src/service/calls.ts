import { tokenFor } from './seeds.ts';

export const kinds = ['start', 'event', 'action'] as const;
export type Kind = (typeof kinds)[number];

/** One request, a POST of JSON. */
export interface Call {
  kind: Kind;
  path: string;
  token: string;
  body: object;
}

/** What is known of a session that was started. */
export interface Session {
  id: string;
  token: string;
}

export const start = (customerId: string): Call => ({
  kind: 'start',
  path: '/v1/sessions',
  token: tokenFor(customerId),
  body: { customerId },
});

/** @param sequence Which of the session's events it is, from 0. */
export const event = ({ id, token }: Session, sequence: number): Call => ({
  kind: 'event',
  path: `/v1/sessions/${id}/events`,
  token,
  body: {
    events: [
      { sequence, event: { type: 'stepViewed', stepId: 'why', at: new Date().toISOString() } },
    ],
  },
});

export const action = ({ id, token }: Session): Call => ({
  kind: 'action',
  path: `/v1/sessions/${id}/actions`,
  token,
  body: { key: `${id}-once`, action: { type: 'cancel' } },
});

export function headersOf({ token }: Call): Record<string, string> {
  return { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
}
