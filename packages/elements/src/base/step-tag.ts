import { msg } from '../localization/localization.js';

const yourFeedback = (): string => msg('Your feedback', { id: 'surveyStepTag' });
const help = (): string => msg('Help', { id: 'helpTag' });

/** What a step is about, in a word or two; of some there is nothing to say that their heading does not. */
const tags: Readonly<Record<string, () => string>> = {
  'survey-step': yourFeedback,
  'follow-up-step': yourFeedback,
  'feedback-step': yourFeedback,
  'discount-step': () => msg('Our offer', { id: 'offerDiscountTag' }),
  'pause-step': () => msg('A break', { id: 'offerPauseTag' }),
  'plan-change-step': () => msg('Another plan', { id: 'planUnnamed' }),
  'trial-extension-step': () => msg('More time', { id: 'offerExtendTrialTag' }),
  'contact-step': help,
  'redirect-step': help,
  'confirm-step': () => msg('Confirmation', { id: 'confirmTag' }),
};

/** The tag above the heading of a step of this kind. */
export function stepTag(kind: string): string | undefined {
  return tags[kind]?.();
}
