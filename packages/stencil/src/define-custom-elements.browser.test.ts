import { expect, it } from 'vitest';
import { defineCustomElements } from './index.js';

it('registers the elements that are named, and no other', async () => {
  await defineCustomElements(['fw-email-step']);
  expect(customElements.get('fw-email-step')).toBeDefined();
  expect(customElements.get('fw-pause-offer')).toBeUndefined();
});

it('registers every element, and can be called again', async () => {
  await Promise.all([defineCustomElements(), defineCustomElements()]);
  await defineCustomElements(['fw-survey-step']);
  expect(customElements.get('fw-survey-step')).toBeDefined();
  expect(customElements.get('fw-failed-payment-wall')).toBeDefined();
});
