import type { Customer, SessionResult, WebhookSession } from '@fairwell/contract';

const happened: Record<SessionResult, string> = {
  abort: 'left the cancel flow without a decision',
  cancel: 'cancelled',
  discount: 'accepted a discount',
  pause: 'paused',
  plan_change: 'changed the plan',
  trial_extension: 'extended the trial',
  contact: 'asked for help',
  redirect: 'followed a link out of the cancel flow',
  custom: 'accepted an offer',
};

/** Longest line that is told of somebody's words. */
const maxLine = 1000;

/** One line, however somebody wrote it. */
function inline(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > maxLine ? `${line.slice(0, maxLine)}…` : line;
}

function offerLine({ acceptedOffer: offer }: WebhookSession): string | undefined {
  if (!offer) return undefined;
  const { couponId, pauseDuration, pauseInterval, pauseEndDate, newPlanId } = offer;
  const { trialExtensionDays, redirectUrl } = offer;
  const pause =
    pauseDuration === undefined
      ? pauseEndDate && `until ${pauseEndDate}`
      : `${pauseDuration} × ${pauseInterval?.toLowerCase()}`;
  const days = trialExtensionDays === undefined ? undefined : `${trialExtensionDays} days`;
  return [couponId, pause, newPlanId, days, redirectUrl].find((each) => each !== undefined);
}

/** What is told of a session in words: what happened, and what is known about it. */
export function alertText(
  session: WebhookSession,
  customer: Customer,
): { subject: string; lines: string[] } {
  const { result, mode, subscriptionId, surveyResponse } = session;
  const { followupQuestion, followupResponse, feedback } = session;
  const name = customer.name ?? customer.email ?? customer.id;
  const label = mode === 'LIVE' ? '' : `[${mode.toLowerCase()}] `;
  const known: [label: string, value: string | undefined][] = [
    ['Customer', [customer.name, customer.email, customer.id].filter(Boolean).join(', ')],
    ['Subscription', subscriptionId],
    ['Offer', offerLine(session)],
    ['Reason', surveyResponse],
    [followupQuestion ?? 'More', followupResponse],
    ['In their words', feedback],
    ['Session', session.id],
  ];
  return {
    subject: `${label}${inline(name).slice(0, 100)} ${happened[result]}`,
    lines: known.flatMap(([title, value]) => (value ? [`${inline(title)}: ${inline(value)}`] : [])),
  };
}
