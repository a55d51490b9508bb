import { FailedPaymentWallElement } from '../failed-payment-wall/failed-payment-wall.js';
import { define } from './define.js';

define('fw-failed-payment-wall', FailedPaymentWallElement);
