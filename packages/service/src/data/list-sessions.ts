import type { DataSession, Mode, SessionListQuery } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { sql, type RawBuilder } from 'kysely';
import { reportedModes } from '../sessions/reported-offers.js';
import type { Database } from '../storage/database.js';
import type { SessionRow } from '../storage/schema.js';
import { beganIn, selectionOf, whereSession } from './filters.js';

export interface SessionPage {
  sessions: DataSession[];
  /** Of the page that follows; undefined on the last. */
  next: string | undefined;
}

const defaultLimit = 100;
const maxLimit = 10_000;

const columns = [
  'id',
  'mode',
  'customer_id',
  'subscription_id',
  'provider',
  'blueprint_id',
  'abtest',
  'segment',
  'customer',
  'attributes',
  'result',
  'bounced',
  'used_click_to_cancel',
  'handled_by_host',
  'reactivated_at',
  'digest',
  'started_at',
  'ended_at',
] as const;

type Row = Pick<SessionRow, (typeof columns)[number]>;

/** A session that has come to its result, as data tells it. */
function dataSession(row: Row, org: string): DataSession {
  const { customer, digest, result, started_at, subscription_id: subscriptionId } = row;
  const settled = result ?? 'abort';
  return {
    _id: row.id,
    org,
    mode: reportedModes[row.mode],
    ...(row.provider !== null && { provider: row.provider.toUpperCase() }),
    blueprintId: row.blueprint_id,
    ...(row.segment && { segment: { name: row.segment.name } }),
    ...(row.abtest !== null && { abtest: row.abtest }),
    customer: {
      id: row.customer_id,
      ...(subscriptionId !== null && { subscriptionId }),
      ...customer,
    },
    ...(row.attributes && { customAttributes: row.attributes }),
    result: settled,
    aborted: settled === 'abort',
    canceled: settled === 'cancel',
    bounced: row.bounced,
    usedClickToCancel: row.used_click_to_cancel,
    handledByHost: row.handled_by_host,
    ...(row.reactivated_at && { reactivatedAt: row.reactivated_at.toISOString() }),
    ...(digest ?? { presentedOffers: [] }),
    createdAt: started_at.toISOString(),
    updatedAt: (row.ended_at ?? started_at).toISOString(),
  };
}

function encode({ started_at, id }: Pick<Row, 'started_at' | 'id'>): string {
  return Buffer.from(`${started_at.getTime()} ${id}`).toString('base64url');
}

/** That a session comes after the one that a cursor names. */
function after(cursor: string): RawBuilder<boolean> {
  const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const startedAt = new Date(/^\d{1,15}$/.test(time) ? Number(time) : NaN);
  if (Number.isNaN(startedAt.getTime()) || !/^[\w-]+$/.test(id))
    throw new FairwellError('invalid_request', 'querystring.cursor is none that was given out', {
      field: 'querystring.cursor',
    });
  return sql`(started_at, id) < (${startedAt}, ${id})`;
}

function readLimit(limit: string | undefined): number {
  const value = limit === undefined ? defaultLimit : Number(limit);
  if (value >= 1 && value <= maxLimit) return value;
  throw new FairwellError(
    'invalid_request',
    `querystring.limit must be from 1 to ${String(maxLimit)}`,
    { field: 'querystring.limit' },
  );
}

/**
 * Sessions that have come to their result, the latest first.
 * @param org Names the app.
 * @throws {FairwellError} that names the part of the query at fault.
 */
export async function listSessions(
  { query }: Pick<Database, 'query'>,
  org: string,
  mode: Mode,
  { limit, skip, cursor, ...filters }: SessionListQuery,
): Promise<SessionPage> {
  const selection = selectionOf(mode, filters);
  const size = readLimit(limit);
  const rows = await query
    .selectFrom('sessions')
    .select(columns)
    .where(
      whereSession(
        selection,
        ...beganIn(selection.from, selection.to),
        ...(cursor === undefined ? [] : [after(cursor)]),
      ),
    )
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .$if(skip !== undefined, (select) => select.offset(Number(skip)))
    .execute();
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    sessions: page.map((row) => dataSession(row, org)),
    next: last && encode(last),
  };
}

/** Undefined if there is none of this mode, or it is not part of the figures. */
export async function findSession(
  { query }: Pick<Database, 'query'>,
  org: string,
  mode: Mode,
  id: string,
): Promise<DataSession | undefined> {
  const row = await query
    .selectFrom('sessions')
    .select(columns)
    .where('id', '=', id)
    .where('mode', '=', mode)
    .where('result', 'is not', null)
    .where('report', '=', true)
    .where('preview', '=', false)
    .executeTakeFirst();
  return row && dataSession(row, org);
}
