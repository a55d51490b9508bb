import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What sessions are filtered and grouped by, each a column of `sessions` and of `session_counts`. */
const dimensions = [
  'mode',
  'month',
  'result',
  'bounced',
  'trial',
  'billing_interval',
  'plan_id',
  'coupon_id',
  'pause_duration',
  'blueprint_id',
  'abtest',
  'survey_response',
  'presented',
  'reactivated',
].join(', ');

const counted = 'result is not null and report and not preview';

const change = { added: 1, removed: -1 };
type Side = keyof typeof change;

/** Adds to the counts what a statement changed, group by group in one order, so that two never lock each other out. */
function countSessions(event: 'insert' | 'update' | 'delete', sides: readonly Side[]): string[] {
  const rows = sides.map(
    (side) => `select ${dimensions}, ${change[side]} as change from ${side} where ${counted}`,
  );
  const tables = { added: 'new table as added', removed: 'old table as removed' };
  return [
    `create function count_sessions_on_${event}() returns trigger language plpgsql as $$
      begin
        insert into session_counts (${dimensions}, sessions)
        select ${dimensions}, sum(change) from (${rows.join(' union all ')}) each
        group by ${dimensions} having sum(change) <> 0 order by ${dimensions}
        on conflict (${dimensions})
          do update set sessions = session_counts.sessions + excluded.sessions;
        return null;
      end $$`,
    `create trigger count_sessions_on_${event} after ${event} on sessions
      referencing ${sides.map((side) => tables[side]).join(' ')}
      for each statement execute function count_sessions_on_${event}()`,
  ];
}

const texts = ['billing_interval', 'plan_id', 'coupon_id', 'blueprint_id', 'survey_response'];

const statements = [
  // What was seen and said is kept out of the way, so that filters read only what they ask for.
  `alter table sessions set (toast_tuple_target = 256)`,
  `alter table sessions
    add column provider text,
    add column customer jsonb,
    add column digest jsonb,
    add column bounced boolean not null default false,
    add column presented text not null default '',
    add column abtest text,
    add column email text generated always as (lower(customer ->> 'email')) stored,
    add column trial boolean generated always as ((customer ->> 'trial')::boolean) stored,
    add column billing_interval text generated always as (customer ->> 'billingInterval') stored,
    add column plan_id text generated always as (customer ->> 'planId') stored,
    add column coupon_id text
      generated always as (digest -> 'acceptedOffer' ->> 'couponId') stored,
    add column pause_duration integer
      generated always as ((digest -> 'acceptedOffer' ->> 'pauseDuration')::integer) stored,
    add column survey_response text generated always as (digest ->> 'surveyChoiceValue') stored,
    add column blueprint_id text
      generated always as (flow_id || coalesce('.' || flow_version, '')) stored,
    add column reactivated boolean generated always as (reactivated_at is not null) stored,
    add column month integer generated always as (
      (extract(year from started_at at time zone 'UTC') * 12
        + extract(month from started_at at time zone 'UTC') - 1)::integer
    ) stored`,
  ...texts.map((name) => `alter table sessions alter column ${name} set storage main`),
  `create table session_counts (
    mode text not null,
    month integer not null,
    result text not null,
    bounced boolean not null,
    trial boolean,
    billing_interval text,
    plan_id text,
    coupon_id text,
    pause_duration integer,
    blueprint_id text not null,
    abtest text,
    survey_response text,
    presented text not null,
    reactivated boolean not null,
    sessions integer not null,
    unique nulls not distinct (${dimensions})
  )`,
  `insert into session_counts (${dimensions}, sessions)
    select ${dimensions}, count(*) from sessions where ${counted} group by ${dimensions}`,
  ...countSessions('insert', ['added']),
  ...countSessions('update', ['added', 'removed']),
  ...countSessions('delete', ['removed']),
  `create index sessions_in_order on sessions (mode, started_at desc, id desc) where ${counted}`,
  ...['coupon_id', 'abtest', 'blueprint_id', 'plan_id'].map(
    (
      name,
    ) => `create index sessions_by_${name} on sessions (mode, ${name}, started_at desc, id desc)
      where ${counted} and ${name} is not null`,
  ),
  `create index sessions_by_email on sessions (mode, email) where email is not null`,
  `create index sessions_open on sessions (started_at) where result is null`,
  `create index actions_of_customer on actions (mode, customer_id)`,
  `create table customer_events (
    id text primary key,
    mode text not null check (mode in ('live', 'test', 'sandbox')),
    customer_id text,
    uid text,
    user_uid text,
    event text not null,
    data jsonb,
    occurred_at timestamptz not null,
    received_at timestamptz not null
  )`,
  `create index customer_events_by_customer on customer_events (mode, customer_id, occurred_at)
    where customer_id is not null`,
  `create index customer_events_by_uid on customer_events (mode, uid, occurred_at)
    where uid is not null`,
  `create table customer_profiles (
    id text primary key,
    mode text not null check (mode in ('live', 'test', 'sandbox')),
    customer_id text,
    uid text,
    data jsonb not null,
    updated_at timestamptz not null,
    unique (mode, customer_id),
    unique (mode, uid)
  )`,
  `create index customer_profiles_by_email
    on customer_profiles (mode, lower(data ->> 'email')) where data ? 'email'`,
  `create table customer_users (
    profile_id text not null references customer_profiles on delete cascade,
    mode text not null,
    user_id text not null,
    data jsonb not null,
    updated_at timestamptz not null,
    primary key (profile_id, user_id)
  )`,
  `create index customer_users_by_email
    on customer_users (mode, lower(data ->> 'email')) where data ? 'email'`,
];

export const data: Migration = {
  async up(database: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(database);
  },
};
