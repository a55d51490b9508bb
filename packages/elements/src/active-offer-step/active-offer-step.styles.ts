import { termsStyles } from '../styles/terms.styles.js';

export const activeOfferStepStyles = termsStyles;
