import { RedirectOfferElement } from '../redirect-offer/redirect-offer.js';
import { define } from './define.js';

define('fw-redirect-offer', RedirectOfferElement);
