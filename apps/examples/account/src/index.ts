export { fetchAccount, fetchSession, type Account, type Standing } from './api.js';
export { applyLook, type Look } from './look.js';
export { practiceStripe } from './practice-stripe.js';
export { cancelUrl, readVisit, type Visit } from './visit.js';
export {
  directionOf,
  languageNames,
  languages,
  wordsIn,
  type Language,
  type Theme,
  type Words,
} from './words.js';
