import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../storage/database.js';
import { beganIn, whereSession, type SessionSelection } from './filters.js';

/** A column of `sessions` that is a column of `session_counts` too. */
export type Dimension =
  | 'month'
  | 'result'
  | 'trial'
  | 'billing_interval'
  | 'plan_id'
  | 'coupon_id'
  | 'pause_duration'
  | 'blueprint_id'
  | 'abtest'
  | 'survey_response'
  | 'presented'
  | 'reactivated';

/** Months since the year 0, in UTC, of the month that a date is in. */
function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function startOf(month: number): Date {
  return new Date(Date.UTC(Math.floor(month / 12), month % 12));
}

/** The span of whole months in another, and what is left of it before and after them. */
function inMonths(from: Date | undefined, to: Date | undefined) {
  const first = from && monthOf(from) + (startOf(monthOf(from)) < from ? 1 : 0);
  const end = to && monthOf(to);
  const isNone = first !== undefined && end !== undefined && first >= end;
  if (isNone) return { rests: [{ from, to }] };
  const head = from && first !== undefined && startOf(first) > from;
  const tail = to && end !== undefined && startOf(end) < to;
  return {
    whole: { first, end },
    rests: [
      ...(head ? [{ from, to: startOf(first) }] : []),
      ...(tail ? [{ from: startOf(end), to }] : []),
    ],
  };
}

/**
 * How many sessions there are of each group. Whole months are read from the counts that the database
 * keeps, and only what is left of a span from the sessions themselves.
 * @param by Has a property for each group; its values are expressions over the dimensions.
 */
export async function countSessions<Group extends object>(
  { query }: Pick<Database, 'query'>,
  selection: SessionSelection,
  by: { [Name in keyof Group]: RawBuilder<Group[Name]> },
): Promise<(Group & { count: number })[]> {
  const { from, to, customerId, conditions } = selection;
  const groups = Object.entries<RawBuilder<unknown>>(by);
  const picked = groups.map(([name, value]) => sql`${value} as ${sql.ref(name)},`);
  const all = sql.join(picked, sql` `);
  const { whole, rests } =
    customerId === undefined ? inMonths(from, to) : { rests: [{ from, to }] };
  const parts = rests.map(
    (rest) =>
      sql`select ${all} 1 as number from sessions
        where ${whereSession(selection, ...beganIn(rest.from, rest.to))}`,
  );
  if (whole) {
    const { first, end } = whole;
    const bounds = [
      ...(first === undefined ? [] : [sql<boolean>`month >= ${first}`]),
      ...(end === undefined ? [] : [sql<boolean>`month < ${end}`]),
    ];
    parts.push(sql`select ${all} sessions as number from session_counts
      where ${sql.join([sql`sessions > 0`, ...conditions, ...bounds], sql` and `)}`);
  }
  const names = groups.map(([name]) => sql.ref(name));
  const places = sql.join(groups.map((_, index) => sql.lit(index + 1)));
  const { rows } = await sql<Group & { count: number }>`
    select ${sql.join([...names, sql`coalesce(sum(number), 0)::integer as count`])}
    from (${sql.join(parts, sql` union all `)}) each
    ${groups.length > 0 ? sql`group by ${places} order by ${places}` : sql``}
  `.execute(query);
  return rows;
}
