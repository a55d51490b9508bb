import { Breakdown, type SessionCount, type SessionFilters, type Mode } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../storage/database.js';
import { countSessions } from './count-sessions.js';
import { selectionOf } from './filters.js';

const breakdowns = Breakdown.anyOf.map(({ const: name }) => name);

function isBreakdown(name: string): name is Breakdown {
  return breakdowns.some((each) => each === name);
}

/** What each group is read from. */
const groups: { [B in Breakdown]: RawBuilder<unknown> } = {
  month: sql`month`,
  trial: sql`trial`,
  billingInterval: sql`billing_interval`,
  planId: sql`plan_id`,
  aborted: sql`(result = 'abort')`,
  canceled: sql`(result = 'cancel')`,
  offerType: sql`case when result not in ('abort', 'cancel') then upper(result) end`,
  saveType: sql`case result when 'abort' then 'ABANDON' when 'cancel' then null else upper(result) end`,
  couponId: sql`coupon_id`,
  pauseDuration: sql`pause_duration`,
  blueprintId: sql`blueprint_id`,
  abtest: sql`abtest`,
  surveyResponse: sql`survey_response`,
};

function readBreakdown(text: string | undefined): Breakdown[] {
  if (text === undefined) return [];
  return [...new Set(text.split('-'))].map((name) => {
    if (isBreakdown(name)) return name;
    throw new FairwellError(
      'invalid_request',
      `querystring.breakdown must be of ${breakdowns.join(', ')}, joined by "-"`,
      { field: 'querystring.breakdown' },
    );
  });
}

function monthName(month: number): string {
  const [year, of] = [Math.floor(month / 12), (month % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(of).padStart(2, '0')}`;
}

type Row = Omit<SessionCount, 'month'> & { month?: number };

/**
 * How many sessions there are, broken down by what the query says, in order.
 * @throws {FairwellError} that names the part of the query at fault.
 */
export async function aggregateSessions(
  database: Pick<Database, 'query'>,
  mode: Mode,
  { breakdown, ...filters }: SessionFilters & { breakdown?: string | undefined },
): Promise<SessionCount[]> {
  const by = Object.fromEntries(readBreakdown(breakdown).map((name) => [name, groups[name]]));
  const rows: Row[] = await countSessions(database, selectionOf(mode, filters), by);
  return rows.map(({ month, count, ...row }) => ({
    ...row,
    ...(month !== undefined && { month: monthName(month) }),
    count,
  }));
}
