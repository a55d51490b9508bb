/** What is asked of the sessions. */
export interface DataRequest {
  what: string;
  path: string;
  kind: 'aggregation' | 'list';
}

const day = 24 * 60 * 60 * 1000;
/** Neither at the beginning of a month nor of a day. */
const ago = (days: number): string => new Date(Date.now() - days * day).toISOString();

const aggregation = (what: string, query: string): DataRequest => ({
  what: `aggregation, ${what}`,
  path: `/v1/data/session-aggregation?${query}`,
  kind: 'aggregation',
});
const list = (what: string, query: string): DataRequest => ({
  what: `list, ${what}`,
  path: `/v1/data/sessions?${query}`,
  kind: 'list',
});

export const requests: readonly DataRequest[] = [
  aggregation('month and what was accepted', 'breakdown=month-saveType'),
  aggregation(
    'month, reason, billing interval, plan',
    'breakdown=month-surveyResponse-billingInterval-planId',
  ),
  aggregation(
    'reasons of a span',
    `breakdown=surveyResponse&startDate=${ago(400)}&endDate=${ago(45)}`,
  ),
  aggregation('one customer', 'breakdown=saveType&customerId=cus_77'),
  { what: 'figures of all', path: '/v1/data/metrics', kind: 'aggregation' },
  list('the latest 100', ''),
  list('100 that took a discount on a plan', 'couponId=SAVE1&planId=price_5'),
  list('100 from long ago', `endDate=${ago(600)}`),
  list('none, of what there is not', 'couponId=SAVE1&pauseDuration=2'),
];
