import { ContactOfferElement } from '../contact-offer/contact-offer.js';
import { define } from './define.js';

define('fw-contact-offer', ContactOfferElement);
