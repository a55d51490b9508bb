import { disableNeedsReason } from './disable-needs-reason.ts';
import { importBoundaries } from './import-boundaries.ts';

/** Our own rules, as an ESLint plugin. */
export default {
  meta: { name: 'fairwell' },
  rules: {
    'disable-needs-reason': disableNeedsReason,
    'import-boundaries': importBoundaries,
  },
};
