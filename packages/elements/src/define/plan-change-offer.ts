import { PlanChangeOfferElement } from '../plan-change-offer/plan-change-offer.js';
import { define } from './define.js';

define('fw-plan-change-offer', PlanChangeOfferElement);
