import { DiscountOfferElement } from '../discount-offer/discount-offer.js';
import { define } from './define.js';

define('fw-discount-offer', DiscountOfferElement);
