import { PauseOfferElement } from '../pause-offer/pause-offer.js';
import { define } from './define.js';

define('fw-pause-offer', PauseOfferElement);
