import type { Mode, SaveType, SessionFilters, SessionResult } from '@fairwell/contract';
import { FairwellError } from '@fairwell/core';
import { sql, type RawBuilder } from 'kysely';

type Condition = RawBuilder<boolean>;

/** Which sessions are meant, read from a query. */
export interface SessionSelection {
  mode: Mode;
  /** What can be asked of a session and of a count of sessions alike. */
  conditions: readonly Condition[];
  /** Only sessions know whose they are. */
  customerId: string | undefined;
  /** Began then or later. */
  from: Date | undefined;
  /** Began earlier than that. */
  to: Date | undefined;
}

const results: Record<SaveType, SessionResult> = {
  DISCOUNT: 'discount',
  PAUSE: 'pause',
  PLAN_CHANGE: 'plan_change',
  TRIAL_EXTENSION: 'trial_extension',
  CONTACT: 'contact',
  REDIRECT: 'redirect',
  CUSTOM: 'custom',
  ABANDON: 'abort',
};

type Conditional = Exclude<keyof SessionFilters, 'startDate' | 'endDate' | 'customerId'>;

const isResult = (result: SessionResult, flag: string): Condition =>
  flag === 'true' ? sql`result = ${result}` : sql`result <> ${result}`;

const conditions: Record<Conditional, (value: string) => Condition> = {
  trial: (value) => sql`trial = ${value === 'true'}`,
  billingInterval: (value) => sql`billing_interval = ${value}`,
  planId: (value) => sql`plan_id = ${value}`,
  aborted: (value) => isResult('abort', value),
  canceled: (value) => isResult('cancel', value),
  offerType: (value) => sql`result = ${results[value as SaveType]}`,
  saveType: (value) => sql`result = ${results[value as SaveType]}`,
  couponId: (value) => sql`coupon_id = ${value}`,
  pauseDuration: (value) => sql`pause_duration = ${Number(value)}`,
  blueprintId: (value) => sql`blueprint_id = ${value}`,
  abtest: (value) => sql`abtest = ${value}`,
  bounced: (value) => sql`bounced = ${value === 'true'}`,
};

/** @throws {FairwellError} that names the field if a text is no date. */
export function readDate(value: string, field: string): Date {
  const date = new Date(value);
  if (Number.isNaN(date.getTime()))
    throw new FairwellError('invalid_request', `${field} must be a date in ISO 8601`, { field });
  return date;
}

/** @throws {FairwellError} that names the filter at fault. */
export function selectionOf(mode: Mode, filters: SessionFilters): SessionSelection {
  const { startDate, endDate, customerId, ...rest } = filters;
  // Sessions that a more relevant one stands for are left out unless they are asked for.
  const asked = Object.entries({ bounced: 'false', ...rest }) as [Conditional, string][];
  return {
    mode,
    conditions: [sql`mode = ${mode}`, ...asked.map(([name, value]) => conditions[name](value))],
    customerId,
    from: startDate === undefined ? undefined : readDate(startDate, 'querystring.startDate'),
    to: endDate === undefined ? undefined : readDate(endDate, 'querystring.endDate'),
  };
}

/** Has come to its result, and is part of the figures. */
const counts: Condition = sql`result is not null and report and not preview`;

/** For `where`, on `sessions`. */
export function whereSession(
  { conditions, customerId }: SessionSelection,
  ...more: readonly Condition[]
): Condition {
  const whose = customerId === undefined ? [] : [sql<boolean>`customer_id = ${customerId}`];
  return sql.join([counts, ...conditions, ...whose, ...more], sql` and `);
}

/** That a session began in a span, of which either end may be open. */
export function beganIn(from: Date | undefined, to: Date | undefined): Condition[] {
  return [
    ...(from ? [sql<boolean>`started_at >= ${from}`] : []),
    ...(to ? [sql<boolean>`started_at < ${to}`] : []),
  ];
}
