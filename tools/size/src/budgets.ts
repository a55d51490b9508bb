/** One KB is 1000 bytes. */
export const kilobyte = 1000;

export const button = 'dist/define/cancel-button.js';

/** What is loaded on the way from the button through survey, discount, feedback and confirmation. */
export const defaultFlow: readonly string[] = [
  button,
  ...[
    'cancel-flow',
    'survey-step',
    'discount-offer',
    'feedback-step',
    'confirm-step',
    'progress-step',
    'complete-step',
    'error-step',
  ].map((name) => `dist/define/${name}.js`),
];

/** In KB, minified and gzipped. */
export const limits = { button: 9, defaultFlow: 24, furtherOffer: 3, language: 4 } as const;

/** Modules that are each loaded only by who needs them; the first group names one. */
export const lazyModules: readonly { what: string; pattern: RegExp; limit: number }[] = [
  { what: 'offer', pattern: /dist\/define\/(.+)-offer\.js$/, limit: limits.furtherOffer },
  { what: 'language', pattern: /dist\/localization\/locales\/(.+)\.js$/, limit: limits.language },
];
