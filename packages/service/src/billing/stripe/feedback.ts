import type Stripe from 'stripe';

type Feedback = Stripe.SubscriptionUpdateParams.CancellationDetails.Feedback;

/** What a survey choice's id says of the reason; the first that fits. Stripe's own words are among them. */
const reasons: readonly (readonly [RegExp, Feedback])[] = [
  [/expensive|price|pricing|cost|budget|afford/, 'too_expensive'],
  [/missing|feature/, 'missing_features'],
  [/switch|competitor|alternative/, 'switched_service'],
  [/unused|not_us|no_need|need_less|no_time/, 'unused'],
  [/complex|complicated|hard|difficult/, 'too_complex'],
  [/quality|bug|slow|technical/, 'low_quality'],
  [/customer_service|support/, 'customer_service'],
];

/** Stripe's feedback for a survey choice: `other` where its id says nothing that Stripe has a word for. */
export function feedbackFor(choiceId: string): Feedback {
  const id = choiceId.toLowerCase().replaceAll('-', '_');
  return reasons.find(([pattern]) => pattern.test(id))?.[1] ?? 'other';
}
