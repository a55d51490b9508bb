import { TrialExtensionOfferElement } from '../trial-extension-offer/trial-extension-offer.js';
import { define } from './define.js';

define('fw-trial-extension-offer', TrialExtensionOfferElement);
