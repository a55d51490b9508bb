import { CompleteStepElement } from '../complete-step/complete-step.js';
import { define } from './define.js';

define('fw-complete-step', CompleteStepElement);
