import { expect, it } from 'vitest';
import { feedbackFor } from './feedback.js';

it.each([
  ['too_expensive', 'too_expensive'],
  ['budget', 'too_expensive'],
  ['missing-features', 'missing_features'],
  ['switched_service', 'switched_service'],
  ['not-using', 'unused'],
  ['too_complex', 'too_complex'],
  ['low_quality', 'low_quality'],
  ['customer_service', 'customer_service'],
  ['moving-house', 'other'],
])('the choice "%s" is Stripe\'s "%s"', (choice, feedback) => {
  expect(feedbackFor(choice)).toBe(feedback);
});
