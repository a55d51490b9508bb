import { createHash } from 'node:crypto';
import type { Database } from '@fairwell/service';
import { sql } from 'kysely';

/** Sessions that are written by one statement. */
const batch = 100_000;

/** Of the months that the sessions are spread over, which end with this one. */
const months = 24;

export const dataKey = 'data_sandbox_of_the_bench';

/**
 * Sessions of as many customers as half of them, over two years, at random but the same each time:
 * every eleventh bounced, in ten results, on twelve plans, for eight reasons.
 */
export async function seedSessions({ query }: Database, count: number): Promise<void> {
  await query
    .insertInto('api_keys')
    .values({
      id: 'key_bench',
      kind: 'data',
      mode: 'sandbox',
      hash: createHash('sha256').update(dataKey).digest('hex'),
      created_at: new Date(),
    })
    .execute();
  const span = months * 30 * 24 * 60 * 60;
  await sql`select setseed(0.5)`.execute(query);
  for (let done = 0; done < count; done += batch)
    await sql`
      insert into sessions (id, token_hash, mode, preview, report, customer_id, flow_id,
        flow_version, flow, started_at, ended_at, result, bounced, provider, customer, presented,
        digest)
      select 'ses_' || md5(number::text), '', 'sandbox', false, true, 'cus_' || number / 2,
        'everyone', 1 + number * 8 / ${count}::integer, '{"id":"everyone","steps":[]}', began,
        began + interval '1 minute', result, number % 11 = 0, 'sandbox',
        jsonb_build_object('email', 'c' || number / 2 || '@example.com', 'planId',
          'price_' || plan, 'planPrice', 2900, 'currency', 'usd', 'subscriptionId',
          'sub_' || number / 2, 'billingInterval', (array['MONTH', 'MONTH', 'YEAR', 'WEEK'])
          [1 + plan % 4], 'billingIntervalCount', 1, 'trial', number % 9 = 0),
        case reason % 3 when 0 then 'PAUSE' when 1 then 'DISCOUNT,PAUSE' else '' end,
        jsonb_build_object('surveyId', 'why', 'surveyChoiceId', 'reason_' || reason,
          'surveyChoiceValue', 'A reason as long as reasons are, number ' || reason, 'feedback',
          'What somebody writes who leaves, about as much as people write on average.',
          'presentedOffers', jsonb_build_array(jsonb_build_object('guid', 'why/reason_1',
            'offerType', 'PAUSE', 'accepted', false, 'presentedAt', began)),
          'acceptedOffer', case result
            when 'pause' then jsonb_build_object('offerType', 'PAUSE', 'guid', 'why/reason_1',
              'pauseInterval', 'MONTH', 'pauseDuration', 1 + plan % 3)
            when 'discount' then jsonb_build_object('offerType', 'DISCOUNT', 'guid',
              'why/reason_2', 'couponId', 'SAVE' || plan % 4) end)
      from (
        select number, (random() * 11)::integer as plan, (random() * 7)::integer as reason,
          (array['cancel', 'cancel', 'cancel', 'pause', 'discount', 'abort', 'abort',
            'plan_change', 'contact', 'redirect'])[1 + (random() * 9)::integer] as result,
          date_trunc('milliseconds', now() - (${count}::integer - number)
            * (${span}::double precision / ${count}::integer) * interval '1 second') as began
        from generate_series(${done + 1}::integer, ${Math.min(done + batch, count)}::integer) number
      ) each`.execute(query);
  await sql`vacuum analyze sessions, session_counts`.execute(query);
}
