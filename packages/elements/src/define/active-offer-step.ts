import { ActiveOfferStepElement } from '../active-offer-step/active-offer-step.js';
import { define } from './define.js';

define('fw-active-offer-step', ActiveOfferStepElement);
