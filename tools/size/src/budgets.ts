/** One KB is 1000 bytes. */
export const kilobyte = 1000;

export const button = 'dist/define/cancel-button.js';

/**
 * What is loaded on the way from the button through survey, discount, feedback and confirmation to
 * the end, with the service behind it. The page of an error is loaded once the flow is on the screen.
 */
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
  ].map((name) => `dist/define/${name}.js`),
  'core/dist/gateway/service-gateway.js',
];

/** In KB, minified and gzipped. Where the bytes of a flow go: docs/architecture.md, "Sizes". */
export const limits = {
  button: 9,
  defaultFlow: 31,
  furtherOffer: 3,
  language: 4,
  adapter: 3,
  wall: { 'pause-wall': 19, 'failed-payment-wall': 22 },
} as const;

/** Each alone on a page, with Lit, its machine and both its gateways. */
export const walls = ['pause-wall', 'failed-payment-wall'] as const;

/** Files of `@fairwell/embed` as they are built: the snippet and the script of a page, and what its calls are. */
export const scripts: readonly { what: string; pattern: RegExp; limit: number }[] = [
  { what: 'snippet in the head', pattern: /^stub\.js$/, limit: 1 },
  { what: 'script of a page', pattern: /^fairwell\.js$/, limit: 3 },
  { what: 'its calls, when one is made', pattern: /^chunks\/calls-.+\.js$/, limit: 8 },
];

/** Modules that are each loaded only by who needs them; the first group names one. */
export const lazyModules: readonly { what: string; pattern: RegExp; limit: number }[] = [
  { what: 'offer', pattern: /dist\/define\/(.+)-offer\.js$/, limit: limits.furtherOffer },
  { what: 'language', pattern: /dist\/localization\/locales\/(.+)\.js$/, limit: limits.language },
];
