/** The parts that steps and offers show: re-exported by whatever shows one, so that one stylesheet themes all. */
export const stepParts = [
  'step',
  'survey-step',
  'follow-up-step',
  'feedback-step',
  'confirm-step',
  'progress-step',
  'complete-step',
  'error-step',
  'discount-step',
  'pause-step',
  'plan-change-step',
  'trial-extension-step',
  'contact-step',
  'redirect-step',
  'custom-step',
  'header',
  'heading',
  'description',
  'body',
  'footer',
  'back-button',
  'primary-button',
  'secondary-button',
  'danger-button',
  'text-button',
  'option',
  'option-label',
  'option-input',
  'input',
  'textarea',
  'counter',
  'badge',
  'price',
  'price-before',
  'notice',
  'plan',
  'plan-name',
  'plan-tagline',
  'plan-features',
  'alert',
] as const;

/** The parts of the frame around a step. */
export const frameParts = ['overlay', 'modal', 'brand-image', 'close-button'] as const;

/** The slots of a flow. */
export const flowSlots = ['brand-image', 'confirm-extra', 'footer-note'] as const;
